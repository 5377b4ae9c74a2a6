/** Statements that name something: locals and functions. */

import type { Binding, Expression, Identifier, Statement } from "./ast";
import { parseExpressions } from "./expressions";
import type { Parser } from "./scopes";

/** `function a.b:c(…) … end`. The cursor is after `function`. */
export function functionStatement(parser: Parser, start: number): Statement {
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

/** `local function f(…) … end`. The cursor is after `function`. */
export function localFunction(parser: Parser, start: number): Statement {
  const { cursor, scopes } = parser;
  const binding = scopes.declare(cursor.name(), "function");
  scopes.activate([binding], binding.end);
  const body = parser.functionBody(start, false);
  binding.origin = { kind: "value", value: body };
  return { kind: "localFunction", binding, body, start, end: cursor.behind };
}

/** `local a <const>, b = …`. The cursor is after `local`. */
export function local(parser: Parser, start: number): Statement {
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
  // Until the value is written, the name is not declared.
  scopes.activate(bindings, values.length > 0 && cursor.failing ? cursor.token.start + 1 : cursor.behind);
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
