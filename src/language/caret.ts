/** Where a caret stands: its token, the name under it, the calls and tables around it. */
import type { Catalog } from "../integrations/catalog";
import { isTrivia, type Token } from "./lexer";
import { type Place, placeOf } from "./namespace-path";
import type { CallExpression, Expression, Range, Script, TableExpression, TableField } from "./parse/ast";
import { nodes } from "./parse/walk";
import { valueIn } from "./values";

export interface Caret {
  /** The word or quoted string the caret is in or behind; empty at the caret when there is none. */
  readonly word: Range;
  /** The significant token in front of that word. */
  readonly before: Token | null;
  /** The one in front of `before`. */
  readonly beforeThat: Token | null;
  /** True inside comments, strings and numbers, where no word is completed. */
  readonly quiet: boolean;
  /** The quoted string that the caret is in. */
  readonly literal: Token | null;
}

/** Reads the tokens around an offset. */
export function caretAt(script: Script, offset: number): Caret {
  const { tokens } = script;
  const touched = tokens.find((token) => token.start < offset && offset <= token.end);
  const isWord = touched?.kind === "name" || touched?.kind === "keyword";
  const quiet = touched !== undefined && !isWord && holdsText(touched, offset);
  const literal = quiet && touched.kind === "string" && !touched.text.startsWith("[") ? touched : null;
  const word = isWord ? touched : (literal ?? { start: offset, end: offset });
  const previous: Token[] = [];
  for (
    let at = tokens.findLastIndex((token) => token.end <= word.start);
    at >= 0 && previous.length < 2;
    at--
  ) {
    const token = tokens[at];
    if (token !== undefined && !isTrivia(token)) previous.push(token);
  }
  return { word, before: previous[0] ?? null, beforeThat: previous[1] ?? null, quiet, literal };
}

function holdsText(token: Token, offset: number): boolean {
  if (token.kind === "number") return true;
  const open = offset < token.end || token.error !== undefined;
  if (token.kind === "string") return open;
  // A line comment goes on behind its last character.
  return token.kind === "comment" && (open || !/^--\[=*\[/.test(token.text));
}

/** The opening bracket around an offset that nothing closes in front of it; null outside of all brackets. */
export function openBracket(script: Script, offset: number): Token | null {
  const last = script.tokens.findLastIndex((token) => token.end <= offset);
  let depth = 0;
  for (let at = last; at >= 0; at--) {
    const token = script.tokens[at];
    if (token?.kind !== "op") continue;
    if (token.text === ")" || token.text === "}" || token.text === "]") depth++;
    if (token.text !== "(" && token.text !== "{" && token.text !== "[") continue;
    if (depth === 0) return token;
    depth--;
  }
  return null;
}

/** A call of a catalog function with the caret between its brackets or in its table. */
export interface CatalogCall {
  readonly call: CallExpression;
  readonly place: Extract<Place, { kind: "function" }>;
}

/** The place in the namespace that an expression names; null when it names none. */
export function placeOfExpression(expression: Expression, script: Script, catalog: Catalog): Place | null {
  const value = valueIn(expression, script, catalog);
  return value?.kind === "namespace" ? placeOf(value.path, catalog) : null;
}

/** Calls whose arguments hold the offset, innermost first. */
export function callsAround(script: Script, offset: number): CallExpression[] {
  return nodes(script)
    .expressions.filter((node): node is CallExpression => node.kind === "call")
    .filter(({ style, inside: range, closed }) =>
      style === "("
        ? range.start <= offset && offset <= range.end
        : range.start < offset && (closed ? offset < range.end : offset <= range.end),
    )
    .reverse();
}

/** The call of a catalog function that `call` is; null for other calls. */
export function catalogCall(call: CallExpression, script: Script, catalog: Catalog): CatalogCall | null {
  const place = placeOfExpression(call.callee, script, catalog);
  return place?.kind === "function" ? { call, place } : null;
}

/** A call of a catalog function, and what it is given. */
export interface ReachedCall extends CatalogCall {
  /** The function's own arguments: those behind it when it is called through `pcall`. */
  readonly args: readonly Expression[];
  /** How many of the call's arguments stand in front of them. */
  readonly skipped: number;
}

/** The catalog function that a call reaches: by itself, or as `pcall(f, …)`; null when it reaches none. */
export function reachedCall(call: CallExpression, script: Script, catalog: Catalog): ReachedCall | null {
  const direct = catalogCall(call, script, catalog);
  if (direct !== null) return { ...direct, args: call.args, skipped: 0 };
  const [tried, ...args] = call.args;
  if (tried === undefined || valueIn(call.callee, script, catalog)?.kind !== "standard") return null;
  if (call.callee.kind !== "name" || call.callee.text !== "pcall") return null;
  const place = placeOfExpression(tried, script, catalog);
  return place?.kind === "function" ? { call, place, args, skipped: 1 } : null;
}

/** The table that holds a function's arguments by name; null when they are given otherwise. */
export function namedArguments({ args }: ReachedCall): TableExpression | null {
  const [first] = args;
  return args.length === 1 && first?.kind === "table" ? first : null;
}

/** Fields of a table that are written `name = …`. */
export function namedFields(table: TableExpression): Extract<TableField, { kind: "named" }>[] {
  return table.fields.filter((field) => field.kind === "named");
}
