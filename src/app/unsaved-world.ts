/** What a page leaves behind of the simulated world. */
import * as v from "valibot";

/** A stored world's revision; null: nothing was stored. */
const Revision = v.nullable(v.string());

export const LeftWorldSchema = v.variant("kind", [
  v.object({
    kind: v.literal("events"),
    /** One save after the other: each makes the world of revision `to` out of the one of revision `from`. */
    steps: v.pipe(
      v.array(v.object({ from: Revision, to: v.string(), events: v.array(v.unknown()) })),
      v.minLength(1),
    ),
  }),
  v.object({
    kind: v.literal("world"),
    /** The revisions it was made from: the last one saved, and one whose save was under way. */
    from: v.array(Revision),
    to: v.string(),
    pristine: v.boolean(),
    world: v.unknown(),
  }),
]);

/** The unsaved changes of one page. Events and world are unknown: whoever takes them up parses them. */
export type LeftWorld = v.InferOutput<typeof LeftWorldSchema>;

/** Their keys in localStorage. */
export const UNSAVED_WORLD = "lua-agent-playground.unsaved-world.";
