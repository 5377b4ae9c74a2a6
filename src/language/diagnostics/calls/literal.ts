/** The arguments that the text spells out, with the expressions they were read from. */
import type { ArgumentPath, PartialTable, PartialValue } from "../../../integrations/argument-help";
import type { Addition } from "../../infer/changed-anywhere";
import { changesOf } from "../../infer/table-changes";
import type { Inference } from "../../infer/value";
import type { Expression, Range, TableExpression, TableField } from "../../parse/ast";
import { scalarOf } from "../../partial-arguments";

/** A value and where it was read. */
export interface Literal {
  readonly value: PartialValue;
  /** The expression that holds the value itself, names followed. */
  readonly source: Expression;
  /** The expression in the call. */
  readonly written: Expression;
  readonly items: readonly Literal[];
  readonly fields: ReadonlyMap<string, { readonly literal: Literal; readonly name: Range }>;
}

/** The arguments of a call by parameter. */
export interface Arguments {
  readonly value: PartialTable;
  readonly fields: Literal["fields"];
}

const MAX_DEPTH = 20;

/** Reads the table of a call's arguments, with what the script sets in it up to the offset `until`. */
export function readArguments(table: TableExpression, inference: Inference, until = Infinity): Arguments {
  const { value, fields } = tableOf(table, table, inference, { depth: 0, until });
  return { value, fields };
}

interface Reading {
  readonly depth: number;
  readonly until: number;
}

/** Reads an expression. */
function literalOf(written: Expression, inference: Inference, reading: Reading): Literal {
  const source = followed(written);
  if (source.kind === "table" && reading.depth < MAX_DEPTH)
    return tableOf(source, written, inference, { ...reading, depth: reading.depth + 1 });
  return plain(written, source, scalarOf(source));
}

function plain(written: Expression, source: Expression, value: PartialValue): Literal {
  return { value, source, written, items: [], fields: new Map() };
}

/** Follows locals that are never set again to what they are declared with. */
function followed(expression: Expression, steps = MAX_DEPTH): Expression {
  if (expression.kind === "paren") return followed(expression.inner, steps);
  if (expression.kind !== "name" || expression.binding === null || steps <= 0) return expression;
  const { origin, uses, kind, bare, start, end } = expression.binding;
  if (kind !== "local" || uses.some((use) => use.write)) return expression;
  if (bare) return { kind: "nil", start, end };
  if (origin.kind !== "value") return expression;
  const value = followed(origin.value, steps - 1);
  return CONSTANTS.has(value.kind) ? value : expression;
}

const CONSTANTS: ReadonlySet<Expression["kind"]> = new Set(["string", "number", "boolean", "nil", "table"]);

/** Where the name of a field stands that may be set somewhere. */
const NOWHERE: Range = { start: 0, end: 0 };

function unknown(written: Expression): Literal {
  return plain(written, written, { kind: "unknown" });
}

function tableOf(
  table: TableExpression,
  written: Expression,
  inference: Inference,
  reading: Reading,
): Literal & Arguments {
  const items: Literal[] = [];
  const fields = new Map<string, { literal: Literal; name: Range }>();
  const { writes, added, sure, open } = changesOf(table, inference);
  const { known, all } = additions(added, reading.until);
  // A computed key or a call at the end hides what else there is, and how many.
  let listed = true;
  for (const [at, field] of table.fields.entries()) {
    if (field.kind === "computed") listed = false;
    else if (field.kind === "named")
      fields.set(field.name.text, { literal: literalOf(field.value, inference, reading), name: field.name });
    else {
      if (isSpread(field) && at === table.fields.length - 1) listed = false;
      else items.push(literalOf(field.value, inference, reading));
    }
  }
  if (listed) for (const { value } of known) items.push(literalOf(value, inference, reading));
  for (const [key, list] of writes) {
    const made = fields.get(key);
    const before = sure ? list.filter(({ target }) => target.start < reading.until) : [];
    const [only] = before;
    const value = list.length === 1 && made === undefined ? only?.value : null;
    const name = made?.name ?? only?.target.name ?? NOWHERE;
    const literal =
      value == null ? unknown(made?.literal.written ?? table) : literalOf(value, inference, reading);
    fields.set(key, { literal, name });
  }
  if (open) {
    items.length = 0;
    for (const [key, { literal, name }] of fields)
      fields.set(key, { literal: unknown(literal.written), name });
  }
  const values = new Map([...fields].map(([name, { literal }]) => [name, literal.value]));
  const value: PartialTable = {
    kind: "table",
    items: items.map((item) => item.value),
    fields: values,
    complete: table.closed && listed && all && !open,
  };
  return { value, source: table, written, items, fields };
}

/**
 * Returns the items that are certainly added first, in order, and whether these are all. In `if a then add(x) else add(y) end`,
 * `x` counts: some run adds it first.
 */
function additions(added: readonly Addition[], until: number) {
  const before = added.filter(({ start }) => start < until);
  const firstOther = before.findIndex(({ always }) => !always);
  const known = firstOther < 0 ? before : before.slice(0, firstOther + 1);
  return { known, all: firstOther < 0 && before.length === added.length };
}

/** `f()` and `...` at the end of a table can be any number of items. */
function isSpread({ value }: TableField): boolean {
  return value.kind === "call" || value.kind === "vararg";
}

export interface Located {
  /** The deepest written part of the path, or `null` if not even the parameter is written. */
  readonly literal: Literal | null;
  readonly name: Range | null;
  /** The path was followed to its end. */
  readonly whole: boolean;
}

/** Follows a path into the arguments. */
export function locate({ fields }: Arguments, path: ArgumentPath): Located {
  let found: Located = { literal: null, name: null, whole: path.length === 0 };
  for (const [depth, step] of path.entries()) {
    const table: Pick<Literal, "items" | "fields"> | null =
      depth === 0 ? { items: [], fields } : found.literal;
    const entry = typeof step === "string" ? table?.fields.get(step) : undefined;
    const literal = typeof step === "string" ? entry?.literal : table?.items[step];
    if (literal === undefined) return { ...found, whole: false };
    found = { literal, name: entry?.name ?? null, whole: depth === path.length - 1 };
  }
  return found;
}
