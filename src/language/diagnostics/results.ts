/** Misuse of results: fields they do not have, lists used as objects, and objects used as lists. */

import type { Catalog, Shape } from "../../integrations/catalog";
import { plural } from "../../shared/counted";
import { memoized } from "../../shared/memoized";
import { nearest } from "../../shared/nearest";
import { annotationsOf } from "../infer/annotations";
import { fieldsRead } from "../infer/fields-read";
import { ERROR_TEXT, SUCCEEDED } from "../infer/outcomes";
import type { Inference } from "../infer/value";
import type { Expression, MemberExpression, Range, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";
import { scalarOf } from "../partial-arguments";
import { standardEntry } from "../standard-library";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, didYouMean, mark, type Rule, rename, replacing } from "./diagnostic";

const UNKNOWN_RESULT_FIELD: Rule = { code: "unknown-result-field", severity: "warning", page: "overview" };
const PCALL_RESULT: Rule = { code: "pcall-result", severity: "error", page: "errors" };
const INDEX_ZERO: Rule = { code: "index-zero", severity: "warning", page: "language" };
const MISSING_ITERATOR: Rule = { code: "missing-iterator", severity: "error", page: "language" };
const NOT_A_LIST: Rule = { code: "not-a-list", severity: "warning", page: "language" };

/** Marks for the use of answers whose origin is known. */
export function checkResults(inference: Inference): Diagnostic[] {
  const { expressions, statements } = nodes(inference.script);
  const added = changesShapes(expressions, inference) ? null : addedFields(statements, inference);
  return [
    ...expressions.flatMap((node) => checkExpression(node, inference, added)),
    ...statements.flatMap((node) => checkLoop(node, inference)),
  ];
}

/** Functions that put something into their first argument that it did not have. */
const CHANGERS: ReadonlySet<string> = new Set(["table.insert", "table.move", "rawset", "setmetatable"]);

/** Whether the script adds something to a result, so its fields are no longer known. */
function changesShapes(expressions: readonly Expression[], { of }: Inference): boolean {
  return expressions.some((node) => {
    const [first] = node.kind === "call" ? node.args : [];
    if (node.kind !== "call" || first === undefined || of(first)?.kind !== "shape") return false;
    const callee = of(node.callee);
    return callee?.kind === "standard" && CHANGERS.has(callee.name);
  });
}

/** Names of fields that the script itself sets, or `null` if it sets fields of answers by computed names. */
function addedFields(statements: readonly Statement[], { of }: Inference): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const node of statements) {
    if (node.kind === "function" && node.target.kind === "member") names.add(node.target.name.text);
    if (node.kind !== "assign") continue;
    for (const target of node.targets) {
      if (target.kind === "member") names.add(target.name.text);
      if (target.kind === "index" && of(target.object)?.kind === "shape") return null;
    }
  }
  return names;
}

function checkExpression(
  node: Expression,
  inference: Inference,
  added: ReadonlySet<string> | null,
): Diagnostic[] {
  switch (node.kind) {
    case "member":
      return node.style === ":" || node.name.text === "" || added === null || added.has(node.name.text)
        ? []
        : checkField(node, inference);
    case "index":
      return checkIndex(node.object, node.key, inference);
    case "unary":
      return node.operator === "#" ? checkList(node, node.operand, inference) : [];
    case "call": {
      const callee = inference.of(node.callee);
      const [list] = node.args;
      if (callee?.kind !== "standard" || callee.name !== "ipairs" || list === undefined) return [];
      return checkList(list, list, inference);
    }
    default:
      return [];
  }
}

function checkField(node: MemberExpression, { of, catalog, script }: Inference): Diagnostic[] {
  const object = of(node.object);
  if (object?.kind !== "shape" || isDangling(node, script) || breaksOf(script).beingTyped(node.name))
    return [];
  const { name } = node;
  const { shape } = object;
  const page = answerPages(catalog).get(shape);
  if (shape === SUCCEEDED) {
    const message = "`pcall` returns true or false first, then the result: `local ok, result = pcall(…)`.";
    return [mark(PCALL_RESULT, name, message)];
  }
  if (shape.kind === "string") return checkText(node, shape, page);
  if (shape.kind === "array") {
    const ofEntry = shape.items.kind === "object" && Object.hasOwn(shape.items.fields, name.text);
    const message = ofEntry
      ? `This is a list: \`${name.text}\` is a field of its entries, e.g. \`[1].${name.text}\`.`
      : `This is a list. It has no field \`${name.text}\`.`;
    const behind = { start: node.object.end, end: node.object.end };
    const fixes = ofEntry ? [replacing("Use the first item: [1]", behind, "[1]")] : [];
    return [mark(UNKNOWN_RESULT_FIELD, name, message, { fixes, page })];
  }
  if (shape.kind !== "object" || Object.hasOwn(shape.fields, name.text)) return [];
  // An error's text has the methods of strings.
  if (object.orText && standardEntry(`string.${name.text}`) !== undefined) return [];
  const names = Object.keys(shape.fields);
  const meant = nearest(name.text, names);
  // What comments say of a table need not be all of it.
  if (page === undefined && meant === null) return [];
  // A function that distinguishes its arguments by their fields.
  if (object.passed && fieldsRead(script).tested.has(name.text)) return [];
  const offer = meant === null ? ` Fields: ${names.join(", ")}.` : didYouMean(meant);
  const message = `${page === undefined ? "This" : "The result"} has no field \`${name.text}\`.${offer}${aboutErrors(name.text)}`;
  const fixes = meant !== null && node.style === "." ? [rename(name, meant)] : [];
  return [mark(UNKNOWN_RESULT_FIELD, name, message, { fixes, page })];
}

/** A field of an error's text, or of a text in an answer. */
function checkText(node: MemberExpression, shape: Shape, page: string | undefined): Diagnostic[] {
  const { name, object } = node;
  if (standardEntry(`string.${name.text}`) !== undefined) return [];
  const isError = shape === ERROR_TEXT;
  if (!isError && page === undefined) return [];
  const message = isError
    ? `If the call fails, this is the error message, a string without a field \`${name.text}\`. \`:match(…)\` and \`:find(…)\` can search it.`
    : `This is a string. It has no field \`${name.text}\`.`;
  const fixes = [replacing("Use the string itself", { start: object.end, end: node.end }, "")];
  return [mark(UNKNOWN_RESULT_FIELD, name, message, { fixes, page: isError ? "errors" : page })];
}

/**
 * The docs page of the function that returns a shape, or a part of it. A part that several functions share counts as the first
 * one's.
 */
const answerPages = memoized(({ integrations }: Catalog): ReadonlyMap<Shape, string> => {
  const pages = new Map<Shape, string>();
  const add = (shape: Shape, page: string) => {
    if (!pages.has(shape)) pages.set(shape, page);
    if (shape.kind === "array") add(shape.items, page);
    if (shape.kind === "object") for (const field of Object.values(shape.fields)) add(field, page);
  };
  for (const { id, functions } of integrations)
    for (const { name, answer } of functions) add(answer, `integrations.${id}.${name}`);
  return pages;
});

/** People used to other APIs look for failures in the result. */
function aboutErrors(name: string): string {
  return /^(error|errors|err|ok|success|status_code|code)$/i.test(name)
    ? " A failed call raises an error instead. Catch it with `pcall`."
    : "";
}

function checkIndex(object: Expression, key: Expression, inference: Inference): Diagnostic[] {
  const literal = scalarOf(key);
  const value = inference.of(object);
  if (literal.kind !== "number" || value?.kind !== "shape") return [];
  const number = literal.value;
  if (value.shape.kind === "object") return checkList(key, object, inference);
  if (value.shape.kind !== "array" || number > 0) return [];
  const fixes = number === 0 ? [rename(key, "1")] : [];
  return [mark(INDEX_ZERO, key, `Lists start at 1: nothing is at ${number}.`, { fixes })];
}

/** Marks an object where a list is expected. The fix uses its first list. */
function checkList(at: Range, object: Expression, { of, catalog, script }: Inference): Diagnostic[] {
  const value = of(object);
  if (value?.kind !== "shape" || value.shape.kind !== "object" || value.orText) return [];
  const { shape } = value;
  if (annotationsOf(script).shapes.has(shape)) return [];
  const lists = Object.entries(shape.fields).flatMap(([name, field]) =>
    field.kind === "array" ? [name] : [],
  );
  const [list] = lists;
  const message = `This is an object, not a list.${lists.length === 0 ? "" : ` Its ${plural(lists.length, "list is", "lists are")} ${lists.map((name) => `\`${name}\``).join(" and ")}.`}`;
  const behind = { start: object.end, end: object.end };
  const fixes = list === undefined ? [] : [replacing(`Use .${list}`, behind, `.${list}`)];
  const page = answerPages(catalog).get(shape);
  return [mark(NOT_A_LIST, at, message, { fixes, page })];
}

/** `for … in result.data do`: Lua calls what follows `in`, and a table cannot be called. */
function checkLoop(node: Statement, { of, script }: Inference): Diagnostic[] {
  if (node.kind !== "genericFor") return [];
  const [iterator] = node.iterators;
  if (iterator === undefined || node.iterators.length > 1) return [];
  const value = of(iterator);
  const own = value?.kind === "shape" && annotationsOf(script).shapes.has(value.shape);
  const shape = value?.kind === "shape" && !value.orText && !own ? value.shape.kind : null;
  const list = shape === "array";
  if (!list && shape !== "object" && iterator.kind !== "table") return [];
  const walker =
    shape === "object" || (iterator.kind === "table" && iterator.fields.some(({ kind }) => kind === "named"))
      ? "pairs"
      : "ipairs";
  const { start, end } = iterator;
  const edits = [
    { start, end: start, text: `${walker}(` },
    { start: end, end, text: ")" },
  ];
  const [variable] = node.variables;
  // `for contact in list`: the first variable of ipairs is the position.
  if (walker === "ipairs" && node.variables.length === 1 && variable !== undefined)
    edits.unshift({ start: variable.start, end: variable.start, text: "_, " });
  const message = `\`for … in\` needs an iterator: \`${walker}(…)\` makes one.`;
  return [mark(MISSING_ITERATOR, iterator, message, { fixes: [{ title: `Wrap in ${walker}()`, edits }] })];
}
