/** How a run ended, in words. */
import type { ReturnedValues } from "../gateway/run-result";
import type { ScriptError } from "../runtime/host";
import { messageOf } from "../shared/message-of";

/** The exact message of a run that hit its time limit: docs/runtime.md, Limits. */
export const TIMEOUT = "Lua timeout error";

/** Returns the end of a run that failed outside the script. */
export function failedRun(message: string, { elapsedMs }: { readonly elapsedMs: number }): RunEnd {
  const error: ScriptError = { message, line: null, traceback: [] };
  return { kind: "failed", error, elapsedMs, memoryBytes: 0 };
}

/** Returns the end of a run that could not begin. */
export function couldNotBegin(error: unknown): RunEnd {
  return failedRun(messageOf(error), { elapsedMs: 0 });
}

/** Whether the script did not compile, so none of it ran: the error has a line, but no function was open. */
export function wasRefused(end: RunEnd): boolean {
  return end.kind === "failed" && end.error.line !== null && end.error.traceback.length === 0;
}

/** How a run ended. `elapsedMs` is the script's own time. */
export type RunEnd =
  /** `leftOut`: the returned values were too large to store. */
  | ({ readonly kind: "finished"; readonly leftOut?: true } & ReturnedValues & Cost)
  | ({ readonly kind: "failed"; readonly error: ScriptError } & Cost)
  | { readonly kind: "stopped"; readonly elapsedMs: number };

interface Cost {
  readonly elapsedMs: number;
  readonly memoryBytes: number;
}
