import type { RunJob } from "../sandbox/protocol";
import type { RunInputs } from "../sandbox/replay-job";

/** Most clock reads, and characters of responses, recorded per run. */
const MOST_CLOCKS = 1_000_000;
const MOST_ANSWERED = 64 * 1024 * 1024;

/** Records a live run's inputs while it runs. */
export function recordLive() {
  const answers: string[] = [];
  const clocks: number[] = [];
  let answered = 0;
  // Live runs differ from each other, as on the host.
  const seed = Math.floor(Math.random() * 2 ** 32);
  return {
    seed,
    clocks(values: readonly number[]): void {
      // A replay reads these in order, so only the last ones may be dropped.
      clocks.push(...values.slice(0, MOST_CLOCKS - clocks.length));
    },
    answered(text: string): void {
      answered += text.length;
      if (answered <= MOST_ANSWERED) answers.push(text);
    },
    /** Returns the recorded inputs, or `null` if there were too many to keep. */
    inputs(job: Omit<RunJob, "door">): RunInputs | null {
      if (answered > MOST_ANSWERED) return null;
      return { ...job, door: { kind: "recorded", seed, answers, clocks } };
    },
  };
}
