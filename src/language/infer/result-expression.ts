import type { Block, Expression, FunctionExpression, Statement } from "../parse/ast";
import { blocksOf } from "../parse/walk";

/** The `return` statements of a function itself, not of the functions inside it. */
function returnsOf({ body }: FunctionExpression): Extract<Statement, { kind: "return" }>[] {
  const found: Extract<Statement, { kind: "return" }>[] = [];
  const blocks: Block[] = [body];
  for (let block = blocks.pop(); block !== undefined; block = blocks.pop())
    for (const statement of block.statements) {
      if (statement.kind === "return") found.push(statement);
      for (const inner of blocksOf(statement)) blocks.push(inner);
    }
  return found;
}

/**
 * The first result of a function, as the expression in its only `return` with a value. `null` if there are several, or if
 * the result has no expression.
 */
export function resultExpression(body: FunctionExpression): Expression | null {
  const giving = returnsOf(body).filter(({ values: [first] }) => first !== undefined && first.kind !== "nil");
  const [only] = giving;
  return giving.length === 1 ? (only?.values[0] ?? null) : null;
}
