/** A stored simulated world, and the unsaved changes that a closing page leaves behind. */
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
  /** The save that wrote it, or `null` if that was before saves had names. */
  readonly revision: string | null;
  /** Whether it is a ready-made world in which nothing has happened yet. */
  readonly pristine: boolean;
  /** Not parsed yet. */
  readonly world: unknown;
}

/** The revision of a stored world, or `null` if nothing was stored. */
const revision = asNullable(asText);

/** Reads a stored record. Older versions of the page stored a bare document. */
export function readWorldRecord(stored: unknown): WorldRecord {
  const of = readOrNull(asFields, stored);
  if (of === null || !("world" in of)) return { revision: null, pristine: false, world: stored };
  return {
    revision: readOrNull(revision, of.revision),
    pristine: readOrNull(asFlag, of.pristine) ?? false,
    world: of.world,
  };
}

/** The unsaved changes of one page. Events and world are not parsed yet. */
export type LeftWorld =
  | {
      readonly kind: "events";
      /** Consecutive saves, at least one: each turns the world of revision `from` into that of revision `to`. */
      readonly steps: readonly LeftStep[];
    }
  | {
      readonly kind: "world";
      /** The revisions it was made from: the last one saved, and any being saved at the time. */
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

/** Parses unsaved data from a closing page. Returns `null` if it is damaged. */
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
