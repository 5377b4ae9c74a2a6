/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys come from outside: look them up with `Object.hasOwn` or iterate, never through the prototype. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether this is a JSON object, not an array, null or a scalar. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether this is a JSON array. Unlike `Array.isArray`, keeps the type of the items. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The own property `key` of a JSON object; undefined for anything else, and never a prototype's property. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Parses JSON text. Returns `undefined` if it is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  // Nothing stored, as at every first visit. See `readOrNull`.
  if (text === "") return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
