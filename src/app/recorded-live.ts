import type { RunJob } from "../sandbox/protocol";
import type { RunInputs } from "../sandbox/replay-job";

/** Looks at a clock, and characters of answers, that are kept of one run. */
const MOST_CLOCKS = 1_000_000;
const MOST_ANSWERED = 64 * 1024 * 1024;

/** Records what a live run is given while it runs. */
export function recordLive() {
  const answers: string[] = [];
  const clocks: number[] = [];
  let answered = 0;
  // Live runs differ from each other, as they do on the host.
  const seed = Math.floor(Math.random() * 2 ** 32);
  return {
    seed,
    clocks(values: readonly number[]): void {
      // Without a hole: a replay takes them in order.
      clocks.push(...values.slice(0, MOST_CLOCKS - clocks.length));
    },
    answered(text: string): void {
      answered += text.length;
      if (answered <= MOST_ANSWERED) answers.push(text);
    },
    /** Returns it, or `null` if it was too much to keep. */
    inputs(job: Omit<RunJob, "door">): RunInputs | null {
      if (answered > MOST_ANSWERED) return null;
      return { ...job, door: { kind: "recorded", seed, answers, clocks } };
    },
  };
}
