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
  /** Of the run that is stepped through. */
  readonly hits: ReadonlySignal<Hits>;
  readonly countsShown: ReadonlySignal<boolean>;
  /** The line whose breakpoint is being edited, if any, and what a new one does unless something else is chosen. */
  readonly editing: Signal<{ readonly line: number; readonly kind: LineBreakpoint["kind"] } | null>;
  /** Whether steps of the script in the editor are open. */
  readonly here: ReadonlySignal<boolean>;
  /** Opens the steps of the last run, if it can be replayed and they are not open. */
  openLast(): void;
  /** Opens the dialog of a line's breakpoint. */
  edit(line: number, kind?: LineBreakpoint["kind"]): void;
  removeAll(): void;
  /** Goes to the next breakpoint hit, or else to the last step; backward to the one before, or else to the first. */
  toHit(direction: 1 | -1): void;
  /** Goes to the nearest visit of a line after or before this step. */
  runTo(direction: 1 | -1, line: number): void;
  /** Shows or hides how often each line ran. */
  toggleCounts(): Promise<void>;
}
