/**
 * Output as it crosses from the worker to the page: frames of `[kind u8][length u32 little-endian][payload]`, many to a
 * message, so that a million prints cost neither a million messages nor a million decoded strings.
 */

/** What one `print` or `dump` wrote. */
export interface OutputEntry {
  /** The text as `output` of the result holds it; may have several lines. */
  readonly text: string;
  /** The same in pieces, tables kept as trees so that the console can fold them; one text part when there is no table. */
  readonly parts: readonly OutputPart[];
}

export type OutputPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly table: TableNode };

/** A table as it was when printed. */
export interface TableNode {
  readonly kind: "list" | "map";
  /** Keys (as written out; list positions from 1) and values. */
  readonly entries: readonly (readonly [key: string, value: TableValue])[];
  /** Entries left out because the tree grew too large; 0 when it is whole. */
  readonly omitted: number;
}

export type TableValue =
  | { readonly kind: "table"; readonly table: TableNode }
  | { readonly kind: "string" | "number" | "boolean" | "other"; readonly text: string };
