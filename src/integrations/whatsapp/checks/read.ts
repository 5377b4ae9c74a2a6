import { isJsonArray, type JsonValue, parseJson } from "../../../shared/json";
import { fieldOf, type PartialTable, type PartialValue } from "../../argument-help";

/** Meta accepts its words in any case. Returns `null` if the text is not known. */
export function wordOf(table: PartialTable, name: string): string | null {
  const value = fieldOf(table, name);
  return value.kind === "text" ? value.value.toLowerCase() : null;
}

/** A JSON value as a partial value in which everything is known. */
function partialOf(value: JsonValue): PartialValue {
  if (value === null) return { kind: "nil" };
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const fields = isJsonArray(value)
    ? new Map<string, PartialValue>()
    : new Map(Object.entries(value).map(([name, inner]) => [name, partialOf(inner)]));
  return { kind: "table", items: isJsonArray(value) ? value.map(partialOf) : [], fields, complete: true };
}

/** The components as a table, parsed if they are a JSON string. `null` if they are not known or not a table. */
export function componentTable(value: PartialValue): PartialTable | null {
  if (value.kind === "table") return value;
  if (value.kind !== "text") return null;
  const parsed = parseJson(value.value);
  const partial = parsed === undefined ? null : partialOf(parsed);
  return partial?.kind === "table" ? partial : null;
}
