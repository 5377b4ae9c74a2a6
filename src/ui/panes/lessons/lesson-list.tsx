import { Circle, CircleCheck } from "lucide";
import type { LessonsModel } from "../../../app/lessons";
import type { Lesson } from "../../../lessons/course";
import { Icon } from "../../parts/icon";
import "./lessons.css";

/** The lessons of the course by chapter, showing which have been passed. */
export function LessonList({ lessons, onOpened }: { lessons: LessonsModel; onOpened(): void }) {
  const { chapters, lessons: all, lang, dir } = lessons.course.value;
  if (chapters.length === 0) {
    return <Rows lessons={lessons} shown={all} onOpened={onOpened} />;
  }
  return (
    <>
      {chapters.map((chapter) => (
        <section key={chapter.title} aria-label={chapter.title}>
          <h3 class="lesson-chapter" lang={lang} dir={dir}>
            {chapter.title}
          </h3>
          <Rows lessons={lessons} shown={chapter.lessons} onOpened={onOpened} />
        </section>
      ))}
    </>
  );
}

interface RowsProps {
  readonly lessons: LessonsModel;
  readonly shown: readonly Lesson[];
  onOpened(): void;
}

function Rows({ lessons, shown, onOpened }: RowsProps) {
  const current = lessons.lesson.value.id;
  const progress = lessons.progress.value;
  const { lessons: all, lang, dir } = lessons.course.value;
  return (
    <ol class="rows lesson-list" lang={lang} dir={dir}>
      {shown.map((lesson) => {
        const { id, title, idea } = lesson;
        const passed = (progress[id]?.passedAt ?? null) !== null;
        return (
          <li key={id}>
            <button
              type="button"
              class="row-main lesson-row"
              title={`${title}\n${idea}`}
              {...(id === current ? { "aria-current": "true" as const } : {})}
              onClick={() => {
                lessons.open(id);
                onOpened();
              }}
            >
              <span class={passed ? "lesson-mark is-passed" : "lesson-mark"}>
                <Icon node={passed ? CircleCheck : Circle} size={14} />
              </span>
              <span class="lesson-title">{`${all.indexOf(lesson) + 1}. ${title}`}</span>
              {passed ? <span class="visually-hidden">passed</span> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
