/** A tolerant parser for Lua 5.4: every text yields a tree, and a list of what the real compiler would refuse. */
import type { Binding, Expression, FunctionExpression, ParsedScript, Statement } from "./ast";
import { Cursor } from "./cursor";
import { parseExpression } from "./expressions";
import { type Parser, Scopes } from "./scopes";
import { parseBlock } from "./statements";
import { closeBracket } from "./strays";

/** LUAI_MAXCCALLS of llimits.h. */
const MAX_LEVELS = 200;

let last: ParsedScript | null = null;

/** The tree of a source. The last one is kept: completion, hover and marks ask about the same text in turn. */
export function scriptOf(source: string): ParsedScript {
  if (last === null || last.source !== source) last = parse(source);
  return last;
}

/** Reads a script. Never throws; the work is proportional to the text. */
export function parse(source: string): ParsedScript {
  const cursor = new Cursor(source);
  const scopes = new Scopes(cursor);
  let level = 0;
  const parser: Parser = {
    cursor,
    scopes,
    expression: () => parseExpression(parser),
    functionBody: (start, self) => functionBody(parser, start, self),
    deeper(rule, otherwise) {
      if (level >= MAX_LEVELS) {
        cursor.fail("C stack overflow");
        cursor.skipAll();
        return otherwise();
      }
      level++;
      const result = rule();
      level--;
      return result;
    },
  };
  scopes.enterFunction(true);
  const body = parseBlock(parser, "<eof>");
  scopes.leaveFunction(source.length);
  const { tokens, lines } = cursor;
  const { bindings, globals } = scopes;
  const errors = cursor.errors.toSorted((a, b) => a.start - b.start);
  const written = new Set(globals.filter((global) => global.write).map((global) => global.text));
  const values = globalValues(body.statements, globals);
  return { source, lines, tokens, body, errors, bindings, globals, written, globalValues: values };
}

function functionBody(parser: Parser, start: number, self: boolean): FunctionExpression {
  const { cursor, scopes } = parser;
  const opener = { text: "function", line: cursor.line(start) };
  const parameters: Binding[] = [];
  let vararg = false;
  const open = cursor.expect("(");
  if (open && !cursor.is(")"))
    do {
      if (cursor.accept("...")) vararg = true;
      else parameters.push(scopes.declare(cursor.name("<name> or '...' expected"), "parameter"));
    } while (!vararg && (cursor.accept(",") || lacksComma(cursor)));
  if (open) closeBracket(parser, ")");
  scopes.enterFunction(vararg);
  // `self` is implicit: an empty range where the body begins.
  const hidden = self
    ? [scopes.declare({ start: cursor.behind, end: cursor.behind, text: "self" }, "parameter")]
    : [];
  scopes.activate([...hidden, ...parameters], cursor.behind);
  const body = parseBlock(parser, "end", opener);
  scopes.leaveFunction(body.end);
  cursor.expect("end", opener);
  return { kind: "function", parameters, vararg, body, start, end: cursor.behind };
}

/** `(a b)`: reported, and read as two parameters. */
function lacksComma(cursor: Cursor): boolean {
  if (cursor.token.kind !== "name" || !cursor.sameLine) return false;
  cursor.fail("')' expected", { kind: "comma" });
  return true;
}

/** Values of globals that the file sets at its top level and nowhere else. */
function globalValues(
  statements: readonly Statement[],
  globals: ParsedScript["globals"],
): Map<string, Expression> {
  const writes = new Map<string, number>();
  for (const { text, write } of globals) if (write) writes.set(text, (writes.get(text) ?? 0) + 1);
  const values = new Map<string, Expression>();
  const set = (target: Expression, value: Expression | undefined) => {
    if (
      value !== undefined &&
      target.kind === "name" &&
      target.binding === null &&
      writes.get(target.text) === 1
    )
      values.set(target.text, value);
  };
  for (const statement of statements) {
    if (statement.kind === "assign")
      for (const [position, target] of statement.targets.entries()) set(target, statement.values[position]);
    if (statement.kind === "function") set(statement.target, statement.body);
  }
  return values;
}
