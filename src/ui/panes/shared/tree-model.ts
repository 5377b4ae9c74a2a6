import type { TableNode, TableValue } from "../../../runtime/output";
import { shorten } from "../../../shared/cut-text";
import type { JsonObject, JsonValue } from "../../../shared/json";

/** A JSON value as a tree, like a printed table. List positions count from `firstIndex`: Lua counts from 1, JSON from 0. */
export function jsonTree(value: JsonValue, firstIndex = 1): TableValue {
  if (value === null) return { kind: "other", text: "null" };
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "number") return { kind: "number", text: String(value) };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  return { kind: "table", table: jsonNode(value, firstIndex) };
}

/** The tree of a JSON array or object. Its entries are created lazily. @internal */
export function jsonNode(value: readonly JsonValue[] | JsonObject, firstIndex = 1): TableNode {
  const isList = Array.isArray(value);
  let entries: TableNode["entries"] | null = null;
  return {
    kind: isList ? "list" : "map",
    omitted: 0,
    get entries() {
      entries ??= Object.entries<JsonValue>(value).map(([key, item]) => [
        isList ? String(Number(key) + firstIndex) : key,
        jsonTree(item, firstIndex),
      ]);
      return entries;
    },
  };
}

/** A scalar's text: strings are quoted and on one line, the rest is verbatim. */
export function scalarText(value: Exclude<TableValue, { kind: "table" }>): string {
  return value.kind === "string" ? JSON.stringify(value.text) : value.text;
}

/**
 * One line that sums up a table by its fields, as browsers do: `{id: "wamid.1", status: "sent", …}`, `(99) [{to: "1555…"}, …]`. At
 * most about `max` characters. Tables in it show their fields too, and those in them none.
 */
export function treePreview(node: TableNode, max = 72): string {
  return preview(node, max, { key: 24, value: 28 }, 1);
}

interface Longest {
  readonly key: number;
  readonly value: number;
}

const INNER: Longest = { key: 16, value: 16 };

function preview(node: TableNode, max: number, longest: Longest, deeper: number): string {
  const isList = node.kind === "list";
  const total = node.entries.length + node.omitted;
  const parts: string[] = [];
  let length = 2;
  for (const [key, value] of node.entries) {
    const shown =
      value.kind !== "table"
        ? shorten(scalarText(value), longest.value)
        : deeper > 0
          ? preview(value.table, 2 * INNER.value, INNER, deeper - 1)
          : foldedText(value.table);
    const part = isList ? shown : `${shorten(key, longest.key)}: ${shown}`;
    if (parts.length > 0 && length + part.length + 2 > max) break;
    parts.push(part);
    length += part.length + 2;
  }
  const whole = parts.length === total;
  const inside = [...parts, ...(whole ? [] : ["…"])].join(", ");
  if (!isList) return `{${inside}}`;
  return whole ? `[${inside}]` : `(${total}) [${inside}]`;
}

function foldedText({ kind, entries, omitted }: TableNode): string {
  const inside = entries.length + omitted === 0 ? "" : "…";
  return kind === "list" ? `[${inside}]` : `{${inside}}`;
}

/** How many entries a table has, in the brackets of its kind: `[3]`, `{3}`. */
export function sizeText(node: TableNode): string {
  const total = node.entries.length + node.omitted;
  return node.kind === "list" ? `[${total}]` : `{${total}}`;
}
