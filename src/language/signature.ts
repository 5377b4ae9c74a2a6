import { callsAround, namedArguments, namedFields, reachedCall } from "./caret";
import { commentAbove } from "./comment-above";
import type { LanguageContext } from "./context";
import { parameterLabel, parameterMarkdown, parameterNames } from "./describe";
import { memberNamed } from "./infer/table-members";
import type { Value } from "./infer/value";
import type { CallExpression, Expression, FunctionExpression, Script } from "./parse/ast";
import { scriptOf } from "./script";
import { standardEntry } from "./stdlib";
import { valueIn } from "./values";

export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly {
    /** Where the parameter stands in the label. */
    readonly start: number;
    readonly end: number;
    readonly documentation: string;
  }[];
  /** The parameter being written; null when none is. */
  readonly active: number | null;
}

/** The signature of the innermost call around an offset whose function is known; null when there is none. */
export function signature(source: string, offset: number, context: LanguageContext): Signature | null {
  const script = scriptOf(source);
  const token = script.tokens.find(({ start, end }) => start < offset && offset < end);
  if (token?.kind === "comment") return null;
  for (const call of callsAround(script, offset)) {
    const found =
      catalogSignature(call, script, offset, context) ?? plainSignature(call, script, offset, context);
    if (found !== null) return found;
  }
  return null;
}

function argumentIndex(call: CallExpression, offset: number): number {
  return call.commas.filter((comma) => comma < offset).length;
}

function catalogSignature(
  call: CallExpression,
  script: Script,
  offset: number,
  context: LanguageContext,
): Signature | null {
  const reached = reachedCall(call, script, context.catalog);
  const index = argumentIndex(call, offset) - (reached?.skipped ?? 0);
  // In front of the function that `pcall` is given, `pcall` itself is explained.
  if (reached === null || index < 0) return null;
  const { name, parameters, summary } = reached.place.function;
  const table = namedArguments(reached);
  const positional = table === null && reached.args.some((argument) => argument.kind !== "missing");
  let label = positional ? `${name}(` : `${name}({ `;
  const spans = parameters.map((parameter, index) => {
    const start = label.length + (index > 0 ? 2 : 0);
    label += `${index > 0 ? ", " : ""}${parameterLabel(parameter)}`;
    return { start, end: label.length, documentation: parameterMarkdown(parameter) };
  });
  label = parameters.length === 0 ? `${name}()` : `${label}${positional ? ")" : " })"}`;
  let active: number | null = positional ? index : null;
  if (table !== null) {
    const field = namedFields(table).findLast(({ start, end }) => start <= offset && offset <= end + 1);
    const named = parameters.findIndex((parameter) => parameter.name === field?.name.text);
    active = named < 0 ? null : named;
  }
  return { label, documentation: summary, parameters: spans, active };
}

function plainSignature(
  call: CallExpression,
  script: Script,
  offset: number,
  context: LanguageContext,
): Signature | null {
  const value = valueIn(call.callee, script, context.catalog);
  const index = argumentIndex(call, offset);
  const own = ownFunction(call.callee, value, script, context);
  if (own !== null) return ownSignature(call, own, script, index);
  const entry = value?.kind === "standard" ? standardEntry(value.name) : undefined;
  if (entry === undefined || entry.parameters === null) return null;
  // A method's first parameter is what stands in front of the colon.
  const method = call.callee.kind === "member" && call.callee.style === ":";
  const parameters = [...entry.parameters.matchAll(PARAMETER)].map((match) => {
    const start = entry.name.length + match.index;
    return { start, end: start + match[0].length, documentation: "", text: match[0] };
  });
  return {
    label: entry.name + entry.parameters,
    documentation: entry.summary,
    parameters,
    active: activeOf(parameters, method ? index + 1 : index),
  };
}

/** A name in `(s, n [, sep])`. */
const PARAMETER = /[^\s,[\]()](?:[^,[\]()]*[^\s,[\]()])?/g;

/** The argument's parameter; a vararg takes all that follow. */
function activeOf(parameters: readonly { readonly text: string }[], index: number): number | null {
  const active = parameters.at(-1)?.text === "..." ? Math.min(index, parameters.length - 1) : index;
  return active < parameters.length ? active : null;
}

interface OwnFunction {
  readonly body: FunctionExpression;
  readonly isMethod: boolean;
}

/** A function of the script: a variable's value, or a member of one of its tables. */
function ownFunction(
  callee: Expression,
  value: Value | null,
  script: Script,
  { catalog }: LanguageContext,
): OwnFunction | null {
  if (value?.kind === "function") return { body: value.body, isMethod: false };
  const member = value === null && callee.kind === "member" ? memberNamed(callee, script, catalog) : null;
  return member?.value?.kind === "function" ? { body: member.value, isMethod: member.isMethod } : null;
}

function ownSignature(
  { callee }: CallExpression,
  { body, isMethod }: OwnFunction,
  script: Script,
  index: number,
): Signature {
  const names = parameterNames(body);
  const colon = callee.kind === "member" && callee.style === ":";
  // `t.f(t, x)` gives a method its table, `t:f(x)` gives a plain function one more value in front.
  if (isMethod && !colon) names.unshift("self");
  const name =
    callee.kind === "name" ? callee.text : callee.kind === "member" ? callee.name.text : "function";
  const found = listSignature(name, names, colon && !isMethod ? index + 1 : index);
  return { ...found, documentation: commentAbove(script, body.start) };
}

function listSignature(name: string, names: readonly string[], index: number): Signature {
  let label = `${name}(`;
  const parameters = names.map((text, position) => {
    const start = label.length + (position > 0 ? 2 : 0);
    label += `${position > 0 ? ", " : ""}${text}`;
    return { start, end: label.length, documentation: "", text };
  });
  return { label: `${label})`, documentation: "", parameters, active: activeOf(parameters, index) };
}
