import { luaText } from "../../language/write/lua-text";
import { clipText, shorten } from "../../shared/cut-text";
import type { JsonValue } from "../../shared/json";
import type { CountRule, Match } from "../format/match-schema";

/** What was found instead, for the placeholders in a check's sentence. */
export type Seen = Readonly<Record<string, string>>;

/** Whether a text has a match of a pattern, letter case aside (`patterns.ts`). */
export type PatternTest = (pattern: string, text: string) => boolean;

/** Whether a value matches. A number equals its digits, since Lua and the host mix them freely. */
export function matches(match: Match, value: JsonValue | undefined, test: PatternTest): boolean {
  if (typeof match !== "object") return equal(match, value);
  if ("equals" in match) return equal(match.equals, value);
  if ("contains" in match) return textOf(value).toLowerCase().includes(match.contains.toLowerCase());
  if ("pattern" in match) return test(match.pattern, textOf(value));
  if ("oneOf" in match) return match.oneOf.some((one) => equal(one, value));
  if ("atLeast" in match) return typeof value === "number" && value >= match.atLeast;
  if ("atMost" in match) return typeof value === "number" && value <= match.atMost;
  if ("sameItems" in match) return sameItems(match.sameItems, value);
  return !matches(match.not, value, test);
}

export function counts({ exactly, atLeast, atMost }: CountRule, count: number): boolean {
  return (
    (exactly === undefined || count === exactly) &&
    (atLeast === undefined || count >= atLeast) &&
    (atMost === undefined || count <= atMost)
  );
}

/**
 * Returns the item to describe when a count is wrong: the first of too many, or else the nearest miss. `nearness` returns
 * `null` for an item that can't be the one meant. Returns `undefined` if there is nothing to describe.
 */
export function culprit<T>(
  { exactly, atMost }: CountRule,
  found: readonly T[],
  missed: readonly T[],
  nearness: (one: T) => number | null,
): T | undefined {
  const most = exactly ?? atMost ?? Number.POSITIVE_INFINITY;
  if (found.length > most) return found[most];
  let nearest: T | undefined;
  let least = Number.NEGATIVE_INFINITY;
  for (const one of missed) {
    const near = nearness(one);
    if (near === null || near <= least) continue;
    nearest = one;
    least = near;
  }
  return nearest;
}

/** A value for a sentence: text in quotes, lists and tables in braces, long ones in short. */
export function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `"${clipText(value, 120)}"`;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : inBraces(listed(value));
  const text = luaText(value);
  return text.length <= 60 ? text : `a table (${shorten(Object.keys(value).join(", "), 60)})`;
}

/** A short list of plain values as `a, b, c`, or the length of any other list. Empty for an empty list. */
export function listed(items: readonly JsonValue[]): string {
  const text = items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join(", ");
  return text.length <= 100 ? text : `a list of ${items.length}`;
}

/** As a list of Lua, unless it only says how long the list is. */
function inBraces(text: string): string {
  return text.startsWith("a list of ") ? text : `{ ${text} }`;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function equal(wanted: JsonValue, value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || wanted === null) return wanted === (value ?? null);
  if (typeof wanted === "boolean" || typeof value === "boolean") return wanted === value;
  if (typeof wanted !== "object" && typeof value !== "object") return String(wanted) === String(value);
  if (typeof wanted !== "object" || typeof value !== "object") return false;
  const [mine, theirs] = [fieldsOf(wanted), fieldsOf(value)];
  // An empty Lua table is a list and a table at once.
  if (mine.size > 0 && Array.isArray(wanted) !== Array.isArray(value)) return false;
  return mine.size === theirs.size && [...mine].every(([key, item]) => equal(item, theirs.get(key)));
}

/** The fields of a table. In Lua, a field that is nil is absent. */
function fieldsOf(value: object): ReadonlyMap<string, JsonValue> {
  const entries: readonly (readonly [string, JsonValue])[] = Object.entries(value);
  return new Map(entries.filter(([, item]) => item !== null));
}

function sameItems(wanted: readonly JsonValue[], value: JsonValue | undefined): boolean {
  const left = Array.isArray(value) ? [...value] : typeof value === "object" && value !== null ? [] : null;
  if (left === null || left.length !== wanted.length) return false;
  return wanted.every((one) => {
    const at = left.findIndex((item) => equal(one, item));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
