import * as v from "valibot";
import type { JsonValue } from "../../shared/json";
import type { DeepReadonly } from "../../shared/readonly";
import { fields } from "./fields";

const Json: v.GenericSchema<unknown, JsonValue> = v.custom<JsonValue>(
  (value) => value !== undefined,
  "Expected a JSON value",
);

const Pattern = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      new RegExp(text, "u");
      return true;
    } catch {
      return false;
    }
  }, "Expected a regular expression"),
);

const simple = [
  v.string(),
  v.number(),
  v.boolean(),
  fields({ equals: Json }),
  /** Part of a text, letter case aside. */
  fields({ contains: v.string() }),
  /** A regular expression as `regex.match` takes it, without delimiters and letter case aside (README). */
  fields({ pattern: Pattern }),
  fields({ oneOf: v.array(Json) }),
  fields({ atLeast: v.number() }),
  fields({ atMost: v.number() }),
  /** Each of the list's values somewhere in the list, in any order, and no other. */
  fields({ sameItems: v.array(Json) }),
] as const;

/** What a value must match. A bare value means `equals`. */
export type Match = DeepReadonly<v.InferOutput<(typeof simple)[number]>> | { readonly not: Match };

export const MatchSchema: v.GenericSchema<unknown, Match> = v.union(
  [...simple, fields({ not: v.lazy(() => MatchSchema) })],
  "Expected a value, or one of equals, contains, pattern, oneOf, atLeast, atMost, sameItems, not",
);

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many there must be. */
export const CountSchema = v.pipe(
  fields({
    exactly: v.exactOptional(Whole),
    atLeast: v.exactOptional(Whole),
    atMost: v.exactOptional(Whole),
  }),
  v.check((count) => Object.keys(count).length > 0, "Expected exactly, atLeast or atMost"),
);

export type CountRule = v.InferOutput<typeof CountSchema>;
