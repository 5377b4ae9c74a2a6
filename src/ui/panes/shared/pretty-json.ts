import * as v from "valibot";
import type { JsonValue } from "../../../shared/json";

const json: v.GenericSchema<JsonValue> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
);

/** A body's text as JSON; undefined when it is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // What JSON.parse gives is JSON; the check carries that into the types without a cast.
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJson(value: unknown): value is JsonValue {
  return v.is(json, value);
}

/** JSON as people read it, two spaces a level. */
export function prettyJson(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
