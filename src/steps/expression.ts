import type { Expression } from "../language/parse/ast";
import { parse } from "../language/parse/parser";
import { children, type Node } from "../language/parse/walk";
import { failure, type Result } from "../shared/result";

/** Parses an expression to evaluate at a past step. Refuses anything that could change the run, such as a call. */
export function readExpression(text: string): Result<Expression> {
  const { errors, body } = parse(`return ${text}`);
  const [first] = errors;
  if (first !== undefined) return failure(`This is not a Lua expression: ${first.message}`);
  const [statement, ...others] = body.statements;
  const values = statement?.kind === "return" && others.length === 0 ? statement.values : [];
  const [value] = values;
  if (value === undefined || values.length > 1) return failure("Write one expression.");
  if (hasCall(value)) return failure("Expressions can't call functions: a call could change the run.");
  return { ok: true, value };
}

function hasCall(node: Node): boolean {
  return node.kind === "call" || children(node).some(hasCall);
}
