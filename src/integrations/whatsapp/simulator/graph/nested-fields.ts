import { isJsonObject, type JsonObject, type JsonValue } from "../../../../shared/json";
import type { Call } from "./call";
import { Refusal } from "./refusal";
import type { Asked, GraphOutcome } from "./route";

/** One entry of `fields`, such as `name`, `quality_score{score}` or `phone_numbers.limit(2){id}`. */
export interface AskedField {
  readonly name: string;
  /** The contents of the brackets in `.limit(…)`, or `null`. */
  readonly limit: string | null;
  /** The contents of the braces, or `null`. */
  readonly inner: string | null;
}

/** Whether the call's `fields` need `nested`. */
export function hasNestedFields({ query }: Call): boolean {
  return /[{}().]/.test(query.get("fields") ?? "");
}

/**
 * Makes a node's or list's handler pick subfields too: `health_status{entities{id}}` picks from an object, or from each object of
 * a list. `fieldPicker` checks the node's own fields.
 */
export function nested(answer: (asked: Asked) => GraphOutcome): (asked: Asked) => GraphOutcome {
  return (asked) => {
    const { call } = asked;
    if (!hasNestedFields(call)) return answer(asked);
    const fields = parseFields(call.query.get("fields") ?? "");
    const query = new URLSearchParams(call.url?.search ?? "");
    query.set("fields", fields.map(({ name }) => name).join(","));
    const outcome = answer({ ...asked, call: { ...call, query } });
    const { data } = outcome.body;
    const body = Array.isArray(data)
      ? { ...outcome.body, data: data.map((one) => pickFrom(one, fields)) }
      : pickEach(outcome.body, fields);
    return { ...outcome, body };
  };
}

function pickFrom(value: JsonValue, fields: readonly AskedField[]): JsonValue {
  return isJsonObject(value) ? pickEach(value, fields) : value;
}

/** The object with the requested subfields of its fields. */
export function pickEach(object: JsonObject, fields: readonly AskedField[]): JsonObject {
  const inners = new Map(fields.map(({ name, inner }) => [name, inner]));
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, pickInner(value, inners.get(name) ?? null)]),
  );
}

/** Parses `fields`. A syntax error fails with 2500 and its position (chosen: Meta's words vary). */
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
