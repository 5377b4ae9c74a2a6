/** A simulated world as it is stored, and the unsaved changes that a closing page leaves behind. */
import * as v from "valibot";

export interface WorldRecord {
  /** The save that wrote it; `null` if that was before saves had names. */
  readonly revision: string | null;
  /** A ready world in which nothing has happened yet. */
  readonly pristine: boolean;
  /** To be parsed. */
  readonly world: unknown;
}

/** Reads a stored record. A bare document was stored by an older version of the page. */
export function readWorldRecord(stored: unknown): WorldRecord {
  if (typeof stored !== "object" || stored === null || !("world" in stored)) {
    return { revision: null, pristine: false, world: stored };
  }
  const revision = "revision" in stored && typeof stored.revision === "string" ? stored.revision : null;
  return { revision, pristine: "pristine" in stored && stored.pristine === true, world: stored.world };
}

/** The revision of a stored world; `null` if nothing was stored. */
const Revision = v.nullable(v.string());

export const LeftWorldSchema = v.variant("kind", [
  v.object({
    kind: v.literal("events"),
    /** One save after the other: each turns the world of revision `from` into that of revision `to`. */
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

/** The unsaved changes of one page. Events and world are still to be parsed. */
export type LeftWorld = v.InferOutput<typeof LeftWorldSchema>;
