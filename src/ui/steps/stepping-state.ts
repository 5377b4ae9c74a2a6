import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Hits } from "../../app/breakpoint-hits";
import type { createBreakpoints, LineBreakpoint } from "../../app/breakpoints";
import type { StepsModel } from "../../app/steps";

/** A 1-based line of a script. */
export interface ScriptLine {
  readonly script: string;
  readonly line: number;
}

/** Steps and breakpoints in the script editor. Lines are 1-based. */
export interface Stepping {
  readonly steps: StepsModel;
  readonly breakpoints: ReturnType<typeof createBreakpoints>;
  /** Breakpoint hits of the run being stepped through. */
  readonly hits: ReadonlySignal<Hits>;
  readonly countsShown: ReadonlySignal<boolean>;
  /** The line whose breakpoint is being edited, if any, and the default kind of a new one. */
  readonly editing: Signal<{ readonly line: number; readonly kind: LineBreakpoint["kind"] } | null>;
  /** Whether steps of the script in the editor are open. */
  readonly here: ReadonlySignal<boolean>;
  /** Opens the steps of the last run, if it can be replayed and they are not open yet. */
  openLast(): void;
  /** Opens the dialog of a line's breakpoint. */
  edit(line: number, kind?: LineBreakpoint["kind"]): void;
  removeAll(): void;
  /** Goes to the next breakpoint hit or the last step, or backward to the previous hit or the first step. */
  toHit(direction: 1 | -1): void;
  /** Goes to the nearest visit of a line after or before this step. */
  runTo(direction: 1 | -1, line: number): void;
  /** Shows or hides how often each line ran. */
  toggleCounts(): Promise<void>;
}
