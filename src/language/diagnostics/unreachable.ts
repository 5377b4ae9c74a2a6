/** Statements that no run comes to. */

import { ends } from "../infer/ends";
import type { Inference } from "../infer/value";
import type { Block, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";
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
        `Unreachable: ${REASONS[cause.kind] ?? "the code above always returns or jumps away."}`,
      ),
    );
  }
  return found;
}

const REASONS: Readonly<Partial<Record<Statement["kind"], string>>> = {
  break: "`break` leaves the loop first.",
  goto: "`goto` jumps away first.",
  while: "the loop above never ends.",
  repeat: "the loop above never ends.",
  expression: "`error` ends the run first.",
};
