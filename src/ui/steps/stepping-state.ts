import type { ReadonlySignal } from "@preact/signals";
import type { Hits } from "../../app/breakpoint-hits";
import type { createBreakpoints } from "../../app/breakpoints";

/** Steps and breakpoints in the script editor. Lines are 1-based. Without a line, a command acts on the caret's. */
export interface Stepping {
  readonly breakpoints: ReturnType<typeof createBreakpoints>;
  /** Of the run that is stepped through. */
  readonly hits: ReadonlySignal<Hits>;
  readonly countsShown: ReadonlySignal<boolean>;
  /** The line whose breakpoint is being edited. */
  readonly editing: ReadonlySignal<number>;
  toggle(line?: number): void;
  /** Opens the dialog of a line's breakpoint. */
  edit(line?: number): void;
  removeAll(): void;
  /** Goes to the next breakpoint hit, or else to the last step; backward to the one before, or else to the first. */
  toHit(direction: 1 | -1): void;
  /** Goes to the nearest visit of a line after or before this step. */
  runTo(direction: 1 | -1, line?: number): void;
  /** Shows or hides how often each line ran. */
  toggleCounts(): Promise<void>;
}
