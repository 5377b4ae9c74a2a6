/** What can happen at one step of a run. */
export type StepKind = "line" | "call" | "return" | "print" | "request" | "error" | "end";

/** Where in a run something happens. */
export interface StepPlace {
  /** 1-based; of a call the line where the function begins, else the line that is running. */
  readonly line: number;
  /** Functions of the script that are open, without the main chunk. */
  readonly depth: number;
  /** 0 is the main thread. Coroutines are counted in the order in which they first run. */
  readonly thread: number;
}
