import { type ReadonlySignal, signal } from "@preact/signals";
import type { Box } from "../sandbox/page/box";
import { couldNotBegin, type RunEnd } from "./box-run";
import { oncePerFrame } from "./frame-batch";
import type { ApartJob, ApartState } from "./trial";

export interface SnippetRun {
  /** What it has done so far, or `null` before it began. */
  readonly state: ReadonlySignal<ApartState | null>;
  /** How it ended, or `null` while it runs. */
  readonly end: ReadonlySignal<RunEnd | null>;
  stop(): void;
}

/** Runs a piece of Lua beside the page's own run, in a world of its own, and reports it in signals. */
export function startSnippet(openBox: () => Promise<Box>, job: () => Promise<ApartJob>): SnippetRun {
  const state = signal<ApartState | null>(null);
  const end = signal<RunEnd | null>(null);
  let read: () => ApartState | null = () => null;
  const show = oncePerFrame(() => {
    state.value = read();
  });
  const finish = (how: RunEnd) => {
    show.now();
    end.value ??= how;
  };
  let stop = () => finish({ kind: "stopped", elapsedMs: 0 });
  const begin = async () => {
    const { runApart } = await import("./trial");
    const run = await runApart(openBox, await job(), show.soon);
    if (end.peek() !== null) return run.stop();
    read = run.state;
    stop = run.stop;
    show.soon();
    finish(await run.ended);
  };
  begin().catch((error: unknown) => finish(couldNotBegin(error)));
  return { state, end, stop: () => stop() };
}
