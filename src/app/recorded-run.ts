import type { RunInputs } from "../sandbox/replay-job";

/** A run that can be replayed, with the results to compare a replay with. In memory only. */
export interface RecordedRun {
  readonly inputs: RunInputs;
  readonly scriptId: string;
  /** Whether the script finished, normally or with an error of its own. */
  readonly ended: boolean;
  /** The script's own time. */
  readonly elapsedMs: number;
  /** A hash of all its output (`byteHash`), or `null` if not all of it was kept. */
  readonly output: () => number | null;
  /** The error's message, or `null`. */
  readonly error: string | null;
}
