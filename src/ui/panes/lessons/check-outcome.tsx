import { CircleCheck, CircleX, Footprints, Play, RotateCw } from "lucide";
import type { LessonsModel } from "../../../app/lessons";
import type { Course } from "../../../lessons/course";
import type { Failure } from "../../../lessons/failures";
import type { Verdict } from "../../../lessons/grade";
import { counted } from "../../../shared/counted";
import { inWorlds } from "../../../shared/in-worlds";
import { usePage, usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { useExplanation } from "../shared/explanation";

/** What the check is doing or found: the first problem and a count of the rest, or that it passed. */
export function CheckOutcome({ lessons }: { lessons: LessonsModel }) {
  const { scripts } = usePlayground();
  const check = lessons.check.value;
  const script = lessons.script.value;
  const last = lessons.course.value.lessons.at(-1) === lessons.lesson.value;
  const passed = check.kind === "judged" && check.verdict.passed;
  return (
    <>
      <div role="status" aria-label="Check">
        {check.kind === "checking" && (
          <p class="lesson-progress">
            <progress value={check.world - 1} max={check.of} aria-label="Worlds checked" />
            {`Testing in ${check.name}, ${check.world} of ${check.of}…`}
          </p>
        )}
        {passed && (
          <p class="lesson-passed">
            <Icon node={CircleCheck} size={16} />
            {last ? "Passed in every world. That was the last lesson. Well done!" : "Passed in every world."}
          </p>
        )}
        {check.kind === "judged" && !passed && (
          <p class="lesson-failed">
            <Icon node={CircleX} size={16} />
            {check.verdict.failures.length === 1 ? "Not right yet." : "Not right yet. Start here:"}
          </p>
        )}
        {check.kind === "judged" && script !== null && scripts.current.value.id !== script.id && (
          <p class="note">{`This check was for ${script.name}, not the script in the editor.`}</p>
        )}
        {check.kind === "judged" && script?.source !== check.source && (
          <p class="note">The script has changed since this check.</p>
        )}
      </div>
      {check.kind === "judged" && <Failures lessons={lessons} {...check} />}
      {check.kind === "broken" && (
        <p class="lesson-failed" role="alert">
          {`Couldn't run the check: ${check.message}`}
        </p>
      )}
    </>
  );
}

interface FailuresProps {
  readonly lessons: LessonsModel;
  readonly verdict: Verdict;
  readonly source: string;
}

/** The first failure with ways to investigate it, and the others folded. */
function Failures({ lessons, verdict: { failures, seed }, source }: FailuresProps) {
  const page = usePage();
  const [first, ...rest] = failures;
  if (first === undefined) return null;
  const world = first.worlds[0]?.index ?? 0;
  const course = lessons.course.value;
  const attempt = (what: string, load: () => Promise<unknown>) =>
    void page.playground.notices.attempt(what, async () => void (await load()));
  return (
    <>
      <ul class="lesson-failures">
        <FailureItem failure={first} source={source} course={course} />
      </ul>
      {rest.length > 0 && (
        <details class="lesson-rest">
          <summary>{counted(rest.length, "more problem")}</summary>
          <ul class="lesson-failures">
            {rest.map((failure) => (
              <FailureItem key={failure.check} failure={failure} source={source} course={course} />
            ))}
          </ul>
        </details>
      )}
      <div class="lesson-look">
        <Button
          icon={Play}
          title="Runs your script in the world where it failed. See Calls and Phone for what it did."
          onClick={() =>
            attempt("run the script in that world", async () =>
              (await import("../../steps/step-through")).runAnswer(page, lessons, world),
            )
          }
        >
          Run in that world
        </Button>
        <Button
          icon={Footprints}
          onClick={() =>
            attempt("step through your script", async () =>
              (await import("../../steps/step-through")).stepThroughAnswer(page, lessons, world),
            )
          }
        >
          Step through
        </Button>
        <Button
          icon={RotateCw}
          title="Check picks new worlds each time. This repeats the same ones."
          onClick={() => lessons.startCheck(seed)}
        >
          Repeat with this seed
        </Button>
        <span class="note">{`Seed ${seed}`}</span>
      </div>
    </>
  );
}

interface FailureItemProps {
  readonly failure: Failure;
  readonly source: string;
  readonly course: Course;
}

function FailureItem({ failure, source, course: { lang, dir } }: FailureItemProps) {
  return (
    <li>
      <p>
        <span class="lesson-sentence" lang={lang} dir={dir}>
          {failure.sentence}
        </span>
        <span class="lesson-where">{` ${inWorlds(failure.worlds)}`}</span>
      </p>
      <Advice source={source} failure={failure} />
      <Where failure={failure} />
    </li>
  );
}

/** The editor's explanation of the line where the script failed. */
function Advice({ source, failure }: { source: string; failure: Failure }) {
  const text = useExplanation(source, { message: failure.sentence, line: failure.line });
  return text === null ? null : <p class="lesson-advice">{text}</p>;
}

/** A link to the explanation of a failure: a docs page or a part of the lesson. */
function Where({ failure: { see } }: { failure: Failure }) {
  const { docs } = usePlayground();
  if (see === null) return null;
  if (!see.startsWith("#")) {
    const page = docs.pages.value.find(({ name }) => name === see);
    return (
      <button type="button" class="link" onClick={() => docs.open(see)}>
        {`Docs: ${page?.title ?? see}`}
      </button>
    );
  }
  const heading = withoutMarks(see.slice(1));
  return (
    <button type="button" class="link" onClick={() => goTo(heading)}>
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
