import type { LessonsDoor } from "../../app/lessons-model";
import { lazy } from "../parts/lazy";

const LessonList = lazy("The lessons", async () => (await import("../panes/lessons/lesson-list")).LessonList);

/** The way into the lessons; their list once they are there. */
export function LearnSection({ lessons, onOpened }: { lessons: LessonsDoor; onOpened(): void }) {
  const model = lessons.model.value;
  return (
    <section class="learn" aria-labelledby="learn-heading">
      <div class="section-head">
        <h2 id="learn-heading">Learn</h2>
      </div>
      {model === null ? (
        <div class="rows">
          <button type="button" class="row-main example" onClick={onOpened}>
            <span class="example-title">Lessons</span>
            <span class="example-summary">From the first print to a campaign that keeps Meta's rules.</span>
          </button>
        </div>
      ) : (
        <LessonList lessons={model} onOpened={onOpened} />
      )}
    </section>
  );
}
