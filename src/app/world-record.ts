/** A simulated world as it is stored, and the unsaved changes that a closing page leaves behind. */
import {
  asFields,
  asFlag,
  asListOf,
  asNullable,
  asOneOf,
  asText,
  field,
  type Read,
  readOrNull,
} from "../shared/read-value";

export interface WorldRecord {
  /** The save that wrote it; `null` if that was before saves had names. */
  readonly revision: string | null;
  /** A ready world in which nothing has happened yet. */
  readonly pristine: boolean;
  /** To be parsed. */
  readonly world: unknown;
}

/** The revision of a stored world; `null` if nothing was stored. */
const revision = asNullable(asText);

/** Reads a stored record. A bare document was stored by an older version of the page. */
export function readWorldRecord(stored: unknown): WorldRecord {
  const of = readOrNull(asFields, stored);
  if (of === null || !("world" in of)) return { revision: null, pristine: false, world: stored };
  return {
    revision: readOrNull(revision, of.revision),
    pristine: readOrNull(asFlag, of.pristine) ?? false,
    world: of.world,
  };
}

/** The unsaved changes of one page. Events and world are still to be parsed. */
export type LeftWorld =
  | {
      readonly kind: "events";
      /** One save after the other: each turns the world of revision `from` into that of revision `to`. At least one. */
      readonly steps: readonly LeftStep[];
    }
  | {
      readonly kind: "world";
      /** The revisions it was made from: the last one saved, and one whose save was under way. */
      readonly from: readonly (string | null)[];
      readonly to: string;
      readonly pristine: boolean;
      readonly world: unknown;
    };

interface LeftStep {
  readonly from: string | null;
  readonly to: string;
  readonly events: readonly unknown[];
}

/** Parses what a closing page left; `null` if it is damaged. */
export function parseLeftWorld(stored: unknown): LeftWorld | null {
  const left = readOrNull(leftWorld, stored);
  return left?.kind === "events" && left.steps.length === 0 ? null : left;
}

const leftWorld: Read<LeftWorld> = (value) => {
  const of = asFields(value);
  if (field(of, "kind", asOneOf(["events", "world"])) === "world")
    return {
      kind: "world",
      from: field(of, "from", asListOf(revision)),
      to: field(of, "to", asText),
      pristine: field(of, "pristine", asFlag),
      world: of.world,
    };
  return { kind: "events", steps: field(of, "steps", asListOf(leftStep)) };
};

const leftStep: Read<LeftStep> = (value) => {
  const of = asFields(value);
  return {
    from: field(of, "from", revision),
    to: field(of, "to", asText),
    events: field(
      of,
      "events",
      asListOf((event) => event),
    ),
  };
};
