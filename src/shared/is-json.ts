import type { JsonValue } from "./json";

/**
 * Whether a value cloned from elsewhere is JSON: plain lists and objects, at most `levels` deep, none of them in two places.
 * Stops at the first hole in a list, and at the first value that is in two places.
 */
export function isJson(value: unknown, levels: number): value is JsonValue {
  const seen = new Set<object>();
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const inside: unknown[] = [];
    for (const each of level) {
      if (each === null || typeof each === "string" || typeof each === "boolean") continue;
      if (typeof each === "number" && Number.isFinite(each)) continue;
      if (typeof each !== "object" || seen.has(each) || depth > levels) return false;
      seen.add(each);
      if (Array.isArray(each)) {
        for (const item of each) {
          if (item === undefined) return false;
          inside.push(item);
        }
      } else if (Object.getPrototypeOf(each) === Object.prototype)
        for (const item of Object.values(each)) inside.push(item);
      else return false;
    }
    level = inside;
  }
  return true;
}
