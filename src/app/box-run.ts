/** One script in the sandbox, as the page's models see it: rows parsed, the end in words. */
import type { CallRow } from "../gateway/call-row";
import type { ReturnedValues } from "../gateway/run-result";
import type { WorldEvents } from "../integrations/simulation";
import type { ScriptError } from "../runtime/host";
import type { OpenBox } from "../sandbox/page/box";
import type { BoxEnd, BoxRun, RunListener } from "../sandbox/page/worker-run";
import { parseRow, type RunJob } from "../sandbox/protocol";
import type { HeardEvents } from "../sandbox/replay-job";
import { messageOf } from "../shared/message-of";

/** The message of a run that was ended because of its time limit, word for word: docs/runtime.md, Limits. */
export const TIMEOUT = "Lua timeout error";

interface RunSinks {
  output(frames: Uint8Array<ArrayBuffer>): void;
  row(row: CallRow): void;
  events(events: WorldEvents): void;
  heard?(heard: HeardEvents): void;
  clocks?(values: readonly number[]): void;
  call: RunListener["call"];
}

/** Runs a job. A message from the worker that cannot be parsed ends the run and says so. */
export function runInBox(
  box: OpenBox,
  job: RunJob,
  sinks: RunSinks,
): Pick<BoxRun, "stop" | "tell"> & { readonly ended: Promise<RunEnd> } {
  let broken: string | null = null;
  const run: BoxRun = box.run(job, {
    output: (frames) => guarded(() => sinks.output(frames)),
    row: (row) => guarded(() => sinks.row(parseRow(row))),
    events: (events) => guarded(() => sinks.events(events)),
    ...(sinks.heard && { heard: sinks.heard }),
    ...(sinks.clocks && { clocks: sinks.clocks }),
    call: sinks.call,
  });
  function guarded(take: () => void): void {
    try {
      take();
    } catch (error) {
      broken ??= messageOf(error);
      run.stop();
    }
  }
  return {
    stop: run.stop,
    tell: run.tell,
    ended: run.ended.then((end) => (broken === null ? inWords(end) : failure(broken, end))),
  };
}

function inWords(end: BoxEnd): RunEnd {
  switch (end.kind) {
    case "done": {
      const { error, result, exact, memoryBytes } = end.chunk;
      const { elapsedMs } = end;
      return error === null
        ? { kind: "finished", result, ...(exact !== undefined && { exact }), elapsedMs, memoryBytes }
        : { kind: "failed", error, elapsedMs, memoryBytes };
    }
    case "stopped":
      return { kind: "stopped", elapsedMs: end.elapsedMs };
    case "timeout":
      return failure(TIMEOUT, end);
    case "crashed":
      return failure(end.message, end);
  }
}

function failure(message: string, { elapsedMs }: { readonly elapsedMs: number }): RunEnd {
  const error: ScriptError = { message, line: null, traceback: [] };
  return { kind: "failed", error, elapsedMs, memoryBytes: 0 };
}

/** Returns the end of a run that could not begin. */
export function couldNotBegin(error: unknown): RunEnd {
  return failure(messageOf(error), { elapsedMs: 0 });
}

/** How a run ended. `elapsedMs` is the script's own time. */
export type RunEnd =
  /** `leftOut`: the returned values were too large to keep for later. */
  | ({ readonly kind: "finished"; readonly leftOut?: true } & ReturnedValues & Cost)
  | ({ readonly kind: "failed"; readonly error: ScriptError } & Cost)
  | { readonly kind: "stopped"; readonly elapsedMs: number };

interface Cost {
  readonly elapsedMs: number;
  readonly memoryBytes: number;
}
