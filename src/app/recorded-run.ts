import type { RunJob } from "../sandbox/protocol";
import type { HeardEvents, RunInputs } from "../sandbox/replay-job";

/** A run that can be replayed, with what a replay is compared with. In memory only. */
export interface RecordedRun {
  readonly inputs: RunInputs;
  readonly scriptId: string;
  /** Whether the script came to its end, by itself or by an error of its own. */
  readonly ended: boolean;
  /** The script's own time. */
  readonly elapsedMs: number;
  /** A hash of all it printed (`byteHash`), or `null` if not all of it is kept. */
  readonly output: () => number | null;
  /** The error's message, or `null`. */
  readonly error: string | null;
}

/** Looks at a clock, and characters of answers, that are kept of one live run. */
const MOST_CLOCKS = 1_000_000;
const MOST_ANSWERED = 64 * 1024 * 1024;

/** Live runs differ from each other, as they do on the host. */
export function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** Records what a run is given while it runs. `inputs` returns it, or `null` if it was too much to keep. */
export function recordInputs(job: RunJob) {
  const heard: HeardEvents[] = [];
  const answers: string[] = [];
  const clocks: number[] = [];
  let answered = 0;
  return {
    heard: (one: HeardEvents) => void heard.push(one),
    clocks(values: readonly number[]): void {
      // Without a hole: a replay takes them in order.
      clocks.push(...values.slice(0, MOST_CLOCKS - clocks.length));
    },
    answered(text: string): void {
      answered += text.length;
      if (answered <= MOST_ANSWERED) answers.push(text);
    },
    inputs(): RunInputs | null {
      const { door } = job;
      if (door.kind === "mock") return { ...job, door: { ...door, heard } };
      if (answered > MOST_ANSWERED) return null;
      return { ...job, door: { kind: "recorded", seed: door.seed, answers, clocks } };
    },
  };
}
