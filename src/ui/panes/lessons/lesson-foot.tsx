import {
  ArrowRight,
  CircleCheck,
  Columns2,
  Ellipsis,
  Globe,
  Lightbulb,
  Pencil,
  RotateCcw,
  Square,
} from "lucide";
import { useState } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import { usePage } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { lazy } from "../../parts/lazy";
import { Menu } from "../../parts/menu";
import { show } from "../../shell";

/** Why the solution is not shown yet. */
const SOLUTION_LATER = {
  open: null,
  "after-try": "Check your own answer first. Starter code doesn't count.",
  "after-pass": "Pass the lesson first.",
} as const;

const SolutionDialog = lazy("the solution", async () => (await import("./solution-dialog")).SolutionDialog);

/** The next step as a filled button (Start, Check, or Next once passed), then hint, solution, and a menu for the rest. */
export function LessonFoot({ lessons }: { lessons: LessonsModel }) {
  const { playground, shell } = usePage();
  const [comparing, setComparing] = useState<string | null>(null);
  // The lesson whose solution was requested too early.
  const [asked, setAsked] = useState<string | null>(null);
  const lesson = lessons.lesson.value;
  const script = lessons.script.value;
  const checking = lessons.check.value.kind === "checking";
  const solution = lessons.solution.value;
  const { passedAt = null } = lessons.progress.value[lesson.id] ?? {};
  const hints = lesson.hints.length;
  const hintsLeft = lessons.hintsLeft.value;
  const { lessons: all, lang } = lessons.course.value;
  const next = passedAt === null ? undefined : all[all.indexOf(lesson) + 1];
  const look = passedAt === null ? "main" : undefined;
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
          <Button icon={Pencil} look={look} onClick={showCode}>
            Start
          </Button>
        ) : (
          <>
            <Button
              icon={checking ? Square : CircleCheck}
              look={look}
              onClick={() => (checking ? lessons.stopCheck() : lessons.startCheck())}
            >
              {checking ? "Stop" : "Check"}
            </Button>
            {!shown && (
              <Button icon={Pencil} onClick={showCode}>
                My code
              </Button>
            )}
          </>
        )}
        {next !== undefined && (
          <Button
            look="main"
            title={`Next: ${next.title}`}
            onClick={({ currentTarget }) => {
              // Focus moves to the new text, since this button disappears.
              const text = currentTarget.closest(".lessons")?.querySelector<HTMLElement>(".pane-body");
              text?.focus({ preventScroll: true });
              lessons.open(next.id);
            }}
          >
            Next
            <span class="visually-hidden">
              {": "}
              <bdi lang={lang}>{next.title}</bdi>
            </span>
            <Icon node={ArrowRight} size={14} />
          </Button>
        )}
        <Button icon={Lightbulb} disabled={hintsLeft === 0} onClick={() => lessons.takeHint()}>
          <span>
            Hint
            <span class="lesson-word">{` ${Math.min(hints - hintsLeft + 1, hints)} of ${hints}`}</span>
          </span>
        </Button>
        {solution !== "never" && (
          <Button
            icon={Columns2}
            data-control="solution"
            // Not disabled, so it can be reached by keyboard and say why without a tooltip.
            aria-disabled={later !== null}
            title={later ?? "Your code and the solution, side by side"}
            onClick={() => (later === null ? setComparing(lesson.id) : setAsked(lesson.id))}
          >
            Solution
          </Button>
        )}
        <Menu
          label="More for this lesson"
          icon={Ellipsis}
          note={
            <>
              Run uses the current world. Check uses its own.
              <strong class="lesson-worlds">World for Run</strong>
            </>
          }
          items={[
            ...lesson.worlds.map(({ name }, index) => ({
              label: (
                <span class="lesson-world-name">
                  <span class="visually-hidden">World for Run: </span>
                  <bdi lang={lang}>{name}</bdi>
                </span>
              ),
              icon: Globe,
              run: () => void lessons.tryIn(index),
            })),
            ...(lessons.changed.value
              ? [null, { label: "Reset to starter code", icon: RotateCcw, run: () => lessons.reset() }]
              : []),
          ]}
        />
      </div>
      <p class="note lesson-later" role="status">
        {asked === lesson.id && later}
      </p>
      {script !== null && lessons.lacksWorld.value && <NeedsWorld lessons={lessons} />}
      {playground.mode.mode.value === "live" && (
        <p class="note lesson-mock">Check always runs in mock mode.</p>
      )}
      {comparing === lesson.id && script !== null && (
        <SolutionDialog
          title={lesson.title}
          own={script.source}
          solution={lesson.solution}
          onTake={() => lessons.takeSolution()}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
}

/** Offers a world of the lesson, without which Run makes no sense. Check needs none: it brings its own. */
function NeedsWorld({ lessons }: { lessons: LessonsModel }) {
  const page = usePage();
  const name = lessons.lesson.value.worlds[0]?.name ?? "";
  return (
    <p class="note lesson-world">
      Run needs one of this lesson's worlds.
      <button
        type="button"
        class="link"
        onClick={() =>
          void page.playground.notices.attempt("run the script in that world", async () =>
            (await import("../../steps/step-through")).runAnswer(page, lessons, 0),
          )
        }
      >
        {`Run in ${name}`}
      </button>
    </p>
  );
}
