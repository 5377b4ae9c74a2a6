import type { TableNode, TableValue } from "../../../runtime/output";
import { shorten } from "../../../shared/cut-text";
import type { JsonValue } from "../../../shared/json";

/** A value in a foldable tree, whatever it was made from. */
export type TreeValue =
  | { readonly kind: "table"; readonly node: TreeNode }
  | { readonly kind: "string" | "number" | "boolean" | "other"; readonly text: string };

/** A list or a map whose children are made only when they are looked at. */
export interface TreeNode {
  readonly kind: "list" | "map";
  readonly size: number;
  /** Entries that were left out of the tree; 0 when it is whole. */
  readonly omitted: number;
  /** Child `index`, 0 ≤ index < size: its key and value. */
  entry(index: number): readonly [key: string, value: TreeValue];
}

const NOTHING: TreeValue = { kind: "other", text: "nil" };

function fromTableValue(value: TableValue): TreeValue {
  return value.kind === "table" ? { kind: "table", node: tableTree(value.table) } : value;
}

/** The tree of a printed Lua table. */
export function tableTree(table: TableNode): TreeNode {
  return {
    kind: table.kind,
    size: table.entries.length,
    omitted: table.omitted,
    entry(index) {
      const found = table.entries[index];
      return found === undefined ? [String(index + 1), NOTHING] : [found[0], fromTableValue(found[1])];
    },
  };
}

/** The tree of a JSON value; list positions count from `firstIndex` (Lua counts from 1, JSON from 0). */
export function jsonTree(value: JsonValue, firstIndex = 1): TreeValue {
  if (value === null) return { kind: "other", text: "null" };
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "number") return { kind: "number", text: String(value) };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  return { kind: "table", node: jsonNode(value, firstIndex) };
}

/** The tree of a JSON array or object. @internal */
export function jsonNode(
  value: readonly JsonValue[] | { readonly [key: string]: JsonValue },
  firstIndex = 1,
): TreeNode {
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return {
      kind: "list",
      size: items.length,
      omitted: 0,
      entry: (index) => [String(index + firstIndex), jsonTree(items[index] ?? null, firstIndex)],
    };
  }
  const entries = Object.entries(value);
  return {
    kind: "map",
    size: entries.length,
    omitted: 0,
    entry(index) {
      const found = entries[index];
      return found === undefined ? ["", NOTHING] : [found[0], jsonTree(found[1], firstIndex)];
    },
  };
}

/** How a scalar is shown: strings quoted and on one line, the rest as it is. */
export function scalarText(value: Exclude<TreeValue, { kind: "table" }>): string {
  return value.kind === "string" ? JSON.stringify(value.text) : value.text;
}

/**
 * One line that says what a table holds: `{3} id: "wamid.1", status: "sent", …`. At most about `max` characters; looks
 * at no more entries than fit.
 */
export function treePreview(node: TreeNode, max = 72): string {
  const head = sizeText(node);
  const parts: string[] = [];
  let length = head.length + 1;
  for (let index = 0; index < node.size; index += 1) {
    const [key, value] = node.entry(index);
    const shown = value.kind === "table" ? sizeText(value.node) : shorten(scalarText(value), 28);
    const part = node.kind === "list" ? shown : `${shorten(key, 24)}: ${shown}`;
    if (parts.length > 0 && length + part.length + 2 > max) break;
    parts.push(part);
    length += part.length + 2;
  }
  if (parts.length < node.size + node.omitted) parts.push("…");
  return parts.length === 0 ? head : `${head} ${parts.join(", ")}`;
}

/** How many entries a table has, in the brackets of its kind: `[3]`, `{3}`. */
export function sizeText(node: TreeNode): string {
  const total = node.size + node.omitted;
  return node.kind === "list" ? `[${total}]` : `{${total}}`;
}
