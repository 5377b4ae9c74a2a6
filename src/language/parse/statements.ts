/** Statements (Lua 5.4 manual §3.3). Missing parts are reported and skipped, so the rest is still read. */

import type { Binding, Block, Expression, Statement } from "./ast";
import type { Opener } from "./cursor";
import { functionStatement, local, localFunction } from "./declarations";
import { parseExpression, parseExpressions, parseSuffixed } from "./expressions";
import { acceptElseif, expectDo, parseCondition } from "./heads";
import { isElseif, keywordMeant } from "./misspelt";
import type { Parser } from "./scopes";

type Closer = "end" | "until" | "<eof>";

/** Statements up to the block's closing keyword, which is not consumed. The caller opens and closes the scope. */
export function parseBlock(parser: Parser, closer: Closer, opener?: Opener): Block {
  const { cursor } = parser;
  const start = cursor.behind;
  const statements: Statement[] = [];
  while (!cursor.atEnd) {
    if (opener?.text === "if" && isElseif(cursor)) break;
    if (blockEnds(parser, true)) {
      if (closer !== "<eof>") break;
      cursor.fail("<eof> expected");
      cursor.advance();
      continue;
    }
    const before = cursor.position;
    const statement = parser.deeper(
      () => parseStatement(parser),
      () => null,
    );
    if (statement !== null) statements.push(statement);
    if (statement?.kind === "return" && !blockEnds(parser, true)) {
      if (closer === "<eof>") cursor.fail("<eof> expected");
      else if (!cursor.is(closer)) reportClosing(parser, closer, opener);
    }
    if (cursor.position === before) {
      cursor.fail("unexpected symbol");
      cursor.advance();
    }
  }
  return { kind: "block", statements, start, end: cursor.atEnd ? cursor.source.length : cursor.token.start };
}

function reportClosing({ cursor }: Parser, closer: string, opener?: Opener): void {
  const far = opener !== undefined && opener.line !== cursor.line(cursor.token.start);
  cursor.fail(`'${closer}' expected${far ? ` (to close '${opener.text}' at line ${opener.line})` : ""}`);
}

function blockEnds({ cursor }: Parser, withUntil: boolean): boolean {
  if (cursor.atEnd) return true;
  return cursor.is("else") || cursor.is("elseif") || cursor.is("end") || (withUntil && cursor.is("until"));
}

function scopedBlock(
  parser: Parser,
  opener: Opener,
  loop = false,
  variables: readonly Binding[] = [],
): Block {
  parser.scopes.enterBlock(loop);
  const { failing, sameLine, atEnd, token, behind } = parser.cursor;
  // Without `do` the head may go on: its variables cannot be named there.
  parser.scopes.activate(variables, failing && (sameLine || atEnd) ? token.start + 1 : behind);
  const block = parseBlock(parser, "end", opener);
  parser.scopes.leaveBlock(block.end);
  return block;
}

function parseStatement(parser: Parser): Statement | null {
  const { cursor } = parser;
  const { start, kind, text } = cursor.token;
  if (cursor.accept(";")) return null;
  if ((kind === "keyword" || kind === "op") && STARTERS.has(text)) {
    cursor.advance();
    return statementOf(parser, text, start);
  }
  return expressionStatement(parser, start);
}

const STARTERS: ReadonlySet<string> = new Set([
  ...["if", "while", "do", "for", "repeat", "function", "local", "::", "return", "break", "goto"],
]);

/** The statement that starts with `word`. The cursor is after the word. */
function statementOf(parser: Parser, word: string, start: number): Statement | null {
  const { cursor, scopes } = parser;
  const opener: Opener = { text: word, line: cursor.line(start) };
  const done = () => ({ start, end: cursor.behind });

  switch (word) {
    case "if":
      return ifStatement(parser, start, opener);
    case "while": {
      const condition = parseCondition(parser, "do");
      const body = scopedBlock(parser, opener, true);
      cursor.expect("end", opener);
      return { kind: "while", condition, body, ...done() };
    }
    case "do": {
      const body = scopedBlock(parser, opener);
      cursor.expect("end", opener);
      return { kind: "do", body, ...done() };
    }
    case "for":
      return forStatement(parser, start, opener);
    case "repeat":
      return repeatStatement(parser, start, opener);
    case "function":
      return functionStatement(parser, start);
    case "local":
      return cursor.accept("function") ? localFunction(parser, start) : local(parser, start);
    case "::":
      return label(parser, start);
    case "return": {
      const values = blockEnds(parser, true) || cursor.is(";") ? [] : parseExpressions(parser);
      cursor.accept(";");
      return { kind: "return", values, ...done() };
    }
    case "break":
      scopes.breakOut(done());
      return { kind: "break", ...done() };
    default: {
      const name = cursor.name();
      scopes.goto(name);
      return { kind: "goto", name, ...done() };
    }
  }
}

function repeatStatement(parser: Parser, start: number, opener: Opener): Statement {
  const { cursor, scopes } = parser;
  scopes.enterBlock(true);
  scopes.enterBlock(false);
  const body = parseBlock(parser, "until", opener);
  const condition: Expression = cursor.expect("until", opener)
    ? parseExpression(parser)
    : { kind: "missing", start: cursor.behind, end: cursor.behind };
  // Without `until` the block's end is not known better than where it should be.
  const end = condition.kind === "missing" ? cursor.token.start : cursor.behind;
  scopes.leaveBlock(end);
  scopes.leaveBlock(end);
  return { kind: "repeat", condition, body, start, end: cursor.behind };
}

function label(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  const name = cursor.name();
  cursor.expect("::");
  const end = cursor.behind;
  // Void statements that follow are read first, as the real compiler does.
  while (cursor.is(";") || cursor.is("::"))
    parser.deeper(
      () => parseStatement(parser),
      () => null,
    );
  scopes.label(name, blockEnds(parser, false));
  return { kind: "label", name, start, end };
}

function expressionStatement(parser: Parser, start: number): Statement | null {
  const { cursor, scopes } = parser;
  if (cursor.is("=")) return strayAssignment(parser, start);
  const first = parseSuffixed(parser);
  if (first.kind === "missing") return null;
  if (!cursor.is("=") && !cursor.is(",")) {
    const meant = first.kind === "name" ? keywordMeant(first.text, cursor) : null;
    if (meant !== null) {
      cursor.fail("syntax error", { kind: "keyword", word: first, meant });
      scopes.forget(first.start);
      return statementOf(parser, meant, start);
    }
    if (first.kind !== "call") cursor.fail("syntax error");
    return { kind: "expression", expression: first, start, end: cursor.behind };
  }
  const targets = [first];
  while (cursor.accept(",")) targets.push(parseSuffixed(parser));
  for (const target of targets)
    if (
      target.kind !== "name" &&
      target.kind !== "member" &&
      target.kind !== "index" &&
      target.kind !== "missing"
    )
      cursor.report(target, `syntax error near '${cursor.token.text || "<eof>"}'`);
  const values = cursor.expect("=") ? parseExpressions(parser) : [];
  for (const target of targets) if (target.kind === "name") scopes.markWrite(target);
  return { kind: "assign", targets, values, start, end: cursor.behind };
}

/** `=` where a statement begins: the name before it was read as the value of `local x =` on the line above. */
function strayAssignment(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  cursor.fail("unexpected symbol");
  scopes.markStray(cursor.behind);
  cursor.advance();
  const values = parseExpressions(parser);
  return { kind: "assign", targets: [], values, start, end: cursor.behind };
}

function ifStatement(parser: Parser, start: number, opener: Opener): Statement {
  const { cursor } = parser;
  const clauses: { condition: Expression; body: Block }[] = [];
  let otherwise: Block | null = null;
  do {
    const condition = parseCondition(parser, "then");
    clauses.push({ condition, body: scopedBlock(parser, opener) });
  } while (cursor.accept("elseif") || acceptElseif(parser));
  if (cursor.accept("else")) otherwise = scopedBlock(parser, opener);
  cursor.expect("end", opener);
  return { kind: "if", clauses, otherwise, start, end: cursor.behind };
}

function forStatement(parser: Parser, start: number, opener: Opener): Statement {
  const { cursor, scopes } = parser;
  // `for (i = …`: the parenthesis is reported, and the loop is still read.
  if (cursor.is("(")) {
    cursor.fail("<name> expected");
    cursor.advance();
  }
  const variables = [scopes.declare(cursor.name(), "loop")];
  if (cursor.accept("=")) {
    const [variable] = variables;
    const bounds = [parseExpression(parser)];
    if (cursor.expect(",")) bounds.push(parseExpression(parser));
    if (bounds.length > 1 && cursor.accept(",")) bounds.push(parseExpression(parser));
    expectDo(parser, bounds);
    for (const counter of variables) counter.origin = { kind: "number" };
    const body = scopedBlock(parser, opener, true, variables);
    cursor.expect("end", opener);
    if (variable !== undefined)
      return { kind: "numericFor", variable, bounds, body, start, end: cursor.behind };
  }
  while (cursor.accept(",")) variables.push(scopes.declare(cursor.name(), "loop"));
  const known = cursor.is("in");
  if (!known) cursor.fail(variables.length === 1 ? "'=' or 'in' expected" : "'in' expected");
  else cursor.advance();
  const iterators = known ? parseExpressions(parser) : [];
  const [iterator] = iterators;
  if (iterator !== undefined)
    for (const [position, variable] of variables.entries())
      variable.origin = { kind: "iterated", iterator, position };
  expectDo(parser, iterators);
  const body = scopedBlock(parser, opener, true, variables);
  cursor.expect("end", opener);
  return { kind: "genericFor", variables, iterators, body, start, end: cursor.behind };
}
