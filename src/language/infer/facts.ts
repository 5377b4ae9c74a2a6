/** What the conditions around an expression, and the statements before it, imply whenever it is reached. */
import { firstIndex } from "../../shared/first-index";
import type { Block, Expression, Range, Statement } from "../parse/ast";
import { type Node, parents } from "../parse/walk";
import { spend } from "../work";
import { blockEnds, canLeave } from "./ends";
import type { Inference } from "./value";

/** The expression in question. */
export interface Subject<Fact> {
  /** What a condition implies if it is true, or if it is false. `null` if nothing. */
  implied(condition: Expression, truth: boolean): Fact | null;
  /** Whether something in the range makes what was known before it worthless. */
  changedIn(range: Range): boolean;
}

/** Blocks are searched backwards no further than this. */
const MAX_STATEMENTS = 200;

/** The fact that holds wherever a run comes to `use`, or `null` if there is none. */
export function factAt<Fact>(use: Expression, subject: Subject<Fact>, inference: Inference): Fact | null {
  const around = parents(inference.script);
  const fresh = (from: number) => !subject.changedIn({ start: from, end: use.start });
  let node: Node = use;
  for (let outer = around.get(node); outer !== undefined; node = outer, outer = around.get(outer)) {
    for (const [condition, truth] of passed(node, outer)) {
      const fact = fresh(condition.end) ? subject.implied(condition, truth) : null;
      if (fact !== null) return fact;
    }
    if (outer.kind === "block") {
      const before = beforeIn(outer, node.start, use, subject, inference);
      if (before !== "open") return before;
    }
    if (outer.kind === "repeat" && outer.condition === node) {
      const before = beforeIn(outer.body, Infinity, use, subject, inference);
      if (before !== "open") return before;
    }
    // Changes in a loop or function apply when it gets here again.
    if (REPEATED.has(outer.kind) && subject.changedIn(outer)) return null;
    if (outer.kind === "function" && !("target" in outer) && subject.changedIn({ start: 0, end: Infinity }))
      return null;
  }
  return null;
}

const REPEATED: ReadonlySet<Node["kind"]> = new Set(["while", "repeat", "numericFor", "genericFor"]);

/** Conditions that have been decided when a run comes from `outer` to the part `node` of it; the nearest first. */
function passed(node: Node, outer: Node): readonly (readonly [Expression, boolean])[] {
  switch (outer.kind) {
    case "binary":
      if (outer.right !== node || (outer.operator !== "and" && outer.operator !== "or")) return [];
      return [[outer.left, outer.operator === "and"]];
    case "while":
      return outer.body === node ? [[outer.condition, true]] : [];
    case "if": {
      spend(outer.clauses.length * 0.2);
      const at = outer.clauses.findIndex(({ condition, body }) => condition === node || body === node);
      const earlier = outer.clauses.slice(0, at < 0 ? outer.clauses.length : at);
      const refused = earlier.map(({ condition }) => [condition, false] as const).reverse();
      const own = outer.clauses[at];
      return own?.body === node ? [[own.condition, true], ...refused] : refused;
    }
    default:
      return [];
  }
}

/** What the statements of a block before an offset imply. `open` if nothing. */
function beforeIn<Fact>(
  { statements }: Block,
  until: number,
  use: Expression,
  subject: Subject<Fact>,
  inference: Inference,
): Fact | null | "open" {
  const end = firstIndex(statements.length, (at) => (statements[at]?.start ?? 0) >= until);
  for (const statement of statements.slice(Math.max(0, end - MAX_STATEMENTS), end).reverse()) {
    spend(0.5);
    // A `goto` may lead here from anywhere.
    if (statement.kind === "label") return null;
    const fresh = !subject.changedIn({ start: statement.end, end: use.start });
    const fact = fresh ? leftBy(statement, subject, inference) : null;
    if (fact !== null) return fact;
    if (subject.changedIn(statement)) return null;
  }
  return "open";
}

/** What is known after a statement. */
function leftBy<Fact>(statement: Statement, subject: Subject<Fact>, inference: Inference): Fact | null {
  switch (statement.kind) {
    case "if": {
      const refused: Expression[] = [];
      const ways: (Fact | null)[] = [];
      const known = (taken: Expression | null) => {
        const own = taken === null ? null : subject.implied(taken, true);
        return own ?? refused.reduce<Fact | null>((fact, one) => fact ?? subject.implied(one, false), null);
      };
      spend(statement.clauses.length ** 2 * 0.1);
      for (const { condition, body } of statement.clauses) {
        if (!blockEnds(body, inference)) ways.push(subject.changedIn(body) ? null : known(condition));
        refused.push(condition);
      }
      if (statement.otherwise === null || !blockEnds(statement.otherwise, inference)) ways.push(known(null));
      const [first = null] = ways;
      return ways.every((way) => way === first) ? first : null;
    }
    case "while":
      return canLeave(statement.body) ? null : subject.implied(statement.condition, false);
    case "repeat":
      return canLeave(statement.body) ? null : subject.implied(statement.condition, true);
    case "expression":
      return asserted(statement.expression, subject, inference);
    case "local":
    case "assign":
      return statement.values.reduce<Fact | null>(
        (fact, value) => fact ?? asserted(value, subject, inference),
        null,
      );
    default:
      return null;
  }
}

/** `assert(condition)` */
function asserted<Fact>(expression: Expression, subject: Subject<Fact>, { of }: Inference): Fact | null {
  if (expression.kind !== "call") return null;
  const [condition] = expression.args;
  const callee = of(expression.callee);
  const asserts = callee?.kind === "standard" && callee.name === "assert";
  return asserts && condition !== undefined ? subject.implied(condition, true) : null;
}
