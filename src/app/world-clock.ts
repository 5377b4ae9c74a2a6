import { effect, type Signal } from "@preact/signals";
import type { Later } from "../shared/later";

// Pauses between runs count in the simulated world too, so limits recover, but not overnight: every window would close.
const MAX_PAUSE_MS = 10 * 60 * 1000;
/** How often the clock moves while time runs. */
const TICK_MS = 1000;

export interface WorldClockParts {
  readonly running: Signal<boolean>;
  readonly later: Later;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Called when this tab's clock starts. */
  started(): void;
  pass(ms: number): void;
}

/** Real milliseconds since `last`, at most as many as may pass in a simulated world. */
export function pauseSince(last: number, now: number): number {
  return Math.min(Math.max(0, now - last), MAX_PAUSE_MS);
}

/** Advances simulated time in real time while `running` is on. The returned function stops it. */
export function watchClock({ running, later, now, started, pass }: WorldClockParts): () => void {
  return effect(() => {
    if (!running.value) return;
    started();
    let last = now();
    let cancel = () => {};
    const tick = () => {
      const ms = pauseSince(last, now());
      last = now();
      pass(ms);
      cancel = later(tick, TICK_MS);
    };
    cancel = later(tick, TICK_MS);
    return () => cancel();
  });
}
