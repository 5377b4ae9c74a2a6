/** Answers used as what they are not: a table as text or number, and a value compared with one that it never has. */
import type { Shape } from "../../integrations/catalog";
import { nearest } from "../../shared/nearest";
import type { Analysis } from "../analysis";
import { annotationsOf } from "../infer/annotations";
import type { Inference, Value } from "../infer/value";
import type { Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { luaString } from "../write/lua-text";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, didYouMean, type Fix, mark, type Rule, replacing } from "./diagnostic";

const WRONG_OPERAND: Rule = { code: "wrong-operand", severity: "error", page: "language" };
const NEVER_EQUAL: Rule = { code: "never-equal", severity: "warning", page: "language" };

const ARITHMETIC: ReadonlySet<string> = new Set("+ - * / // % ^ & | ~ << >>".split(" "));
const ORDER: ReadonlySet<string> = new Set(["<", ">", "<=", ">="]);

/** Marks for operators whose operands cannot be what the script expects. */
export function checkOperands(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { intact, beingTyped } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind === "member" && node.style === ":") return methodOfTable(node, analysis);
    if (node.kind === "call") return intact(node.callee) ? notCallable(node.callee, analysis) : [];
    if (node.kind !== "binary" || node.left.kind === "missing" || node.right.kind === "missing") return [];
    const { operator, left, right } = node;
    const found =
      operator === "==" || operator === "~="
        ? (neverEqual(left, right, analysis) ?? neverEqual(right, left, analysis))
        : operator === ".."
          ? (noText(left, analysis) ?? noText(right, analysis))
          : ARITHMETIC.has(operator)
            ? (noNumber(operator, left, right, analysis) ?? noNumber(operator, right, left, analysis))
            : ORDER.has(operator)
              ? (noOrder(left, right, analysis) ?? noOrder(right, left, analysis))
              : null;
    // Only a fully written operand counts.
    return found === null || !intact(left) || beingTyped(right) ? [] : [found];
  });
}

/** A call of an answer, a number, or true or false. */
function notCallable(callee: Expression, analysis: Analysis): Diagnostic[] {
  const value = analysis.of(callee);
  if (value?.kind !== "shape" || value.orText || value.passed) return [];
  const { kind } = value.shape;
  const what =
    tableShape(value, analysis) !== null
      ? "a table"
      : isNumeric(value.shape)
        ? "a number"
        : kind === "boolean"
          ? "true or false"
          : null;
  return what === null ? [] : [mark(WRONG_OPERAND, callee, `This is ${what}: it can't be called.`)];
}

type TableShape = Extract<Shape, { kind: "object" | "array" }>;

/** The shape of an answer, or of a part of one, that is a table. */
function tableShape(value: Value | null, { script }: Inference): TableShape | null {
  if (value?.kind !== "shape" || value.orText) return null;
  // The script's own tables can have their own operators and methods.
  if (annotationsOf(script).shapes.has(value.shape)) return null;
  return value.shape.kind === "object" || value.shape.kind === "array" ? value.shape : null;
}

function noText(operand: Expression, analysis: Analysis): Diagnostic | null {
  const value = analysis.of(operand);
  if (
    operand.kind === "table" ||
    value?.kind === "table" ||
    operand.kind === "function" ||
    operand.kind === "nil"
  )
    return mark(
      WRONG_OPERAND,
      operand,
      `\`..\` joins strings and numbers, not ${operand.kind === "function" ? "a function" : operand.kind === "nil" ? "nil" : "a table"}.`,
    );
  if (operand.kind === "boolean" || (value?.kind === "shape" && value.shape.kind === "boolean"))
    return mark(WRONG_OPERAND, operand, "`..` joins strings and numbers, not booleans: use `tostring(…)`.", {
      fixes: [wrapped("tostring", operand)],
    });
  const shape = tableShape(value, analysis);
  if (shape === null) return null;
  const fixes = textFields(shape)
    .slice(0, 3)
    .map((path) => behind(operand, path));
  const what = shape.kind === "array" ? "a list" : "a table";
  const message = `This is ${what}, and \`..\` joins strings. Use one of its fields, or \`json.encode(…)\`.`;
  return mark(WRONG_OPERAND, operand, message, { fixes: [...fixes, wrapped("json.encode", operand)] });
}

function wrapped(name: string, { start, end }: Expression): Fix {
  const edits = [
    { start, end: start, text: `${name}(` },
    { start: end, end, text: ")" },
  ];
  return { title: `Wrap in ${name}()`, edits };
}

function behind({ end }: Expression, path: string): Fix {
  return replacing(`Use ${path}`, { start: end, end }, path);
}

function noNumber(
  operator: string,
  operand: Expression,
  other: Expression,
  analysis: Analysis,
): Diagnostic | null {
  const { of } = analysis;
  // Beside something that is not known, a metatable may decide.
  const plain = of(other)?.kind === "shape";
  if (
    plain &&
    operand.kind === "string" &&
    operand.value.trim() !== "" &&
    Number.isNaN(Number(operand.value))
  ) {
    const joins = operator === "+";
    const message = joins
      ? "`+` adds numbers. Join strings with `..`."
      : `\`${operator}\` expects numbers, not a string.`;
    const [first, last] = operand.start < other.start ? [operand, other] : [other, operand];
    return mark(WRONG_OPERAND, { start: first.start, end: last.end }, message, {
      fixes: joins ? [replacing("Change + to ..", operatorBetween(first, last), " .. ")] : [],
    });
  }
  const shape = tableShape(of(operand), analysis);
  if (shape === null) return null;
  if (shape.kind === "array")
    return mark(
      WRONG_OPERAND,
      operand,
      `\`${operator}\` expects numbers, but this is a list. \`#\` is its length.`,
      {
        fixes: [counting(operand)],
      },
    );
  return mark(WRONG_OPERAND, operand, `\`${operator}\` expects numbers, but this is a table.`);
}

function operatorBetween(first: Expression, last: Expression) {
  return { start: first.end, end: last.start };
}

function counting({ start }: Expression): Fix {
  return replacing("Count its entries: #", { start, end: start }, "#");
}

function noOrder(operand: Expression, other: Expression, analysis: Analysis): Diagnostic | null {
  const { of } = analysis;
  const [value, compared] = [of(operand), of(other)];
  const numeric = compared?.kind === "shape" && isNumeric(compared.shape);
  const shape = tableShape(value, analysis);
  if (shape !== null)
    return mark(
      WRONG_OPERAND,
      operand,
      shape.kind === "array" ? "Lists can't be compared: use the length, `#`." : "Tables can't be compared.",
      { fixes: shape.kind === "array" && numeric ? [counting(operand)] : [] },
    );
  const isText = value?.kind === "shape" && !value.orText && value.shape.kind === "string";
  if (!isText || !numeric) return null;
  return mark(WRONG_OPERAND, operand, "A string can't be compared with a number: use `tonumber(…)`.", {
    fixes: [wrapped("tonumber", operand)],
  });
}

function isNumeric({ kind }: Shape): boolean {
  return kind === "integer" || kind === "number";
}

function neverEqual(operand: Expression, literal: Expression, { of }: Analysis): Diagnostic | null {
  const value = of(operand);
  if (value?.kind !== "shape" || value.orText || operand.kind === "string" || operand.kind === "number")
    return null;
  const { shape } = value;
  if (literal.kind === "string") {
    if (shape.kind === "string") return notAmong(shape.values ?? [], operand, literal);
    if (isNumeric(shape) && literal.value.trim() !== "" && !Number.isNaN(Number(literal.value)))
      return mark(NEVER_EQUAL, literal, "A number never equals a string: remove the quotes.", {
        fixes: [replacing("Remove the quotes", literal, literal.value.trim())],
      });
    return mark(NEVER_EQUAL, literal, `${whatIs(shape)} never equals a string.`);
  }
  if (literal.kind === "number" && shape.kind === "string")
    return mark(NEVER_EQUAL, literal, "A string never equals a number: add quotes.", {
      fixes: [replacing("Add quotes", literal, `"${literal.text}"`)],
    });
  if (literal.kind === "number" && (shape.kind === "object" || shape.kind === "array"))
    return mark(NEVER_EQUAL, literal, `${whatIs(shape)} never equals a number.`, {
      fixes: shape.kind === "array" ? [counting(operand)] : [],
    });
  if (literal.kind === "boolean" && shape.kind !== "boolean")
    return mark(NEVER_EQUAL, literal, `${whatIs(shape)} never equals \`${literal.value}\`.`);
  return null;
}

function whatIs({ kind }: Shape): string {
  if (kind === "array") return "A list";
  if (kind === "object") return "A table";
  if (kind === "boolean") return "A boolean";
  return kind === "string" ? "A string" : "A number";
}

function notAmong(
  values: readonly string[],
  operand: Expression,
  literal: Extract<Expression, { kind: "string" }>,
): Diagnostic | null {
  const { value } = literal;
  if (values.length === 0 || values.includes(value)) return null;
  const meant = values.find((one) => one.toLowerCase() === value.toLowerCase()) ?? nearest(value, values);
  const name = operand.kind === "member" ? `\`${operand.name.text}\`` : "This";
  const all = ` Values: ${values.map((one) => luaString(one)).join(", ")}.`;
  const message = `${name} is never ${luaString(value)}.${meant === null ? all : didYouMean(luaString(meant))}`;
  const fixes = meant === null ? [] : [replacing(`Change to ${luaString(meant)}`, literal, luaString(meant))];
  return mark(NEVER_EQUAL, literal, message, { fixes });
}

/** `r:match(…)` where `r` is an answer: tables have no methods of strings. */
function methodOfTable(node: Extract<Expression, { kind: "member" }>, analysis: Analysis): Diagnostic[] {
  const shape = tableShape(analysis.of(node.object), analysis);
  if (
    shape === null ||
    node.name.text === "" ||
    Object.hasOwn("fields" in shape ? shape.fields : {}, node.name.text)
  )
    return [];
  const { beingTyped } = breaksOf(analysis.script);
  if (beingTyped(node.name) || isDangling(node, analysis.script)) return [];
  const fixes = textFields(shape)
    .slice(0, 3)
    .map((path) => behind(node.object, path));
  const what = shape.kind === "array" ? "a list" : "a table";
  const message = `This is ${what}: it has no method \`${node.name.text}\`. Get a string from it first.`;
  return [mark(WRONG_OPERAND, node.name, message, { fixes })];
}

/** Paths to the texts in a shape: those nearest to the top, ids before others. */
export function textFields(shape: Shape): string[] {
  const found: { path: string; rank: number }[] = [];
  const visit = (at: Shape, path: string, depth: number) => {
    if (depth > 3) return;
    if (at.kind === "array") visit(at.items, `${path}[1]`, depth);
    if (at.kind !== "object") return;
    for (const [name, field] of Object.entries(at.fields)) {
      const here = `${path}.${name}`;
      const isText = field.kind === "string" && !field.optional && (field.values?.length ?? 0) !== 1;
      if (isText) found.push({ path: here, rank: depth * 2 + (/(?:^|_)id$/.test(name) ? 0 : 1) });
      if (!field.optional) visit(field, here, depth + 1);
    }
  };
  visit(shape, "", 0);
  return found.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
}
