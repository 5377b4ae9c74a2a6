import { isJsonObject, type JsonObject, type JsonValue } from "../../../../shared/json";
import { remember } from "../remember";
import { badParameter, Refusal } from "./refusal";

type Picking = (object: JsonObject) => JsonObject;

/** One entry of `fields`, such as `name`, `quality_score{score}` or `phone_numbers.limit(2){id}`. */
export interface AskedField {
  readonly name: string;
  /** What is in the brackets of `.limit(…)`, or `null`. */
  readonly limit: string | null;
  /** What is in the braces, or `null`. */
  readonly inner: string | null;
}

/**
 * Returns what picks the fields of a node's objects, which are told as words with blanks between: those that `fields=` asks for, in that order, and always `id`. Without
 * `fields` it picks the defaults. An unknown field answers `(#100) Tried accessing nonexisting field …`, as was observed.
 * A known field that the object lacks is left out. Braces (`a{b}`) pick from an object or from each object of a list.
 */
export function fieldPicker(type: string, defaults: string, others = ""): (wanted: string | null) => Picking {
  const pickerFor = remember(20, (wanted): Picking => {
    const fields = parseFields(wanted);
    const usual = defaults.split(" ");
    const known = new Set([...usual, ...others.split(" ")]);
    for (const { name } of fields) {
      if (!known.has(name)) throw nonexistingField(name, type);
    }
    const inners = new Map(fields.map(({ name, inner }) => [name, inner]));
    const chosen = fields.length === 0 ? usual : [...new Set([...inners.keys(), "id"])];
    return (object) => {
      const picked: Record<string, JsonValue> = {};
      for (const name of chosen) {
        const value = Object.hasOwn(object, name) ? object[name] : undefined;
        if (value !== undefined) picked[name] = pickInner(value, inners.get(name) ?? null);
      }
      return picked;
    };
  });
  return (wanted) => pickerFor(wanted ?? "");
}

/** Reads `fields`. What cannot be read answers 2500, with the place (chosen: Meta's words vary). */
export function parseFields(text: string): readonly AskedField[] {
  const fields: AskedField[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === "{" || character === "(") depth++;
    if (character === "}" || character === ")") depth--;
    const isEnd = character === undefined;
    if (depth < 0 || (isEnd && depth > 0)) throw syntaxError(text, at);
    if (!isEnd && (character !== "," || depth > 0)) continue;
    const part = text.slice(from, at).trim();
    if (part !== "") fields.push(readField(part, text, from));
    from = at + 1;
  }
  return fields;
}

function readField(part: string, text: string, at: number): AskedField {
  const found = /^(\w+)((?:\.\w+\([^()]*\))*)(?:\{(.*)\})?$/s.exec(part);
  if (found === null) throw syntaxError(text, at);
  const [, name = "", modifiers = "", inner = null] = found;
  return { name, limit: /\.limit\(([^()]*)\)/.exec(modifiers)?.[1] ?? null, inner };
}

function syntaxError(text: string, at: number): Refusal {
  return new Refusal(2500, { message: `Syntax error "Expected name." at character ${at}: ${text}` });
}

function pickInner(value: JsonValue, inner: string | null): JsonValue {
  if (inner === null || inner.trim() === "") return value;
  if (Array.isArray(value)) return value.map((one) => pickInner(one, inner));
  if (!isJsonObject(value)) return value;
  const picked: Record<string, JsonValue> = {};
  for (const { name, inner: deeper } of parseFields(inner)) {
    const found = Object.hasOwn(value, name) ? value[name] : undefined;
    if (found !== undefined) picked[name] = pickInner(found, deeper);
  }
  return picked;
}

/** Meta's name for the phone number node. */
export const phoneNumberType = "WhatsAppBusinessPhoneNumber";

/** `(#100) Tried accessing nonexisting field (x) on node type (Y)`. */
export function nonexistingField(name: string, type: string): Error {
  return badParameter(`Tried accessing nonexisting field (${name}) on node type (${type})`);
}
