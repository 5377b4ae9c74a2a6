import { CircleCheck, Columns2, Lightbulb, Pencil, RotateCcw, Square } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import type { Lesson } from "../../../lessons/course";
import { usePage } from "../../page";
import { PaneButton } from "../../parts/button";
import { lazy } from "../../parts/lazy";
import { show } from "../../shell";
import { MarkdownText } from "../docs/prose";
import { CheckOutcome } from "./check-outcome";

const SolutionDialog = lazy("The solution", async () => (await import("./solution-dialog")).SolutionDialog);

/** Start or check, hint, solution and reset, below the hints taken and the outcome of the last check. */
export function LessonFoot({ lessons }: { lessons: LessonsModel }) {
  const { playground, shell } = usePage();
  const [comparing, setComparing] = useState(false);
  const lesson = lessons.lesson.value;
  const mine = lessons.progress.value[lesson.id];
  const script = lessons.script.value;
  const checking = lessons.check.value.kind === "checking";
  const attempted = (mine?.attempts ?? 0) > 0;
  const hints = mine?.hints ?? 0;
  const found = useRef<HTMLDivElement>(null);
  // Shows what is new: the outcome comes first, the newest hint last.
  useEffect(() => found.current?.scrollTo({ top: 0 }), [lesson.id, lessons.check.value]);
  const before = useRef({ id: lesson.id, hints });
  useEffect(() => {
    const more = before.current.id === lesson.id && hints > before.current.hints;
    before.current = { id: lesson.id, hints };
    if (more) found.current?.scrollTo({ top: found.current.scrollHeight });
  }, [lesson.id, hints]);
  const showCode = () => {
    lessons.open(lesson.id);
    show(shell, "code");
  };
  const shown = playground.scripts.current.value.id === script?.id;
  return (
    <div class="lesson-foot">
      <div class="lesson-found" ref={found} {...(hints > 0 ? { tabIndex: 0 } : {})}>
        <CheckOutcome lessons={lessons} />
        <HintList key={lesson.id} lesson={lesson} taken={hints} />
      </div>
      <div class="lesson-actions">
        {script === null ? (
          <PaneButton icon={Pencil} look="main" onClick={showCode}>
            Start
          </PaneButton>
        ) : (
          <>
            <PaneButton
              icon={checking ? Square : CircleCheck}
              look="main"
              onClick={() => (checking ? lessons.stopCheck() : lessons.startCheck())}
            >
              {checking ? "Stop" : "Check"}
            </PaneButton>
            <PaneButton icon={Pencil} class="lesson-code" data-shown={shown} onClick={showCode}>
              My code
            </PaneButton>
          </>
        )}
        <select
          class="select lesson-worlds"
          aria-label="Put a world of this lesson into the simulator, for Run and the phone"
          title="Run uses your simulator's world. This puts a world of the lesson there."
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = "";
            if (value !== "") void lessons.tryIn(Number(value));
          }}
        >
          <option value="">Run in…</option>
          {lesson.worlds.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
        <PaneButton
          icon={Lightbulb}
          disabled={hints >= lesson.hints.length}
          onClick={() => lessons.takeHint()}
        >
          {`Hint ${Math.min(hints + 1, lesson.hints.length)} of ${lesson.hints.length}`}
        </PaneButton>
        <PaneButton
          icon={Columns2}
          disabled={!attempted || script === null}
          title={attempted ? "Your code and the solution, side by side" : "After your first check"}
          onClick={() => setComparing(true)}
        >
          Solution
        </PaneButton>
        <PaneButton
          icon={RotateCcw}
          disabled={script === null || script.source === lesson.starter}
          title="Put the starter back"
          onClick={() => lessons.reset()}
        >
          <span class="lesson-reset">Reset</span>
        </PaneButton>
      </div>
      {playground.mode.mode.value === "live" && (
        <p class="pane-note lesson-mock">Check runs in mock mode, also while the page is live.</p>
      )}
      {comparing && script !== null && (
        <SolutionDialog
          title={lesson.title}
          own={script.source}
          solution={lesson.solution}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}

/** The hints taken so far; a new one is announced. */
function HintList({ lesson, taken }: { lesson: Lesson; taken: number }) {
  return (
    <div role="log" aria-label="Hints">
      {lesson.hints.slice(0, taken).map((hint, index) => (
        <div class="lesson-hint" key={index}>
          <span class="lesson-hint-number">{`Hint ${index + 1}`}</span>
          <MarkdownText markdown={hint} />
        </div>
      ))}
    </div>
  );
}
