import { useMemo } from "preact/hooks";
import { usePlayground } from "../../page";
import { Boundary } from "../../parts/boundary";
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
      return () => {
        // Apart, so that the Courses menu stays whatever a lesson does.
        const open = `${lessons.course.value.id}/${lessons.lesson.value.id}`;
        return (
          <div class="pane lessons">
            <CourseBar lessons={lessons} />
            <Boundary of={open} label="The lesson’s text">
              <LessonText lessons={lessons} />
            </Boundary>
            <Boundary of={open} label="The lesson’s check">
              <LessonFoot lessons={lessons} />
            </Boundary>
          </div>
        );
      };
    };
    return lazy("The lessons", load);
  }, []);
  return <Lesson />;
}
