/**
 * Stepping through the last run: commands for the palette, the shortcut list and the Steps bar. Keys are those of browsers and
 * VS Code. With Alt they go backward.
 */
import type { IconNode } from "lucide";
import * as icons from "lucide";
import { BREAKPOINT, type Chord, STEPS } from "../../shared/chords";
import type { Move } from "../../steps/navigate";
import { type StepAct, withStepping } from "../steps/load-stepping";
import type { Command, PageState } from "./command";

const isOpen = ({ shell }: PageState) => shell.stepping.peek()?.steps.state.peek().kind === "open";

/** Acts on steps and breakpoints. */
const inSteps = (act: StepAct) => (page: PageState) => void withStepping(page, act);

function move(
  title: string,
  icon: IconNode,
  keys: readonly Chord[],
  to: Move,
  direction: 1 | -1 = 1,
): Command {
  return {
    ...{ title, icon, keys, repeats: true, when: isOpen },
    run: ({ shell }) => void shell.stepping.peek()?.steps.move(to, direction),
  };
}

function toHit(title: string, keys: readonly Chord[], direction: 1 | -1): Command {
  return {
    ...{ title, icon: icons.CircleDot, keys, repeats: true, when: isOpen },
    run: ({ shell }) => shell.stepping.peek()?.toHit(direction),
  };
}

/** Commands available while no steps are open. The page listens for their keys from the start (`keys.ts`). */
export const OPENING_COMMANDS = {
  openSteps: {
    title: "Step through the last run",
    icon: icons.Footprints,
    keys: [STEPS],
    when: (page) => page.playground.run.replayable.peek() !== null && !isOpen(page),
    run: inSteps((stepping) => stepping.openLast()),
  },
  toggleBreakpoint: {
    title: "Toggle breakpoint",
    icon: icons.CircleDot,
    keys: [BREAKPOINT],
    run: inSteps(({ breakpoints }, { script, line }) => breakpoints.toggle(script, line)),
  },
} satisfies Record<string, Command>;

const TABLE = {
  closeSteps: {
    title: "Close steps",
    icon: icons.X,
    when: isOpen,
    run: ({ shell }) => shell.stepping.peek()?.steps.close(),
  },
  stepOver: move("Step over", icons.Redo2, [{ key: "F10" }], "over"),
  stepOverBack: move("Step over, backward", icons.Undo2, [{ key: "F10", alt: true }], "over", -1),
  stepInto: move("Step into", icons.ArrowDown, [{ key: "F11" }], "into"),
  stepIntoBack: move("Step into, backward", icons.ArrowUp, [{ key: "F11", alt: true }], "into", -1),
  stepOut: move("Step out", icons.CornerRightUp, [{ key: "F11", shift: true }], "out"),
  stepOutBack: move(
    "Step out, backward",
    icons.CornerLeftUp,
    [{ key: "F11", shift: true, alt: true }],
    "out",
    -1,
  ),
  stepToPrint: move("Next print", icons.SquareTerminal, [], "print"),
  stepToPrintBack: move("Previous print", icons.SquareTerminal, [], "print", -1),
  stepToCall: move("Next call", icons.ArrowLeftRight, [], "request"),
  stepToCallBack: move("Previous call", icons.ArrowLeftRight, [], "request", -1),
  stepToVisit: move("Next time this line runs", icons.Repeat, [], "visit"),
  stepToVisitBack: move("Previous time this line ran", icons.Repeat, [], "visit", -1),
  editBreakpoint: {
    title: "Edit breakpoint condition",
    icon: icons.CircleDot,
    run: inSteps((stepping, { line }) => stepping.edit(line, "condition")),
  },
  removeBreakpoints: {
    title: "Remove all breakpoints",
    icon: icons.CircleDot,
    when: ({ playground, shell }) =>
      (shell.stepping.peek()?.breakpoints.of(playground.scripts.current.peek().id).length ?? 0) > 0,
    run: inSteps((stepping) => stepping.removeAll()),
  },
  nextHit: toHit("Continue to next breakpoint", [{ key: "F5" }], 1),
  previousHit: toHit("Back to previous breakpoint", [{ key: "F5", shift: true }], -1),
  runToHere: {
    ...{ title: "Run to cursor", icon: icons.TextCursor, when: isOpen },
    run: inSteps((stepping, { line }) => stepping.runTo(1, line)),
  },
  runBackToHere: {
    ...{ title: "Run back to cursor", icon: icons.TextCursor, when: isOpen },
    run: inSteps((stepping, { line }) => stepping.runTo(-1, line)),
  },
  lineCounts: {
    title: "Toggle line counts",
    icon: icons.Hash,
    when: ({ playground }) => playground.run.replayable.peek() !== null,
    run: inSteps((stepping) => stepping.toggleCounts()),
  },
  firstStep: move("First step", icons.ChevronFirst, [{ key: "Home", alt: true }], "first"),
  lastStep: move("Last step", icons.ChevronLast, [{ key: "End", alt: true }], "last"),
} satisfies Record<string, Command>;

export type StepCommandId = keyof typeof TABLE;

/** In the order of the palette. Their keys work while steps are open. */
export const STEP_COMMANDS: Readonly<Record<StepCommandId, Command>> = TABLE;
