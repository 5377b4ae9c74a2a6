/** Stepping through the last run. Keys are those of browsers and VS Code; with Alt they go backward. */

import type { IconNode } from "lucide";
import * as icons from "lucide";
import type { Chord } from "../../shared/chords";
import { messageOf } from "../../shared/message-of";
import type { Move } from "../../steps/navigate";
import type { Stepping } from "../steps/stepping-state";
import type { Command, PageState } from "./command";

const isOpen = ({ playground }: PageState) => playground.steps.model.peek()?.state.peek().kind === "open";

function move(
  title: string,
  icon: IconNode,
  keys: readonly Chord[],
  to: Move,
  direction: 1 | -1 = 1,
): Command {
  return {
    ...{ title, icon, keys, repeats: true, onlyWhen: true, when: isOpen },
    run: ({ playground }) => void playground.steps.model.peek()?.move(to, direction),
  };
}

function toHit(title: string, keys: readonly Chord[], direction: 1 | -1): Command {
  return {
    ...{ title, icon: icons.CircleDot, keys, repeats: true, onlyWhen: true, when: isOpen },
    run: inEditor((stepping) => stepping.toHit(direction)),
  };
}

/** Runs a command on what the editor shows of steps and breakpoints, which is loaded first if need be. */
function inEditor(run: (stepping: Stepping) => void | Promise<void>): (page: PageState) => void {
  return (page) => {
    loadStepping(page)
      .then((stepping) => run(stepping))
      .catch((error: unknown) =>
        page.playground.notices.error(
          `Steps and breakpoints could not be loaded (${messageOf(error)}). Check the connection, then try again.`,
        ),
      );
  };
}

/** Loads what the editor shows of steps and breakpoints. */
export async function loadStepping(page: PageState): Promise<Stepping> {
  const { startStepping } = await import("../steps/stepping");
  const { stepping } = page.shell;
  stepping.value ??= startStepping(page);
  return stepping.value;
}

export const STEP_COMMANDS = {
  openSteps: {
    title: "Step through the last run",
    icon: icons.Footprints,
    keys: [{ key: "F10", mod: true }],
    when: ({ playground }) =>
      playground.run.replayable.peek() !== null &&
      playground.steps.model.peek()?.state.peek().kind !== "open",
    run: (page) => void openSteps(page),
  },
  closeSteps: {
    title: "Close the steps",
    icon: icons.X,
    when: isOpen,
    run: ({ playground }) => playground.steps.model.peek()?.close(),
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
  stepToPrint: move("Step to the next print", icons.SquareTerminal, [], "print"),
  stepToPrintBack: move("Step to the print before", icons.SquareTerminal, [], "print", -1),
  stepToCall: move("Step to the next call", icons.ArrowLeftRight, [], "request"),
  stepToCallBack: move("Step to the call before", icons.ArrowLeftRight, [], "request", -1),
  stepToVisit: move("Step to the next visit of this line", icons.Repeat, [], "visit"),
  stepToVisitBack: move("Step to the visit of this line before", icons.Repeat, [], "visit", -1),
  toggleBreakpoint: {
    ...{ title: "Set or remove a breakpoint", icon: icons.CircleDot, keys: [{ key: "F9" }] },
    run: inEditor((stepping) => stepping.toggle()),
  },
  editBreakpoint: {
    title: "Edit the breakpoint's condition",
    icon: icons.CircleDot,
    run: inEditor((stepping) => stepping.edit()),
  },
  removeBreakpoints: {
    title: "Remove all breakpoints of the script",
    icon: icons.CircleDot,
    run: inEditor((stepping) => stepping.removeAll()),
  },
  nextHit: toHit("Go to the next breakpoint hit", [{ key: "F5" }], 1),
  previousHit: toHit("Go to the breakpoint hit before", [{ key: "F5", shift: true }], -1),
  runToHere: {
    ...{ title: "Run to the caret's line", icon: icons.TextCursor, when: isOpen },
    run: inEditor((stepping) => stepping.runTo(1)),
  },
  runBackToHere: {
    ...{ title: "Run back to the caret's line", icon: icons.TextCursor, when: isOpen },
    run: inEditor((stepping) => stepping.runTo(-1)),
  },
  lineCounts: {
    title: "Show or hide how often each line ran",
    icon: icons.Repeat,
    when: ({ playground }) => playground.run.replayable.peek() !== null,
    run: inEditor((stepping) => stepping.toggleCounts()),
  },
  firstStep: move("Go to the first step", icons.ChevronFirst, [{ key: "Home", alt: true }], "first"),
  lastStep: move("Go to the last step", icons.ChevronLast, [{ key: "End", alt: true }], "last"),
} satisfies Record<string, Command>;

async function openSteps({ playground }: PageState): Promise<void> {
  try {
    const steps = await playground.steps.load();
    await steps.open();
  } catch (error) {
    playground.notices.error(
      `The steps could not be loaded (${messageOf(error)}). Check the connection, then try again.`,
    );
  }
}
