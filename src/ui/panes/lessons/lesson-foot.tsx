import { CircleCheck, Columns2, Globe, Lightbulb, Pencil, Play, RotateCcw, Square } from "lucide";
import { useState } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import { usePage } from "../../page";
import { Button } from "../../parts/button";
import { lazy } from "../../parts/lazy";
import { Menu } from "../../parts/menu";
import { show } from "../../shell";

/** Why the solution is not shown yet. */
const SOLUTION_LATER = {
  open: null,
  "after-try": "Check your own answer first. Starter code doesn't count.",
  "after-pass": "Pass the lesson first.",
} as const;

const SolutionDialog = lazy("The solution", async () => (await import("./solution-dialog")).SolutionDialog);

/** Start or check, world, hint, solution and reset. */
export function LessonFoot({ lessons }: { lessons: LessonsModel }) {
  const { playground, shell } = usePage();
  const [comparing, setComparing] = useState(false);
  // The lesson whose solution was asked for too early.
  const [asked, setAsked] = useState<string | null>(null);
  const lesson = lessons.lesson.value;
  const script = lessons.script.value;
  const checking = lessons.check.value.kind === "checking";
  const solution = lessons.solution.value;
  const hints = lessons.progress.value[lesson.id]?.hints ?? 0;
  const showCode = () => {
    lessons.open(lesson.id);
    show(shell, "code");
  };
  const later =
    solution === "never" ? null : script === null ? "Start the lesson first." : SOLUTION_LATER[solution];
  const shown = playground.scripts.current.value.id === script?.id;
  return (
    <div class="lesson-foot">
      <div class="lesson-actions">
        {script === null ? (
          <Button icon={Pencil} look="main" onClick={showCode}>
            Start
          </Button>
        ) : (
          <>
            <Button
              icon={checking ? Square : CircleCheck}
              look="main"
              onClick={() => (checking ? lessons.stopCheck() : lessons.startCheck())}
            >
              {checking ? "Stop" : "Check"}
            </Button>
            <Button icon={Pencil} class="lesson-code" data-shown={shown} onClick={showCode}>
              My code
            </Button>
          </>
        )}
        <Menu
          label="Load one of this lesson’s worlds for Run and the phone"
          words="Run in…"
          icon={Play}
          note="Run uses the current world. This loads one of the lesson’s."
          items={lesson.worlds.map(({ name }, index) => ({
            label: name,
            icon: Globe,
            run: () => void lessons.tryIn(index),
          }))}
        />
        <Button icon={Lightbulb} disabled={hints >= lesson.hints.length} onClick={() => lessons.takeHint()}>
          {`Hint ${Math.min(hints + 1, lesson.hints.length)} of ${lesson.hints.length}`}
        </Button>
        {solution !== "never" && (
          <Button
            icon={Columns2}
            data-control="solution"
            // Not disabled: it is found by keyboard, and says why without a tooltip.
            aria-disabled={later !== null}
            title={later ?? "Your code and the solution, side by side"}
            onClick={() => (later === null ? setComparing(true) : setAsked(lesson.id))}
          >
            Solution
          </Button>
        )}
        <Button
          icon={RotateCcw}
          disabled={script === null || script.source === lesson.starter}
          title="Reset to starter code"
          onClick={() => lessons.reset()}
        >
          Reset
        </Button>
      </div>
      <p class="note lesson-later" role="status">
        {asked === lesson.id && later}
      </p>
      {script !== null && lessons.lacksWorld.value && <NeedsWorld lessons={lessons} />}
      {playground.mode.mode.value === "live" && (
        <p class="note lesson-mock">Check always runs in mock mode.</p>
      )}
      {comparing && script !== null && (
        <SolutionDialog
          title={lesson.title}
          own={script.source}
          solution={lesson.solution}
          onTake={() => lessons.takeSolution()}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}

/** Offers a world of the lesson, without which Run makes no sense. Check needs no offer: it brings its own. */
function NeedsWorld({ lessons }: { lessons: LessonsModel }) {
  const page = usePage();
  const name = lessons.lesson.value.worlds[0]?.name ?? "";
  return (
    <p class="note lesson-world">
      Run needs a world of this lesson.
      <button
        type="button"
        class="link"
        onClick={() =>
          void page.playground.notices.attempt("run it there", async () =>
            (await import("../../steps/step-through")).runAnswer(page, lessons, 0),
          )
        }
      >
        {`Run in ${name}`}
      </button>
    </p>
  );
}
