import { ArrowRight, CircleCheck, CircleX, Footprints } from "lucide";
import type { LessonsModel } from "../../../app/lessons";
import type { Failure } from "../../../lessons/grade";
import { type Page, usePage, usePlayground } from "../../page";
import { PaneButton } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { useExplanation } from "../shared/explanation";

/** What the check is doing or found: a sentence for each thing that is not right yet, or the next lesson. */
export function CheckOutcome({ lessons }: { lessons: LessonsModel }) {
  const page = usePage();
  const check = lessons.check.value;
  const all = lessons.course.value.lessons;
  const next = all[all.indexOf(lessons.lesson.value) + 1];
  const passed = check.kind === "judged" && check.verdict.passed;
  const failures = check.kind === "judged" ? check.verdict.failures : [];
  return (
    <>
      <div role="status" aria-label="Check">
        {check.kind === "checking" && (
          <p class="lesson-progress">
            <progress value={check.world - 1} max={check.of} aria-label="Worlds checked" />
            {`Trying it in ${check.name}, ${check.world} of ${check.of}…`}
          </p>
        )}
        {passed && (
          <p class="lesson-passed">
            <Icon node={CircleCheck} size={16} />
            {next === undefined
              ? "Passed in every world, and that was the last lesson. Well done!"
              : "Passed in every world."}
          </p>
        )}
        {check.kind === "judged" && !passed && (
          <p class="lesson-failed">
            <Icon node={CircleX} size={16} />
            {failures.length === 1
              ? "One thing is not right yet."
              : `${failures.length} things are not right yet.`}
          </p>
        )}
        {check.kind === "judged" && lessons.script.value?.source !== check.source && (
          <p class="pane-note">You have changed the script since.</p>
        )}
      </div>
      {passed && next !== undefined && (
        <PaneButton look="main" onClick={() => lessons.open(next.id)}>
          {`Next: ${next.title}`}
          <Icon node={ArrowRight} size={14} />
        </PaneButton>
      )}
      {check.kind === "judged" && failures.length > 0 && (
        <ul class="lesson-failures">
          {failures.map((failure) => (
            <li key={failure.check}>
              <p>
                {failure.sentence}
                <span class="lesson-where">{` In ${failure.worlds.map(({ name }) => name).join("; in ")}.`}</span>
              </p>
              <Advice source={check.source} failure={failure} />
              <Where failure={failure} />
            </li>
          ))}
        </ul>
      )}
      {failures.length > 0 && (
        <PaneButton icon={Footprints} onClick={() => void stepThrough(page, lessons, failures)}>
          Step through it
        </PaneButton>
      )}
      {check.kind === "broken" && (
        <p class="lesson-failed" role="alert">
          {`The check itself failed: ${check.message}`}
        </p>
      )}
    </>
  );
}

/** Steps through the learner's answer in the first world where it failed. */
async function stepThrough(page: Page, lessons: LessonsModel, [first]: readonly Failure[]): Promise<void> {
  await page.playground.notices.attempt("step through it", async () => {
    const { stepThroughAnswer } = await import("../../steps/step-through");
    await stepThroughAnswer(page, lessons, first?.worlds[0]?.index ?? 0);
  });
}

/** The editor's explanation of the line that the script failed in. */
function Advice({ source, failure: { line } }: { source: string; failure: Failure }) {
  const text = useExplanation(source, line);
  return text === null ? null : <p class="lesson-advice">{text}</p>;
}

/** A link to what explains a failure: a docs page, or a part of the lesson. */
function Where({ failure: { see } }: { failure: Failure }) {
  const { docs } = usePlayground();
  if (see === null) return null;
  if (!see.startsWith("#")) {
    const page = docs.pages.value.find(({ name }) => name === see);
    return (
      <button type="button" class="pane-link" onClick={() => docs.open(see)}>
        {`Docs: ${page?.title ?? see}`}
      </button>
    );
  }
  const heading = withoutMarks(see.slice(1));
  return (
    <button type="button" class="pane-link" onClick={() => goTo(heading)}>
      {`In the lesson: ${heading}`}
    </button>
  );
}

function withoutMarks(heading: string): string {
  return heading.replace(/[*_`]/g, "").trim();
}

function goTo(heading: string): void {
  const found = Array.from(
    document.querySelectorAll<HTMLElement>(".lessons .docs-article :is(h2, h3, h4)"),
  ).find((element) => withoutMarks(element.textContent) === heading);
  if (found === undefined) return;
  found.tabIndex = -1;
  found.focus();
  found.scrollIntoView({ block: "start" });
}
