import { useEffect, useMemo, useRef } from "preact/hooks";
import { usePage } from "../../page";
import { Boundary } from "../../parts/boundary";
import { lazy } from "../../parts/lazy";
import { CourseBar } from "./course-bar";
import { LessonFoot } from "./lesson-foot";
import { LessonText } from "./lesson-text";
import { printInsteadOfPage } from "./print-lessons";
import "../shared/shared.css";
import "../docs/docs.css";
import "./lessons.css";

/** The open lesson: its text with the outcome of the last check, and its actions. */
export function LessonsPane() {
  const page = usePage();
  const door = page.playground.lessons;
  const Lesson = useMemo(() => {
    const load = async () => {
      const lessons = await door.load();
      return () => {
        const pane = useRef<HTMLDivElement>(null);
        useEffect(
          () => printInsteadOfPage(page, lessons, () => pane.current?.checkVisibility() === true),
          [],
        );
        // Separate, so the Courses menu survives whatever a lesson does.
        const open = `${lessons.course.value.id}/${lessons.lesson.value.id}`;
        return (
          <div class="pane lessons" ref={pane}>
            <CourseBar lessons={lessons} />
            <LessonText lessons={lessons} />
            <Boundary of={open} label="the lesson's actions">
              <LessonFoot lessons={lessons} />
            </Boundary>
          </div>
        );
      };
    };
    return lazy("the lessons", load);
  }, []);
  return <Lesson />;
}
