import type { ReadonlySignal } from "@preact/signals";
import type { Hits } from "../../app/breakpoint-hits";
import type { createBreakpoints, LineBreakpoint } from "../../app/breakpoints";
import type { StepsModel } from "../../app/steps";

/** Steps and breakpoints in the script editor. Lines are 1-based. Without a line, a command acts on the caret's. */
export interface Stepping {
  readonly steps: StepsModel;
  readonly breakpoints: ReturnType<typeof createBreakpoints>;
  /** Of the run that is stepped through. */
  readonly hits: ReadonlySignal<Hits>;
  readonly countsShown: ReadonlySignal<boolean>;
  /** The line whose breakpoint is being edited, and what a new one does unless something else is chosen. */
  readonly editing: ReadonlySignal<{ readonly line: number; readonly kind: LineBreakpoint["kind"] }>;
  /** Whether steps of the script in the editor are open. */
  readonly here: ReadonlySignal<boolean>;
  toggle(line?: number): void;
  /** Opens the dialog of a line's breakpoint. */
  edit(line?: number, kind?: LineBreakpoint["kind"]): void;
  removeAll(): void;
  /** Goes to the next breakpoint hit, or else to the last step; backward to the one before, or else to the first. */
  toHit(direction: 1 | -1): void;
  /** Goes to the nearest visit of a line after or before this step. */
  runTo(direction: 1 | -1, line?: number): void;
  /** Shows or hides how often each line ran. */
  toggleCounts(): Promise<void>;
}
