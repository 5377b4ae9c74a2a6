import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { Count, GraphId, Time } from "./schema-parts";

/**
 * A template that is being paced: its first messages go out at once, those after them are held
 * (`held_for_quality_assessment`) until Meta has seen what people think of the first ones. Meta keeps its own numbers
 * secret, so they stand here.
 */
export const PacingSchema = v.strictObject({
  templateId: GraphId,
  /** Messages that go out before the holding begins. */
  freeMessages: Count,
  /** Messages taken in so far. */
  accepted: Count,
  /** How long the first held message waits for the decision. */
  holdMs: v.pipe(Count, v.maxValue(86_400_000)),
  /** When Meta decides: set by the first message that is held; null before it. */
  decidedAt: v.nullable(Time),
  /** `released`: what is held is sent, and the pacing is over. `dropped`: it fails with 132015, and the template is paused. */
  outcome: v.picklist(["released", "dropped"]),
});

export type Pacing = DeepReadonly<v.InferOutput<typeof PacingSchema>>;
