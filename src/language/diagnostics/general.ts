/** Slips that no API has to do with: doubled keys, comparisons that are none, loops that do not loop. */
import type { Analysis } from "../analysis";
import { lineOf } from "../lines";
import type { Expression, ParsedScript, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";
import { scalarOf } from "../partial-arguments";
import { breaksOf } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "./diagnostic";

const warning = (code: string): Rule => ({ code, severity: "warning", page: "language" });
const DUPLICATE_KEY = warning("duplicate-key");
const NOT_BEFORE_COMPARISON = warning("not-before-comparison");
const COUNT_DOWN = warning("count-down");
const ZERO_STEP: Rule = { code: "zero-step", severity: "error", page: "language" };
const VALUE_COUNT = warning("value-count");
const SELF_ASSIGNMENT = warning("self-assignment");
const EMPTY_BLOCK: Rule = { code: "empty-block", severity: "hint", page: "language" };
const ONE_ROUND: Rule = { code: "one-round", severity: "hint", page: "language" };

/** Marks for slips in plain Lua. */
export function checkGeneral({ script }: Analysis): Diagnostic[] {
  const { intact } = breaksOf(script);
  const { expressions, statements } = nodes(script);
  return [
    ...expressions.filter(intact).flatMap((node) => checkExpression(node, script)),
    ...statements.filter(intact).flatMap((node) => checkStatement(node, script)),
  ];
}

function checkExpression(node: Expression, script: ParsedScript): Diagnostic[] {
  if (node.kind === "table") return duplicateKeys(node, script);
  if (node.kind !== "binary") return [];
  const { operator, left, right } = node;
  if ((operator === "==" || operator === "~=") && left.kind === "unary" && left.operator === "not") {
    if (right.kind === "boolean" || (right.kind === "unary" && right.operator === "not")) return [];
    const other = operator === "==" ? "~=" : "==";
    const { source } = script;
    const [one, two] = [left.operand, right].map(({ start, end }) => source.slice(start, end));
    const message = `\`not\` binds tighter: this compares \`not ${one}\`, which is true or false, with \`${two}\`.`;
    const fixes = [replacing(`Write ${one} ${other} ${two}`, node, `${one} ${other} ${two}`)];
    return [mark(NOT_BEFORE_COMPARISON, node, message, { fixes })];
  }
  return [];
}

function duplicateKeys(
  { fields }: Extract<Expression, { kind: "table" }>,
  script: ParsedScript,
): Diagnostic[] {
  const first = new Map<string, number>();
  return fields.flatMap((field) => {
    if (field.kind === "item" || (field.kind === "computed" && field.key.kind !== "number")) return [];
    const { start, end } = field.kind === "named" ? field.name : field.key;
    const key = field.kind === "named" ? field.name.text : script.source.slice(start, end);
    const id = `${field.kind}:${key}`;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, start);
    if (earlier === undefined || key === "") return [];
    const message = `\`${key}\` is already set (line ${lineOf(script, earlier)}): this value wins.`;
    return [mark(DUPLICATE_KEY, { start, end }, message)];
  });
}

function checkStatement(node: Statement, script: ParsedScript): Diagnostic[] {
  const { source } = script;
  switch (node.kind) {
    case "numericFor": {
      const [from, to, step] = node.bounds;
      const round = node.body.statements.at(-1)?.kind === "break" ? oneRound(node) : [];
      if (from === undefined || to === undefined) return round;
      const literal = (bound: Expression) => {
        const value = scalarOf(bound);
        return value.kind === "number" ? value.value : null;
      };
      if (step !== undefined)
        return literal(step) === 0 ? [mark(ZERO_STEP, step, "A loop's step can't be 0.")] : round;
      const [first, last] = [literal(from), literal(to)];
      const length = from.kind === "unary" && from.operator === "#" && last !== null && last <= 1;
      // `for i = 1, 0` is how a loop is switched off.
      if (!length && !(first !== null && last !== null && first > last && first > 1)) return round;
      const fixes = [replacing("Count down", { start: to.end, end: to.end }, ", -1")];
      return [
        mark(
          COUNT_DOWN,
          { start: from.start, end: to.end },
          "This loop counts up: add the step -1 to count down.",
          { fixes },
        ),
        ...round,
      ];
    }
    case "local":
    case "assign": {
      const names = node.kind === "local" ? node.bindings : node.targets;
      return [...counts(names, node.values), ...(node.kind === "assign" ? selfAssignment(node, source) : [])];
    }
    case "if":
      return node.clauses.flatMap(({ condition, body }) =>
        body.statements.length === 0 &&
        source.slice(condition.end, body.end).replace("then", "").trim() === ""
          ? [mark(EMPTY_BLOCK, condition, "This branch is empty.")]
          : [],
      );
    case "while":
    case "repeat":
      return oneRound(node);
    default:
      return [];
  }
}

function counts(
  names: readonly { readonly start: number; readonly end: number }[],
  values: readonly Expression[],
): Diagnostic[] {
  const last = values.at(-1);
  if (last === undefined || last.kind === "missing") return [];
  const extra = values[names.length];
  if (extra !== undefined)
    return [mark(VALUE_COUNT, { start: extra.start, end: last.end }, "This value has no variable.")];
  const open = last.kind === "call" || last.kind === "vararg" || last.kind === "nil";
  const missing = names[values.length];
  const end = names.at(-1)?.end;
  if (open || missing === undefined || end === undefined) return [];
  return [mark(VALUE_COUNT, { start: missing.start, end }, "This variable gets no value: it is nil.")];
}

function selfAssignment(
  { targets, values, start, end }: Extract<Statement, { kind: "assign" }>,
  source: string,
): Diagnostic[] {
  const [target] = targets;
  const [value] = values;
  if (targets.length !== 1 || values.length !== 1 || target === undefined || value === undefined) return [];
  if (target.kind !== "name" && target.kind !== "member") return [];
  const text = source.slice(target.start, target.end);
  // Reading a field may do something, where the object is a call.
  if (text !== source.slice(value.start, value.end) || text.includes("(")) return [];
  const fixes: Fix[] = [replacing("Remove it", { start, end }, "")];
  return [mark(SELF_ASSIGNMENT, { start, end }, `This sets \`${text}\` to itself.`, { fixes })];
}

/** `for key in pairs(t) do return key end` takes the first entry, so loops over a list are left alone. */
function oneRound(node: Extract<Statement, { kind: "while" | "repeat" | "numericFor" }>): Diagnostic[] {
  const last = node.body.statements.at(-1);
  if (last?.kind !== "break" && last?.kind !== "return") return [];
  if (node.body.statements.some(({ kind }) => kind === "label" || kind === "goto")) return [];
  return [
    mark(ONE_ROUND, last, "This loop always ends in its first iteration. Use an `if`, or remove the loop."),
  ];
}
