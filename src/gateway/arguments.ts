import type { CallArguments, ParameterRule } from "../integrations/catalog";
import { shorten } from "../shared/cut-text";
import { isJsonArray, isJsonObject, type JsonValue, member, parseJson } from "../shared/json";
import { failure, type Result } from "../shared/result";
import { isModest } from "./call-input";

type Coerced = Result<JsonValue | undefined>;

/**
 * Coerces a call's arguments as the host does (`docs/runtime.md`), or returns the text to raise. The first value is the table
 * of arguments; anything else is dropped, as on the host. Unknown names and further values are ignored.
 */
export function coerceArguments(
  given: readonly JsonValue[],
  parameters: readonly ParameterRule[],
): Result<CallArguments> {
  const args: Record<string, JsonValue> = {};
  for (const parameter of parameters) {
    const coerced = coerce(parameter, member(given[0], parameter.name) ?? undefined);
    if (!coerced.ok) return coerced;
    const value = isMissing(coerced.value, parameter) ? undefined : coerced.value;
    if (value === undefined && parameter.required)
      return failure(parameter.missing ?? `${parameter.name} is required.`);
    const settled = value ?? parameter.default;
    if (settled !== undefined) args[parameter.name] = settled;
  }
  return { ok: true, value: args };
}

// PHP's empty(): "0" is as empty as "" where a string is required. An optional string that is empty is passed on.
function isMissing(value: JsonValue | undefined, { type, required }: ParameterRule): boolean {
  if (type === "string" && !required) return false;
  return value === "" || (value === "0" && type === "string");
}

function coerce(parameter: ParameterRule, raw: JsonValue | undefined): Coerced {
  if (raw === undefined) return accept(undefined);
  switch (parameter.type) {
    case "string":
      return toText(raw) ?? refuse(parameter, "a string", raw);
    case "integer":
      return toInteger(raw) ?? refuse(parameter, "an integer", raw);
    case "boolean":
      return accept(!(raw === false || raw === 0 || raw === "" || raw === "0"));
    case "array":
      return toArray(raw) ?? refuse(parameter, "an array, or a JSON string of one", raw);
  }
}

function accept(value: JsonValue | undefined): Coerced {
  return { ok: true, value };
}

function toText(raw: JsonValue): Coerced | null {
  if (typeof raw === "string") return accept(raw);
  // BigInt writes a large whole number in digits where String would write 1e+21.
  if (typeof raw === "number") return accept(Number.isInteger(raw) ? BigInt(raw).toString() : String(raw));
  if (typeof raw === "boolean") return accept(raw ? "1" : "");
  return null;
}

function toInteger(raw: JsonValue): Coerced | null {
  if (typeof raw === "number") return whole(raw);
  if (typeof raw === "boolean") return accept(raw ? 1 : 0);
  if (raw === "") return accept("");
  if (typeof raw === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(raw)) {
    return whole(Number(raw));
  }
  return null;
}

function whole(number: number): Coerced | null {
  const cut = Math.trunc(number);
  return Number.isSafeInteger(cut) ? accept(cut) : null;
}

function toArray(raw: JsonValue): Coerced | null {
  if (Array.isArray(raw) || raw === "") return accept(raw);
  // An empty Lua table is a list and a table at once.
  if (isJsonObject(raw) && Object.keys(raw).length === 0) return accept([]);
  if (typeof raw !== "string") return null;
  const parsed = parseJson(raw);
  return isJsonArray(parsed) && isModest(parsed) ? accept(parsed) : null;
}

function refuse(parameter: ParameterRule, wants: string, got: JsonValue): Coerced {
  return failure(`Parameter "${parameter.name}" must be ${wants}, got ${kindOf(got)}.`);
}

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return "a table";
  if (isJsonObject(value)) return "a table with named keys";
  if (typeof value === "string") return `the string "${shorten(value, 41)}"`;
  return `the ${typeof value} ${String(value)}`;
}
