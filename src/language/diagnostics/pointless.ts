/** Hints on code that runs but is unlikely to do what was intended. */

import { counted } from "../../shared/counted";
import type { Analysis } from "../analysis";
import { lineOf } from "../lines";
import type { CallExpression, Expression, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";
import { LIBRARIES, standardEntry } from "../standard-library";
import { breaksOf } from "./breaks";
import { type Diagnostic, mark, type Rule, replacing } from "./diagnostic";

const hint = (code: string): Rule => ({ code, severity: "hint", page: "language" });
const NUMBER_AND_TEXT = hint("number-and-text");
const TEXT_INDEX = hint("text-index");
const LIBRARY_REPLACED = hint("library-replaced");
const CALL_ON_NEXT_LINE = hint("call-on-next-line");
const UNUSED_ARGUMENT = hint("unused-argument");

/** Hints, since a script can do each of these on purpose. */
export function checkPointless(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { intact } = breaksOf(script);
  const { expressions, statements } = nodes(script);
  return [
    ...expressions.filter(intact).flatMap((node) => checkExpression(node, analysis)),
    ...statements.filter(intact).flatMap(replacedLibrary),
  ];
}

function checkExpression(node: Expression, analysis: Analysis): Diagnostic[] {
  switch (node.kind) {
    case "binary": {
      if (node.operator !== "==" && node.operator !== "~=") return [];
      const [left, right] = [node.left, node.right];
      if (!(isNumber(left) && right.kind === "string") && !(left.kind === "string" && isNumber(right)))
        return [];
      return [
        mark(NUMBER_AND_TEXT, node, "A number never equals a string: convert with `tonumber` or `tostring`."),
      ];
    }
    case "index": {
      const { object, key } = node;
      if (!isNumber(key)) return [];
      const value = object.kind === "paren" ? analysis.of(object.inner) : analysis.of(object);
      if (value?.kind !== "shape" || value.shape.kind !== "string") return [];
      if (value.orText || value.optional || value.passed) return [];
      const at = analysis.script.source.slice(key.start, key.end);
      const message = `Strings can't be indexed by number: this is nil. Get a character with \`s:sub(${at}, ${at})\`.`;
      return [mark(TEXT_INDEX, { start: object.end, end: node.end }, message)];
    }
    case "call":
      return [...nextLine(node, analysis), ...unusedArguments(node, analysis)];
    default:
      return [];
  }
}

function isNumber(node: Expression): boolean {
  return node.kind === "number";
}

/** Lua reads `f` and `(g)()` of the next line as one call. */
function nextLine({ callee, style, inside }: CallExpression, { script }: Analysis): Diagnostic[] {
  const paren = inside.start - 1;
  if (style !== "(" || lineOf(script, callee.end) === lineOf(script, paren)) return [];
  const message = "This continues the line above and calls its value. Put a `;` in front to prevent that.";
  return [mark(CALL_ON_NEXT_LINE, { start: paren, end: paren + 1 }, message)];
}

/** Arguments that a function of the script has no parameter for. */
function unusedArguments({ callee, args, closed }: CallExpression, { of, script }: Analysis): Diagnostic[] {
  const value = callee.kind === "name" && closed ? of(callee) : null;
  // Where Lua stops, parameters may not have been read.
  if (value?.kind !== "function" || value.body.vararg || script.errors.length > 0) return [];
  const { parameters } = value.body;
  const [extra, last] = [args[parameters.length], args.at(-1)];
  if (extra === undefined || last === undefined) return [];
  // A call may pass all its results along.
  if (extra === last && (extra.kind === "call" || extra.kind === "vararg")) return [];
  const name = script.source.slice(callee.start, callee.end);
  const takes = parameters.length === 0 ? "no arguments" : counted(parameters.length, "argument");
  const ignored = extra === last ? "this one is" : "these are";
  const message = `\`${name}\` takes ${takes}: ${ignored} ignored.`;
  return [mark(UNUSED_ARGUMENT, { start: extra.start, end: last.end }, message)];
}

const PLAIN = new Set<Expression["kind"]>(["nil", "boolean", "number", "string", "table"]);

/** `type = "body"`: a slip for `local type`, and `type` is gone. */
function replacedLibrary(statement: Statement): Diagnostic[] {
  if (statement.kind !== "assign") return [];
  return statement.targets.flatMap((target, index) => {
    const value = statement.values[index];
    if (target.kind !== "name" || target.binding !== null || value === undefined) return [];
    if (!PLAIN.has(value.kind)) return [];
    const { text, start } = target;
    if (text.startsWith("_") || (standardEntry(text) === undefined && !LIBRARIES.has(text))) return [];
    const alone = statement.targets.length === 1;
    const fixes = alone ? [replacing("Make it local", { start, end: start }, "local ")] : [];
    const message = `\`${text}\` is built into Lua: this replaces it.`;
    return [mark(LIBRARY_REPLACED, target, message, { fixes })];
  });
}
