import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { Count, ErrorNumber } from "./schema-parts";

/**
 * The operations of calls, by their names in fault rules and the world's counters. A route without a name counts as `other`.
 */
export const operations = [
  "send_message",
  "send_template",
  "get_message",
  "list_templates",
  "list_contacts",
  "get_current_user",
  "mark_read",
  "get_phone_number",
  "other",
] as const;

export type Operation = (typeof operations)[number];

/** When a connection is lost: `before` the request was seen, or `after` it was done, with the response on its way back. */
const LostSchema = v.picklist(["before", "after"]);

/**
 * A rule that makes calls go wrong: "the 3rd send_template answers 131057" is
 * `{operation: "send_template", from: 3, count: 1, effect: {kind: "error", code: 131057, subcode: null}}`. `code` says which
 * errors it may answer with.
 */
export function faultSchema<Code extends v.GenericSchema<number, number>>(code: Code) {
  return v.strictObject({
    /** `any` counts all calls together. */
    operation: v.picklist([...operations, "any"]),
    /** The first call hit, counted from 1 since the world began. */
    from: v.pipe(Count, v.minValue(1)),
    /** How many calls in a row. `null`: all from there on. */
    count: v.exactOptional(v.nullable(v.pipe(Count, v.minValue(1))), null),
    effect: v.variant("kind", [
      v.strictObject({ kind: v.literal("error"), code, subcode: v.exactOptional(v.nullable(Count), null) }),
      /** A response that is not Meta's: a proxy's page, an empty 502. */
      v.strictObject({
        kind: v.literal("http"),
        status: v.pipe(Count, v.minValue(200), v.maxValue(599)),
        contentType: v.string(),
        body: v.string(),
      }),
      /** The response comes this much simulated time later. After 30 s, the caller no longer waits for it. */
      v.strictObject({ kind: v.literal("slow"), ms: v.pipe(Count, v.maxValue(600_000)) }),
      /** No response: the client gives up after 30 s. */
      v.strictObject({ kind: v.literal("timeout"), when: LostSchema }),
      /** The connection breaks immediately. */
      v.strictObject({ kind: v.literal("cut"), when: LostSchema }),
    ]),
  });
}

/** A world's rule. It may name an error that is not in this program's table, which is then returned as an unknown one. */
export const FaultSchema = /* @__PURE__ */ faultSchema(ErrorNumber);

export type Fault = DeepReadonly<v.InferOutput<typeof FaultSchema>>;
