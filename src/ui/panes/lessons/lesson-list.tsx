import { Circle, CircleCheck } from "lucide";
import type { LessonsModel } from "../../../app/lessons";
import { Icon } from "../../parts/icon";
import "./lessons.css";

/** The lessons of the course, with what has been passed. */
export function LessonList({ lessons, onOpened }: { lessons: LessonsModel; onOpened(): void }) {
  const current = lessons.lesson.value.id;
  const progress = lessons.progress.value;
  return (
    <ol class="rows lesson-list">
      {lessons.course.value.lessons.map(({ id, title, idea }, index) => {
        const passed = (progress[id]?.passedAt ?? null) !== null;
        return (
          <li key={id}>
            <button
              type="button"
              class="row-main lesson-row"
              title={idea}
              {...(id === current ? { "aria-current": "true" as const } : {})}
              onClick={() => {
                lessons.open(id);
                onOpened();
              }}
            >
              <span class={passed ? "lesson-mark is-passed" : "lesson-mark"}>
                <Icon node={passed ? CircleCheck : Circle} size={14} />
              </span>
              <span class="lesson-title">{`${index + 1}. ${title}`}</span>
              {passed ? <span class="visually-hidden">passed</span> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
