/** One script in the sandbox, as the page's models see it: with parsed rows and the end in words. */
import type { CallRow } from "../gateway/call-row";
import type { WorldEvents } from "../integrations/simulation";
import type { OpenBox } from "../sandbox/page/box";
import type { BoxEnd, BoxRun, RunListener } from "../sandbox/page/worker-run";
import { parseRow, type RunJob } from "../sandbox/protocol";
import type { HeardEvents } from "../sandbox/replay-job";
import { messageOf } from "../shared/message-of";
import { failedRun, type RunEnd, TIMEOUT } from "./run-end";

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
    ended: run.ended.then((end) => (broken === null ? inWords(end) : failedRun(broken, end))),
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
      return failedRun(TIMEOUT, end);
    case "crashed":
      return failedRun(end.message, end);
  }
}
