import { type Analysis, analyse } from "./analysis";
import { functionCall } from "./api-call";
import { callsAround, namedFields } from "./caret";
import { commentAbove } from "./comment-above";
import type { LanguageContext } from "./context";
import { parameterLabel, parameterMarkdown, parameterNames } from "./describe";
import { memberNamed } from "./infer/table-members";
import type { CallExpression, Expression } from "./parse/ast";
import { readingAt } from "./pasted/reading";
import { standardEntry } from "./standard-library";

export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** The parameter being written, or `null`. */
  readonly active: number | null;
}

interface SignatureParameter {
  /** Its place in the label. */
  readonly start: number;
  readonly end: number;
  readonly documentation: string;
}

/** The signature of the innermost call around an offset whose function is known, or `null` if there is none. */
export function signature(source: string, caret: number, context: LanguageContext): Signature | null {
  const { text, offset } = readingAt(source, caret);
  const analysis = analyse(text, context);
  const { script } = analysis;
  const token = script.tokens.find(({ start, end }) => start < offset && offset < end);
  if (token?.kind === "comment") return null;
  for (const call of callsAround(script, offset)) {
    const index = call.commas.filter((comma) => comma < offset).length;
    const found =
      catalogSignature(call, index, offset, analysis) ??
      ownSignature(call, index, analysis) ??
      standardSignature(call, index, analysis);
    if (found !== null) return found;
  }
  return null;
}

function catalogSignature(
  node: CallExpression,
  at: number,
  offset: number,
  analysis: Analysis,
): Signature | null {
  const call = functionCall(node, analysis);
  const index = at - (call?.skipped ?? 0);
  // In front of the function that `pcall` calls, `pcall` itself is explained.
  if (call === null || index < 0) return null;
  const { name, parameters, summary } = call.place.function;
  const [open, close] = parameters.length === 0 ? ["(", ")"] : ["({ ", " })"];
  const shown = labelled(
    name + open,
    parameters.map(parameterLabel),
    close,
    parameters.map(parameterMarkdown),
  );
  const { source } = analysis.script;
  // Values in order are lost, so only a field has a parameter.
  const field = (call.table === null ? [] : namedFields(call.table)).findLast(
    ({ start, end }) => start <= offset && (offset <= end || /^[ \t]*$/.test(source.slice(end, offset))),
  );
  const named = parameters.findIndex((parameter) => parameter.name === field?.name.text);
  return { ...shown, documentation: summary, active: named < 0 ? null : named };
}

/** A function of the standard library. */
function standardSignature({ callee }: CallExpression, index: number, { of }: Analysis): Signature | null {
  const value = of(callee);
  const entry = value?.kind === "standard" ? standardEntry(value.name) : undefined;
  if (entry === undefined || entry.parameters === null) return null;
  const found = [...entry.parameters.matchAll(PARAMETER)];
  const parameters = found.map((match) => {
    const start = entry.name.length + match.index;
    return { start, end: start + match[0].length, documentation: "" };
  });
  return {
    label: entry.name + entry.parameters,
    documentation: entry.summary,
    parameters,
    // A method's first parameter is what precedes the colon.
    active: activeOf(
      found.map(([text]) => text),
      hasColon(callee) ? index + 1 : index,
    ),
  };
}

/** A name in `(s, n [, sep])`. */
const PARAMETER = /[^\s,[\]()](?:[^,[\]()]*[^\s,[\]()])?/g;

/** A function of the script: a variable's value, or a member of one of its tables. */
function ownSignature({ callee }: CallExpression, index: number, analysis: Analysis): Signature | null {
  const value = analysis.of(callee);
  const member = callee.kind === "member" ? memberNamed(callee, analysis) : null;
  const body = value?.kind === "function" ? value.body : member?.value;
  if (body?.kind !== "function") return null;
  const isMethod = member?.isMethod ?? false;
  const names = parameterNames(body, analysis.script);
  // `t.f(t, x)` passes a method its table, and `t:f(x)` passes a plain function one more value at the start.
  if (isMethod && !hasColon(callee)) names.unshift("self");
  const active = activeOf(names, hasColon(callee) && !isMethod ? index + 1 : index);
  const documentation = commentAbove(analysis.script, body.start);
  return { ...labelled(`${nameOf(callee)}(`, names, ")"), documentation, active };
}

function nameOf(callee: Expression): string {
  if (callee.kind === "name") return callee.text;
  return callee.kind === "member" ? callee.name.text : "function";
}

function hasColon(callee: Expression): boolean {
  return callee.kind === "member" && callee.style === ":";
}

/** A label made of parameters, and where each is in it. */
function labelled(
  open: string,
  names: readonly string[],
  close: string,
  documentation: readonly string[] = [],
): Pick<Signature, "label" | "parameters"> {
  let label = open;
  const parameters = names.map((name, index) => {
    const separator = index > 0 ? ", " : "";
    const start = label.length + separator.length;
    label += separator + name;
    return { start, end: label.length, documentation: documentation[index] ?? "" };
  });
  return { label: label + close, parameters };
}

/** The parameter of an argument. A vararg takes all the rest. */
function activeOf(names: readonly string[], index: number): number | null {
  const active = names.at(-1) === "..." ? Math.min(index, names.length - 1) : index;
  return active < names.length ? active : null;
}
