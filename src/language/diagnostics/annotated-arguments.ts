import type { Shape } from "../../integrations/catalog";
import { nearest } from "../../shared/nearest";
import type { Analysis } from "../analysis";
import { annotationsOf } from "../infer/annotations";
import type { Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { luaString } from "../write/lua-text";
import { breaksOf } from "./breaks";
import { type Diagnostic, didYouMean, mark, type Rule, replacing } from "./diagnostic";

const WRONG_ARGUMENT: Rule = { code: "wrong-argument", severity: "warning", page: "language" };

/** Warnings for values that are surely not of the type that a function's comment declares. */
export function checkAnnotated(analysis: Analysis): Diagnostic[] {
  const { script, of } = analysis;
  const { types } = annotationsOf(script);
  if (types.size === 0) return [];
  const { intact } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    const callee = node.kind === "call" && intact(node) ? of(node.callee) : null;
    if (node.kind !== "call" || callee?.kind !== "function") return [];
    return node.args.flatMap((argument, at) => {
      const parameter = callee.body.parameters[at];
      const type = parameter === undefined ? undefined : types.get(parameter);
      if (type?.shape == null) return [];
      const text = argument.kind === "string" && type.shape.kind === "string" ? argument.value : null;
      const values = type.shape.kind === "string" ? (type.shape.values ?? []) : [];
      const wanted = `\`${parameter?.text}\` expects \`${type.text}\``;
      if (text !== null && values.length > 0 && !values.includes(text)) {
        const meant = nearest(text, values);
        const message = `${wanted}.${didYouMean(meant === null ? null : luaString(meant))}`;
        const fixes =
          meant === null ? [] : [replacing(`Change to ${luaString(meant)}`, argument, luaString(meant))];
        return [mark(WRONG_ARGUMENT, argument, message, { fixes })];
      }
      const given = kindOf(argument, analysis);
      if (given === null || fits(given, type.shape) || (given === "nil" && type.optional)) return [];
      return [mark(WRONG_ARGUMENT, argument, `${wanted}, not ${NAMES[given]}.`)];
    });
  });
}

type Kind = "string" | "number" | "boolean" | "table" | "function" | "nil";

const NAMES: Readonly<Record<Kind, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  table: "a table",
  function: "a function",
  nil: "nil",
};

/** The kind of a value, or `null` if it is not certain. */
function kindOf(expression: Expression, { of }: Analysis): Kind | null {
  if (expression.kind === "nil") return "nil";
  const value = of(expression);
  if (value?.kind === "function" || value?.kind === "table") return value.kind;
  if (value?.kind !== "shape" || value.orText || value.optional) return null;
  const { kind } = value.shape;
  if (kind === "object" || kind === "array") return "table";
  return kind === "integer" ? "number" : kind;
}

function fits(given: Kind, { kind }: Shape): boolean {
  if (kind === "object" || kind === "array") return given === "table";
  return given === (kind === "integer" ? "number" : kind);
}
