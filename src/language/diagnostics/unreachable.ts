/** Statements that no run comes to. */

import type { Inference } from "../infer/value";
import type { Block, Expression, Statement } from "../parse/ast";
import { blocksOf, nodes } from "../parse/walk";
import { breaksOf } from "./breaks";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const UNREACHABLE_CODE: Rule = {
  code: "unreachable-code",
  severity: "hint",
  page: "language",
  tags: "unnecessary",
};

/** Hints for code after `return`, `break`, `goto`, `error(…)` and endless loops. */
export function checkReach(inference: Inference): Diagnostic[] {
  const { script } = inference;
  return nodes(script)
    .blocks.filter(breaksOf(script).intact)
    .flatMap((block) => deadParts(block, inference));
}

function deadParts({ statements }: Block, inference: Inference): Diagnostic[] {
  const found: Diagnostic[] = [];
  let from = 0;
  for (const [at, { kind }] of [...statements.entries(), [statements.length, { kind: "label" }] as const]) {
    // A `goto` may lead to a label.
    if (kind !== "label") continue;
    const part = statements.slice(from, at);
    from = at + 1;
    const ender = part.findIndex((statement) => ends(statement, inference));
    const cause = part[ender];
    const first = part[ender + 1];
    const last = part.at(-1);
    if (cause === undefined || first === undefined || last === undefined) continue;
    found.push(
      mark(
        UNREACHABLE_CODE,
        { start: first.start, end: last.end },
        `No run comes here: ${REASONS[cause.kind] ?? "what stands before always returns or jumps away."}`,
      ),
    );
  }
  return found;
}

const REASONS: Readonly<Partial<Record<Statement["kind"], string>>> = {
  break: "`break` leaves the loop before.",
  goto: "`goto` jumps away before.",
  while: "the loop before never ends.",
  repeat: "the loop before never ends.",
  expression: "`error` ends the run before.",
};

/** Whether a run never gets from this statement to the next one in its block. */
function ends(statement: Statement, inference: Inference): boolean {
  switch (statement.kind) {
    case "return":
    case "break":
    case "goto":
      return true;
    case "expression": {
      const { expression } = statement;
      const callee = expression.kind === "call" ? inference.of(expression.callee) : null;
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

function blockEnds({ statements }: Block, inference: Inference): boolean {
  const from = statements.findLastIndex(({ kind }) => kind === "label") + 1;
  return statements.slice(from).some((statement) => ends(statement, inference));
}

function isAlways(condition: Expression, value: boolean): boolean {
  return condition.kind === "boolean" && condition.value === value;
}

/** Whether a loop's body has a `break` of that loop, or a `goto`, which may lead out. */
function canLeave(body: Block): boolean {
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
