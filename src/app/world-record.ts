/** A simulated world as it is stored, and the unsaved changes that a closing page leaves behind. */
import * as v from "valibot";
import { parseOrNull } from "../shared/parse-with";

const RECORD = v.object({
  /** The save that wrote it; `null` if that was before saves had names. */
  revision: v.fallback(v.nullable(v.string()), null),
  /** A ready world in which nothing has happened yet. */
  pristine: v.fallback(v.boolean(), false),
  /** To be parsed. */
  world: v.unknown(),
});

export type WorldRecord = Readonly<v.InferOutput<typeof RECORD>>;

/** Reads a stored record. A bare document was stored by an older version of the page. */
export function readWorldRecord(stored: unknown): WorldRecord {
  return parseOrNull(RECORD, stored) ?? { revision: null, pristine: false, world: stored };
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
