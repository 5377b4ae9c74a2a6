/** Which statements a run never gets past. */
import type { Block, Expression, FunctionExpression, Statement } from "../parse/ast";
import { blocksOf } from "../parse/walk";
import type { Inference } from "./value";

/** Whether a run never gets from this statement to the next one in its block. */
export function ends(statement: Statement, inference: Inference): boolean {
  switch (statement.kind) {
    case "return":
    case "break":
    case "goto":
      return true;
    case "expression": {
      const { expression } = statement;
      const callee = expression.kind === "call" ? inference.of(expression.callee) : null;
      if (callee?.kind === "function") return alwaysRaises(callee.body, inference);
      return callee?.kind === "standard" && callee.name === "error";
    }
    case "do":
      return blockEnds(statement.body, inference);
    case "if":
      return (
        statement.otherwise !== null &&
        blockEnds(statement.otherwise, inference) &&
        statement.clauses.every(({ body }) => blockEnds(body, inference))
      );
    case "while":
      return isAlways(statement.condition, true) && !canLeave(statement.body);
    case "repeat":
      return isAlways(statement.condition, false) && !canLeave(statement.body);
    default:
      return false;
  }
}

/** Whether a run never gets to the end of a block. */
export function blockEnds({ statements }: Block, inference: Inference): boolean {
  const from = statements.findLastIndex(({ kind }) => kind === "label") + 1;
  return statements.slice(from).some((statement) => ends(statement, inference));
}

/** `local function fail(text) error("…" .. text) end` */
function alwaysRaises({ body: { statements } }: FunctionExpression, { of }: Inference): boolean {
  const raises = (statement: Statement) => {
    if (statement.kind !== "expression" || statement.expression.kind !== "call") return false;
    const callee = of(statement.expression.callee);
    return callee?.kind === "standard" && callee.name === "error";
  };
  const at = statements.findIndex(raises);
  const plain = (statement: Statement) => statement.kind === "local" || statement.kind === "expression";
  return at >= 0 && statements.slice(0, at).every(plain);
}

function isAlways(condition: Expression, value: boolean): boolean {
  return condition.kind === "boolean" && condition.value === value;
}

/** Whether a loop's body has a `break` of that loop, or a `goto`, which may lead out. */
export function canLeave(body: Block): boolean {
  return body.statements.some((statement) => {
    if (statement.kind === "break" || statement.kind === "goto") return true;
    const blocks = blocksOf(statement);
    const isLoop = statement.kind !== "if" && statement.kind !== "do";
    return blocks.some((block) => (isLoop ? hasGoto(block) : canLeave(block)));
  });
}

function hasGoto({ statements }: Block): boolean {
  return statements.some((statement) => statement.kind === "goto" || blocksOf(statement).some(hasGoto));
}
