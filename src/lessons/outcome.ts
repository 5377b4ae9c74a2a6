import type { CallRow } from "../gateway/call-row";
import type { World } from "../integrations/whatsapp/simulator/state";
import type { JsonValue } from "../shared/json";

/** How a script's run over one world ended. */
export type TrialEnd =
  | { readonly kind: "finished"; readonly result: readonly JsonValue[] }
  /** `message` as Lua raised it, position in front. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "stopped" };

/** All that a run over one world left behind: what checks look at. */
export interface Outcome {
  readonly end: TrialEnd;
  /** Every printed line, joined by line breaks. */
  readonly output: string;
  readonly calls: readonly CallRow[];
  readonly before: World;
  readonly after: World;
}

/** Runs a script in mock mode over a world of its own, in the box or, in tests, in Node. */
export type RunTrial = (job: {
  readonly name: string;
  readonly source: string;
  readonly world: World;
}) => Promise<Outcome>;
