/** Statements (Lua 5.4 manual §3.3). What is missing is reported and stepped over, so that the rest is still read. */
import type { Binding, Block, Expression, Identifier, Statement } from "./ast";
import type { Opener } from "./cursor";
import { type Parser, parseExpression, parseExpressions, parseSuffixed } from "./expressions";

type Closer = "end" | "until" | "<eof>";

/** Statements up to the block's closing keyword, which is left standing. Scopes are the caller's. */
export function parseBlock(parser: Parser, closer: Closer, opener?: Opener): Block {
  const { cursor } = parser;
  const start = cursor.behind;
  const statements: Statement[] = [];
  while (!cursor.atEnd) {
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
  parser.scopes.activate(variables, parser.cursor.behind);
  const block = parseBlock(parser, "end", opener);
  parser.scopes.leaveBlock(block.end);
  return block;
}

function parseStatement(parser: Parser): Statement | null {
  const { cursor, scopes } = parser;
  const { start, text } = cursor.token;
  if (cursor.accept(";")) return null;
  const opener: Opener = { text, line: cursor.line(start) };
  const done = () => ({ start, end: cursor.behind });

  if (cursor.accept("if")) return ifStatement(parser, start, opener);
  if (cursor.accept("while")) {
    const condition = parseExpression(parser);
    cursor.expect("do");
    const body = scopedBlock(parser, opener, true);
    cursor.expect("end", opener);
    return { kind: "while", condition, body, ...done() };
  }
  if (cursor.accept("do")) {
    const body = scopedBlock(parser, opener);
    cursor.expect("end", opener);
    return { kind: "do", body, ...done() };
  }
  if (cursor.accept("for")) return forStatement(parser, start, opener);
  if (cursor.accept("repeat")) {
    scopes.enterBlock(true);
    scopes.enterBlock(false);
    const body = parseBlock(parser, "until", opener);
    const condition: Expression = cursor.expect("until", opener)
      ? parseExpression(parser)
      : { kind: "missing", start: cursor.behind, end: cursor.behind };
    scopes.leaveBlock(cursor.behind);
    scopes.leaveBlock(cursor.behind);
    return { kind: "repeat", condition, body, ...done() };
  }
  if (cursor.accept("function")) return functionStatement(parser, start);
  if (cursor.accept("local"))
    return cursor.accept("function") ? localFunction(parser, start) : local(parser, start);
  if (cursor.accept("::")) {
    const name = cursor.name();
    cursor.expect("::");
    const end = done();
    // Void statements right behind are read first, as the real compiler does.
    while (cursor.is(";") || cursor.is("::"))
      parser.deeper(
        () => parseStatement(parser),
        () => null,
      );
    scopes.label(name, blockEnds(parser, false));
    return { kind: "label", name, ...end };
  }
  if (cursor.accept("return")) {
    const values = blockEnds(parser, true) || cursor.is(";") ? [] : parseExpressions(parser);
    cursor.accept(";");
    return { kind: "return", values, ...done() };
  }
  if (cursor.accept("break")) {
    scopes.breakOut(done());
    return { kind: "break", ...done() };
  }
  if (cursor.accept("goto")) {
    const name = cursor.name();
    scopes.goto(name);
    return { kind: "goto", name, ...done() };
  }
  return expressionStatement(parser, start);
}

function expressionStatement(parser: Parser, start: number): Statement | null {
  const { cursor, scopes } = parser;
  const first = parseSuffixed(parser);
  if (first.kind === "missing") return null;
  if (!cursor.is("=") && !cursor.is(",")) {
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

function ifStatement(parser: Parser, start: number, opener: Opener): Statement {
  const { cursor } = parser;
  const clauses: { condition: Expression; body: Block }[] = [];
  let otherwise: Block | null = null;
  do {
    const condition = parseExpression(parser);
    cursor.expect("then");
    clauses.push({ condition, body: scopedBlock(parser, opener) });
  } while (cursor.accept("elseif"));
  if (cursor.accept("else")) otherwise = scopedBlock(parser, opener);
  cursor.expect("end", opener);
  return { kind: "if", clauses, otherwise, start, end: cursor.behind };
}

function forStatement(parser: Parser, start: number, opener: Opener): Statement {
  const { cursor, scopes } = parser;
  const variables = [scopes.declare(cursor.name(), "loop")];
  if (cursor.accept("=")) {
    const [variable] = variables;
    const bounds = [parseExpression(parser)];
    if (cursor.expect(",")) bounds.push(parseExpression(parser));
    if (bounds.length > 1 && cursor.accept(",")) bounds.push(parseExpression(parser));
    cursor.expect("do");
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
  cursor.expect("do");
  const body = scopedBlock(parser, opener, true, variables);
  cursor.expect("end", opener);
  return { kind: "genericFor", variables, iterators, body, start, end: cursor.behind };
}

function functionStatement(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  const first = scopes.use(cursor.name());
  let target: Expression = first;
  let self = false;
  while (!self && (cursor.is(".") || cursor.is(":"))) {
    const { start: separator, text } = cursor.advance();
    self = text === ":";
    const style = self ? ":" : ".";
    const name = cursor.name();
    target = {
      kind: "member",
      object: target,
      style,
      separator,
      name,
      start: first.start,
      end: cursor.behind,
    };
  }
  const body = parser.functionBody(start, self);
  if (target.kind === "name") scopes.markWrite(target);
  return { kind: "function", target, body, start, end: cursor.behind };
}

function localFunction(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  const binding = scopes.declare(cursor.name(), "function");
  scopes.activate([binding], binding.end);
  const body = parser.functionBody(start, false);
  binding.origin = { kind: "value", value: body };
  return { kind: "localFunction", binding, body, start, end: cursor.behind };
}

function local(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  const bindings: Binding[] = [];
  do {
    const name = cursor.name();
    bindings.push(scopes.declare(name, "local", attribute(parser)));
  } while (cursor.accept(","));
  const closing = bindings.filter((binding) => binding.attrib === "close");
  const [, second] = closing;
  if (second !== undefined) cursor.report(second, "multiple to-be-closed variables in local list");
  const values = cursor.accept("=") ? parseExpressions(parser) : [];
  const last = values.at(-1);
  for (const [position, binding] of bindings.entries()) {
    const value = values[position];
    binding.bare = last === undefined;
    if (value !== undefined) binding.origin = { kind: "value", value };
    else if (last?.kind === "call")
      binding.origin = { kind: "result", call: last, position: position - values.length + 1 };
  }
  // While the value is still to be written, the name is not there yet.
  scopes.activate(bindings, values.at(-1)?.kind === "missing" ? cursor.token.start + 1 : cursor.behind);
  return { kind: "local", bindings, values, start, end: cursor.behind };
}

function attribute({ cursor }: Parser): string | null {
  if (!cursor.accept("<")) return null;
  const name: Identifier = cursor.name();
  cursor.expect(">");
  if (name.text !== "" && name.text !== "const" && name.text !== "close")
    cursor.report(name, `unknown attribute '${name.text}'`);
  return name.text;
}
