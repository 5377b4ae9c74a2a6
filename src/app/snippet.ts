import { signal } from "@preact/signals";
import type { CallRow } from "../gateway/call-row";
import { couldNotBegin, type RunSinks, type runInBox } from "./box-run";
import { oncePerFrame } from "./frame-batch";
import { createOutputLog } from "./output-log";
import type { RunEnd, SnippetRun } from "./playground";

/** Runs a piece of Lua beside the page's own run; its world's events lead nowhere. */
export function startSnippet(begin: (sinks: RunSinks) => Promise<ReturnType<typeof runInBox>>): SnippetRun {
  const log = createOutputLog();
  const output = signal("");
  const calls = signal<readonly CallRow[]>([]);
  const end = signal<RunEnd | null>(null);
  const rows: CallRow[] = [];
  const show = oncePerFrame(() => {
    output.value = log.text();
    calls.value = rows.slice();
  });
  let stop = () => {
    end.value ??= { kind: "stopped", elapsedMs: 0 };
  };
  const sinks: RunSinks = {
    output(frames) {
      log.append(frames);
      show.soon();
    },
    row(row) {
      rows.push(row);
      show.soon();
    },
    events() {},
    call: () => Promise.reject(new Error("Examples run in mock mode only.")),
  };
  const finish = (how: RunEnd) => {
    show.now();
    end.value ??= how;
  };
  begin(sinks).then(
    async (run) => {
      if (end.peek() !== null) return run.stop();
      stop = run.stop;
      finish(await run.ended);
    },
    (error: unknown) => finish(couldNotBegin(error)),
  );
  return { output, calls, end, stop: () => stop() };
}
