/** Expressions (Lua 5.4 manual §3.4), read by precedence climbing as lparser.c does. */
import { stringValue } from "../lexer-escapes";
import type { CallExpression, Expression, Identifier, TableField } from "./ast";
import type { Cursor } from "./cursor";
import type { Parser } from "./scopes";
import { beginsExpression, causeOf, closeBracket, strays } from "./strays";

/** Binary operators with left and right priority, as in lparser.c. A lower right one makes them right associative. */
const PRIORITIES: readonly (readonly [operators: string, left: number, right: number])[] = [
  ["or", 1, 1],
  ["and", 2, 2],
  ["< > <= >= ~= ==", 3, 3],
  ["|", 4, 4],
  ["~", 5, 5],
  ["&", 6, 6],
  ["<< >>", 7, 7],
  ["..", 9, 8],
  ["+ -", 10, 10],
  ["* / // %", 11, 11],
  ["^", 14, 13],
];
const UNARY_PRIORITY = 12;
const BINARY: ReadonlyMap<string, readonly [left: number, right: number]> = new Map(
  PRIORITIES.flatMap(([operators, ...priority]) => operators.split(" ").map((one) => [one, priority])),
);

export function parseExpression(parser: Parser, limit = 0): Expression {
  return parser.deeper(
    () => climb(parser, limit),
    () => missing(parser),
  );
}

/** One expression or more, separated by commas. */
export function parseExpressions(parser: Parser, commas: number[] = []): Expression[] {
  const list = [parseExpression(parser)];
  while (parser.cursor.is(",")) {
    commas.push(parser.cursor.advance().start);
    list.push(parseExpression(parser));
  }
  return list;
}

function climb(parser: Parser, limit: number): Expression {
  const { cursor } = parser;
  let left: Expression;
  if (cursor.is("not") || cursor.is("-") || cursor.is("#") || cursor.is("~")) {
    const { start, text: operator } = cursor.advance();
    const operand = parseExpression(parser, UNARY_PRIORITY);
    left = { kind: "unary", operator, operand, start, end: operand.end };
  } else left = simple(parser);
  for (;;) {
    const operator = cursor.token.text;
    const priority =
      cursor.token.kind === "op" || cursor.token.kind === "keyword" ? BINARY.get(operator) : undefined;
    if (priority === undefined || priority[0] <= limit) return left;
    cursor.advance();
    const right = parseExpression(parser, priority[1]);
    left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
  }
}

function simple(parser: Parser): Expression {
  const { cursor } = parser;
  if (cursor.is("{")) return table(parser);
  if (cursor.is("...") && !parser.scopes.vararg) cursor.fail("cannot use '...' outside a vararg function");
  const literal = literalOf(cursor);
  if (literal !== null) {
    cursor.advance();
    return literal;
  }
  if (cursor.accept("function")) return parser.functionBody(cursor.behind - "function".length, false);
  return parseSuffixed(parser);
}

function literalOf({ token }: Cursor): Expression | null {
  const { kind, start, end, text } = token;
  if (kind === "number") return { kind, start, end, text };
  if (kind === "string") return { kind, start, end, value: stringValue(text) };
  if (kind === "op" && text === "...") return { kind: "vararg", start, end };
  if (kind !== "keyword") return null;
  if (text === "nil") return { kind: "nil", start, end };
  return text === "true" || text === "false" ? { kind: "boolean", start, end, value: text === "true" } : null;
}

/** A name or parenthesis and the `.name`, `[key]`, `:name(…)` and `(…)` that follow it. */
export function parseSuffixed(parser: Parser): Expression {
  const { cursor } = parser;
  let expression = primary(parser);
  if (expression.kind === "missing") return expression;
  for (;;) {
    const { start: separator, kind } = cursor.token;
    const object = expression;
    const { start } = object;
    if (cursor.accept(".")) {
      const name = cursor.name();
      expression = { kind: "member", object, style: ".", separator, name, start, end: cursor.behind };
    } else if (cursor.accept("[")) {
      const key = parseExpression(parser);
      closeBracket(parser, "]");
      const end = cursor.behind;
      if (key.kind === "string") {
        const name = { start: key.start, end: key.end, text: key.value };
        expression = { kind: "member", object, style: "[", separator, name, start, end };
      } else expression = { kind: "index", object, key, start, end };
    } else if (cursor.accept(":")) {
      const name = cursor.name();
      const callee: Expression = {
        kind: "member",
        object,
        style: ":",
        separator,
        name,
        start,
        end: cursor.behind,
      };
      if (cursor.is("(") || cursor.is("{") || cursor.token.kind === "string")
        expression = call(parser, callee);
      else {
        cursor.fail("function arguments expected");
        expression = callee;
      }
    } else if (cursor.is("(") || cursor.is("{") || kind === "string") expression = call(parser, object);
    else return expression;
  }
}

function primary(parser: Parser): Expression {
  const { cursor, scopes } = parser;
  const { start, end, kind, text } = cursor.token;
  if (kind === "name") {
    cursor.advance();
    return scopes.use({ start, end, text });
  }
  if (cursor.accept("(")) {
    const opener = { text: "(", line: cursor.line(start) };
    const inner = parseExpression(parser);
    closeBracket(parser, ")", opener);
    return { kind: "paren", inner, start, end: cursor.behind };
  }
  cursor.fail("unexpected symbol");
  return missing(parser);
}

function missing(parser: Parser): Expression {
  const at = parser.cursor.behind;
  return { kind: "missing", start: at, end: at };
}

function call(parser: Parser, callee: Expression): CallExpression {
  const { cursor } = parser;
  const { start } = callee;
  const open = cursor.token;
  if (!cursor.accept("(")) {
    const argument = simple(parser);
    const inside = { start: argument.start, end: argument.end };
    const style = argument.kind === "table" ? "{" : "string";
    const closed = argument.kind !== "table" || argument.closed;
    return {
      kind: "call",
      callee,
      style,
      args: [argument],
      inside,
      commas: [],
      closed,
      start,
      end: argument.end,
    };
  }
  const commas: number[] = [];
  const args = cursor.is(")") ? [] : parseExpressions(parser, commas);
  const closed = closeBracket(parser, ")", { text: "(", line: cursor.line(open.start) }, args, commas);
  // Without a closing bracket it reaches to the next token, so that a caret after a trailing blank is still inside.
  const inside = { start: open.end, end: closed ? cursor.behind - 1 : cursor.token.start };
  return { kind: "call", callee, style: "(", args, inside, commas, closed, start, end: cursor.behind };
}

function table(parser: Parser): Expression {
  const { cursor } = parser;
  const { start } = cursor.advance();
  const opener = { text: "{", line: cursor.line(start) };
  const depth = cursor.indent(start);
  const fields: TableField[] = [];
  while (!cursor.is("}") && !cursor.atEnd) {
    fields.push(field(parser));
    if (cursor.accept(",") || cursor.accept(";")) continue;
    if (cursor.is("}")) break;
    // A forgotten comma: `{ a = 1 b = 2 }` goes on.
    const begins = beginsExpression(cursor) || cursor.is("[");
    const within = cursor.closesLater("}");
    const goesOn = begins && (within || isLooseField(cursor, depth));
    cursor.expect("}", opener, causeOf(goesOn, within));
    if (goesOn) continue;
    if (!within) return { kind: "table", fields, closed: false, start, end: cursor.token.start };
    for (const value of strays(parser, "}"))
      fields.push({ kind: "item", value, start: value.start, end: value.end });
    if (!cursor.accept(",")) cursor.accept(";");
  }
  const closed = cursor.expect("}", opener, { kind: "unclosed" });
  return { kind: "table", fields, closed, start, end: closed ? cursor.behind : cursor.token.start };
}

/** `name =` in a table that nothing closes: a field, unless it is where the next statement would be. */
function isLooseField(cursor: Cursor, depth: number): boolean {
  const named = cursor.token.kind === "name" && cursor.following.text === "=";
  return named && (cursor.sameLine || cursor.indent(cursor.token.start) > depth);
}

function field(parser: Parser): TableField {
  const { cursor } = parser;
  const { start, end, kind, text } = cursor.token;
  if (kind === "name" && cursor.following.kind === "op" && cursor.following.text === "=") {
    const name: Identifier = { start, end, text };
    cursor.advance();
    cursor.advance();
    const value = parseExpression(parser);
    return { kind: "named", name, value, start, end: cursor.behind };
  }
  if (cursor.accept("[")) {
    const key = parseExpression(parser);
    closeBracket(parser, "]");
    cursor.expect("=");
    const value = parseExpression(parser);
    if (key.kind === "string") {
      const name = { start: key.start, end: key.end, text: key.value };
      return { kind: "named", name, value, start, end: cursor.behind };
    }
    return { kind: "computed", key, value, start, end: cursor.behind };
  }
  const value = parseExpression(parser);
  return { kind: "item", value, start, end: cursor.behind };
}
