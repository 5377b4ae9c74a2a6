/** The arguments that the text spells out, with the expressions they were read from. */
import type { ArgumentPath, PartialTable, PartialValue } from "../../../integrations/argument-help";
import type { Parameter } from "../../../integrations/catalog";
import type { FunctionCall } from "../../api-call";
import type { Expression, Range, TableField } from "../../parse/ast";
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

/** The arguments of a call by parameter: those of its table, or by position. */
export interface Arguments {
  readonly value: PartialTable;
  readonly fields: Literal["fields"];
}

const MAX_DEPTH = 20;

/** Reads a call's arguments. Returns `null` for a single variable, which may be the table of arguments. */
export function readArguments(
  { args, table }: FunctionCall,
  parameters: readonly Parameter[],
): Arguments | null {
  if (table !== null) {
    const literal = literalOf(table);
    return literal.value.kind === "table" ? { value: literal.value, fields: literal.fields } : null;
  }
  const [only] = args;
  const spread = args.at(-1)?.kind === "call" || args.at(-1)?.kind === "vararg";
  if (args.length === 1 && only !== undefined && literalOf(only).value.kind === "unknown") return null;
  const fields = new Map<string, { literal: Literal; name: Range }>();
  for (const [index, { name }] of parameters.entries()) {
    const arg = args[index];
    if (arg !== undefined) fields.set(name, { literal: literalOf(arg), name: arg });
  }
  const values = new Map([...fields].map(([name, { literal }]) => [name, literal.value]));
  return { value: { kind: "table", items: [], fields: values, complete: !spread }, fields };
}

/** Reads an expression. */
function literalOf(written: Expression, depth = 0): Literal {
  const source = followed(written);
  if (source.kind === "table" && depth < MAX_DEPTH) return tableOf(source, written, depth);
  return { value: scalarOf(source), source, written, items: [], fields: new Map() };
}

/** Follows a local to its literal: a text or number that is never set again, or a table that is used only here. */
function followed(expression: Expression): Expression {
  if (expression.kind === "paren") return followed(expression.inner);
  if (expression.kind !== "name" || expression.binding === null) return expression;
  const { origin, uses, kind } = expression.binding;
  if (kind !== "local" || origin.kind !== "value" || uses.some((use) => use.write)) return expression;
  const { value } = origin;
  const constant = value.kind === "string" || value.kind === "number" || value.kind === "boolean";
  return constant || (value.kind === "table" && uses.length === 1) ? value : expression;
}

function tableOf(table: Extract<Expression, { kind: "table" }>, written: Expression, depth: number): Literal {
  const items: Literal[] = [];
  const fields = new Map<string, { literal: Literal; name: Range }>();
  let complete = table.closed;
  for (const [at, field] of table.fields.entries()) {
    if (field.kind === "computed") complete = false;
    else if (field.kind === "named")
      fields.set(field.name.text, { literal: literalOf(field.value, depth + 1), name: field.name });
    else {
      if (isSpread(field) && at === table.fields.length - 1) complete = false;
      else items.push(literalOf(field.value, depth + 1));
    }
  }
  const values = new Map([...fields].map(([name, { literal }]) => [name, literal.value]));
  const value: PartialTable = {
    kind: "table",
    items: items.map((item) => item.value),
    fields: values,
    complete,
  };
  return { value, source: table, written, items, fields };
}

/** `f()` and `...` at the end of a table can be any number of items. */
function isSpread({ value }: TableField): boolean {
  return value.kind === "call" || value.kind === "vararg";
}

export interface Located {
  /** The deepest part of the path that is written, or `null` if not even the parameter is. */
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
