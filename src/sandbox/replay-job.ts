import type { DocPage } from "../docs/docs";
import type { Worlds } from "../integrations/simulation";
import type { RunLimits } from "../runtime/host";
import type { ReplayQuestion } from "../steps/replay-protocol";
import type { RunJob } from "./protocol";

/** What a person did in the worlds during a mock run, and the number of the check at which the run learned of it. */
export interface HeardEvents {
  readonly look: number;
  /** `WorldEvents` as JSON. */
  readonly text: string;
}

/** Everything a run was given: with the same inputs it does the same again. Contains no token. */
export interface RunInputs {
  readonly name: string;
  readonly source: string;
  readonly limits: RunLimits;
  readonly docs: readonly DocPage[];
  readonly accounts: RunJob["accounts"];
  readonly door:
    | { readonly kind: "mock"; readonly worlds: Worlds; readonly heard: readonly HeardEvents[] }
    | {
        readonly kind: "recorded";
        readonly seed: number;
        /** The answers of the live calls, in order. */
        readonly answers: readonly string[];
        /** What the clocks showed at each read, in order. */
        readonly clocks: readonly number[];
      };
}

/** Page → worker that replays. */
export interface ReplayJob {
  readonly inputs: RunInputs;
  readonly question: ReplayQuestion;
}
