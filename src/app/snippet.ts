import { signal } from "@preact/signals";
import type { OpenBox } from "../sandbox/page/box";
import { oncePerFrame } from "./frame-batch";
import { readable } from "./readable";
import { couldNotBegin, type RunEnd } from "./run-end";
import type { ApartJob, ApartState } from "./trial";

export type SnippetRun = ReturnType<typeof startSnippet>;

/** Runs a piece of Lua beside the page's own run, in its own world, and reports progress in signals. */
export function startSnippet(openBox: () => Promise<OpenBox>, job: () => Promise<ApartJob>) {
  /** What it has done so far, or `null` before it begins. */
  const state = signal<ApartState | null>(null);
  /** How it ended, or `null` while it runs. */
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
  return { state: readable(state), end: readable(end), stop: () => stop() };
}
