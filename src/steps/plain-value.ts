import type { JsonValue } from "../shared/json";
import type { ShownTable, ShownValue } from "./moment";

/**
 * Returns a value as JSON, for people and agents: a table as a list or an object, what JSON can't hold as text, and `"…"` for
 * what was not read.
 */
export function plainValue(
  value: ShownValue,
  tables: Readonly<Record<string, ShownTable>>,
  inside: readonly number[] = [],
): JsonValue {
  switch (value.kind) {
    case "nil":
      return null;
    case "boolean":
      return value.text === "true";
    case "number": {
      const number = Number(value.text);
      return Number.isFinite(number) && (!/^-?\d+$/.test(value.text) || Number.isSafeInteger(number))
        ? number
        : value.text;
    }
    case "string":
      return value.cut === 0 ? value.text : `${value.text}…`;
    case "coroutine":
      return "coroutine";
    case "table": {
      if (inside.includes(value.address)) return "<circular>";
      const table = tables[value.address];
      if (table === undefined) return "{…}";
      return plainTable(table, tables, [...inside, value.address]);
    }
    default:
      return value.text;
  }
}

function plainTable(
  { fields, more }: ShownTable,
  tables: Readonly<Record<string, ShownTable>>,
  inside: readonly number[],
): JsonValue {
  const list = fields.every(([key], index) => key.kind === "number" && key.text === String(index + 1));
  if (list && fields.length > 0) {
    const items = fields.map(([, value]) => plainValue(value, tables, inside));
    return more ? [...items, "…"] : items;
  }
  const named = fields.map(([key, value]) => [keyText(key), plainValue(value, tables, inside)] as const);
  return Object.fromEntries(more ? [...named, ["…", "…"]] : named);
}

/** A table's key as text: a string as it is, another value in brackets. */
function keyText(key: ShownValue): string {
  if (key.kind === "string") return key.text;
  return `[${"text" in key ? key.text : key.kind}]`;
}
