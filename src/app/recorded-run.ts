import type { RunInputs } from "../sandbox/replay-job";

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
