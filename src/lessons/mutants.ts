/** Small changes to a right answer. A lesson's checks should fail each of them: one that passes shows what they miss. */
import type { Block, Expression, ParsedScript, Range, Statement } from "../language/parse/ast";
import { parse } from "../language/parse/parser";
import { nodes } from "../language/parse/walk";
import { clipText } from "../shared/cut-text";

export interface Mutant {
  /** 1-based. */
  readonly line: number;
  /** The changed line as it was, without the space around it. */
  readonly code: string;
  /** `"hello" → ""` */
  readonly change: string;
  readonly source: string;
}

/** A piece of a script to replace. */
interface Edit extends Range {
  readonly text: string;
  readonly change: string;
}

/** What each operator is replaced by. */
const SWAPS: Readonly<Record<string, string>> = {
  "==": "~=",
  "~=": "==",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  and: "or",
  or: "and",
  "+": "-",
  "-": "+",
  "*": "+",
  "/": "*",
  "//": "/",
  "%": "//",
};

/** Every mutant of a script. `printed`: whether what it prints matters; if not, its prints are left alone. */
export function mutantsOf(source: string, printed: boolean): readonly Mutant[] {
  const script = parse(source);
  const { statements, expressions } = nodes(script);
  const silent = [...(printed ? [] : statements.filter(isPrint)), ...expressions.flatMap(plainSearch)];
  const edits = [
    ...statements.flatMap((statement) => statementEdits(statement, source)),
    ...expressions.flatMap((expression) => expressionEdits(expression, source)),
  ];
  return edits
    .filter(({ start, end }) => !silent.some((one) => one.start <= start && end <= one.end))
    .sort((a, b) => a.start - b.start)
    .map((edit) => mutantOf(script, edit));
}

function mutantOf({ source }: ParsedScript, { start, end, text, change }: Edit): Mutant {
  const line = source.slice(0, start).split("\n").length;
  return {
    line,
    code: source.split("\n")[line - 1]?.trim() ?? "",
    change,
    source: source.slice(0, start) + text + source.slice(end),
  };
}

function isPrint(statement: Statement): boolean {
  if (statement.kind !== "expression" || statement.expression.kind !== "call") return false;
  const { callee } = statement.expression;
  return callee.kind === "name" && callee.text === "print";
}

/** The `1, true` of `text:find("words", 1, true)`: with words that are no pattern, it changes nothing. */
function plainSearch(expression: Expression): readonly Range[] {
  if (expression.kind !== "call" || expression.callee.kind !== "member") return [];
  const { name, style } = expression.callee;
  return name.text === "find" && style === ":" ? expression.args.slice(1) : [];
}

/** A declaration that is dropped only makes an error, so these stay. */
const DROPPED: ReadonlySet<string> = new Set([
  ...["expression", "assign", "break", "if", "while", "repeat", "numericFor", "genericFor", "return"],
]);

function statementEdits(statement: Statement, source: string): readonly Edit[] {
  const { start, end } = statement;
  const edits: Edit[] = [];
  if (DROPPED.has(statement.kind))
    edits.push({ start, end, text: "", change: `drop ${short(source, statement)}` });
  if (statement.kind === "if") {
    for (const { condition } of statement.clauses) edits.push(...negated(condition, source));
    if (statement.otherwise !== null) edits.push(...emptied(statement.otherwise, source));
  }
  if (statement.kind === "while" || statement.kind === "repeat")
    edits.push(...negated(statement.condition, source));
  return edits;
}

/** `x == y` becomes `x ~= y` anyway, and `not x` becomes `x`. */
function negated(condition: Expression, source: string): readonly Edit[] {
  const { start, end, kind } = condition;
  if (kind === "unary" || (kind === "binary" && ["==", "~="].includes(condition.operator))) return [];
  const text = source.slice(start, end);
  return [{ start, end, text: `not (${text})`, change: `not (${short(source, condition)})` }];
}

function emptied(block: Block, source: string): readonly Edit[] {
  const { start, end, statements } = block;
  // The statement alone is dropped by a mutant of its own.
  if (statements.length < 2) return [];
  return [{ start, end, text: "\n", change: `drop else: ${short(source, block)}` }];
}

function expressionEdits(expression: Expression, source: string): readonly Edit[] {
  const { start, end } = expression;
  const replaced = (text: string): readonly Edit[] => [
    { start, end, text, change: `${short(source, expression)} → ${text}` },
  ];
  switch (expression.kind) {
    case "number":
      return Number.isFinite(Number(expression.text)) ? replaced(String(Number(expression.text) + 1)) : [];
    case "string":
      return replaced(expression.value === "" ? '"x"' : '""');
    case "boolean":
      return replaced(String(!expression.value));
    case "unary":
      return expression.operator === "not" ? replaced(source.slice(expression.operand.start, end)) : [];
    case "binary": {
      const swapped = SWAPS[expression.operator];
      const from = source.indexOf(expression.operator, expression.left.end);
      if (swapped === undefined || from < 0 || from >= expression.right.start) return [];
      const change = `${expression.operator} → ${swapped}`;
      return [{ start: from, end: from + expression.operator.length, text: swapped, change }];
    }
    default:
      return [];
  }
}

const LONGEST = 50;

/** A piece of the source on one line. */
function short(source: string, { start, end }: Range): string {
  return clipText(source.slice(start, end).replace(/\s+/g, " "), LONGEST);
}
