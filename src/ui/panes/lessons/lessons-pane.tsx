import { useMemo } from "preact/hooks";
import { usePlayground } from "../../page";
import { lazy } from "../../parts/lazy";
import { CourseBar } from "./course-bar";
import { LessonFoot } from "./lesson-foot";
import { LessonText } from "./lesson-text";
import "../shared/shared.css";
import "../docs/docs.css";
import "./lessons.css";

/** The open lesson: its text, its actions, and the outcome of the last check. */
export function LessonsPane() {
  const door = usePlayground().lessons;
  const Lesson = useMemo(() => {
    const load = async () => {
      const lessons = await door.load();
      return () => (
        <div class="pane lessons">
          <CourseBar lessons={lessons} />
          <LessonText lessons={lessons} />
          <LessonFoot lessons={lessons} />
        </div>
      );
    };
    return lazy("The lessons", load);
  }, []);
  return <Lesson />;
}
