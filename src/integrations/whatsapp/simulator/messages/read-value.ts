import type { JsonValue } from "../../../../shared/json";
import { badParameter } from "../graph/refusal";

/** The length of a text in code points (Meta says "characters" without naming the unit). */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The value as text, a number as its digits, or `null` if it is missing. `param` names it in Meta's notation. */
export function optionalText(value: JsonValue | undefined, param: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  // JSON such as 1e999 is too large for a number.
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  throw badParameter(`Param ${param} must be a string.`);
}

/** Like `optionalText`, but refuses with `The parameter … is required.` if missing or empty. */
export function requiredText(value: JsonValue | undefined, param: string): string {
  const text = optionalText(value, param);
  if (text === null || text === "") throw badParameter(`The parameter ${param} is required.`);
  return text;
}

/** True or false, also as the words that a form sends. False if missing. */
export function flag(value: JsonValue | undefined, param: string): boolean {
  if (value === undefined || value === null || value === false || value === "false") return false;
  if (value === true || value === "true") return true;
  throw badParameter(`Param ${param} must be a boolean.`);
}

/** One of Meta's words, compared without case, upper-case in the result. */
export function oneOf<Word extends string>(text: string, words: readonly Word[], param: string): Word {
  const found = words.find((word) => word === text.toUpperCase());
  if (found === undefined) {
    throw badParameter(`Param ${param} must be one of {${words.join(", ")}} - got "${text}".`);
  }
  return found;
}

/** A list, empty if missing. An empty object counts as an empty list: Lua and PHP cannot tell them apart. */
export function list(value: JsonValue | undefined, param: string): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && Object.keys(value).length === 0) return [];
  throw badParameter(`Param ${param} must be an array.`);
}
