/** Calls that are made wrongly around `pcall`, or not at all: `pcall(f(x))`, `local r, err = f(…)`, `get_current_user.name`. */
import type { Analysis } from "../analysis";
import { functionCall } from "../api-call";
import { argumentsSkipped } from "../infer/calls";
import { indentAt, newlineOf } from "../lines";
import { placeOf } from "../namespace-path";
import type { CallExpression, Expression, Statement } from "../parse/ast";
import { nodes, parents } from "../parse/walk";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "./diagnostic";

const CALLED_BEFORE: Rule = { code: "called-before-pcall", severity: "error", page: "errors" };
const NO_ERROR_RESULT: Rule = { code: "no-error-result", severity: "warning", page: "errors" };
const FORGOTTEN_CALL: Rule = { code: "forgotten-call", severity: "warning", page: "language" };

/** Marks for calls whose errors are not caught as meant, and for functions that are not called. */
export function checkCallForms(analysis: Analysis): Diagnostic[] {
  const { intact, behind } = breaksOf(analysis.script);
  const { expressions, statements } = nodes(analysis.script);
  return [
    ...expressions.flatMap((node) => {
      if (!intact(node) || behind(node.start)) return [];
      if (node.kind === "call") return calledBefore(node, analysis);
      return forgottenCall(node, analysis);
    }),
    ...statements.flatMap((node) => (intact(node) ? secondResult(node, analysis) : [])),
  ];
}

/** `pcall(f(x))`: `f` is called first, and `pcall` calls its result. */
function calledBefore(node: CallExpression, analysis: Analysis): Diagnostic[] {
  const { of, script } = analysis;
  const guard = of(node.callee);
  const [inner, handler] = node.args;
  if (argumentsSkipped(guard) === 0 || guard?.kind !== "standard" || inner?.kind !== "call") return [];
  const value = of(inner);
  const returns = of(inner.callee);
  const nothing = returns?.kind === "standard" && returns.name === "print";
  if (value?.kind !== "shape" && value?.kind !== "table" && !nothing) return [];
  const text = ({ start, end }: Expression) => script.source.slice(start, end);
  const given =
    inner.style === "("
      ? script.source.slice(inner.inside.start, inner.inside.end).trim()
      : text(inner).slice(inner.inside.start - inner.start);
  const rest = [
    ...(guard.name === "xpcall" && handler !== undefined ? [text(handler)] : []),
    ...(given === "" ? [] : [given]),
  ];
  const isMethod = inner.callee.kind === "member" && inner.callee.style === ":";
  const wanted = [text(inner.callee), ...rest].join(", ");
  const last = guard.name === "xpcall" ? (handler ?? inner) : inner;
  const plain = !isMethod && node.args.length <= (guard.name === "xpcall" ? 2 : 1);
  const fixes = plain
    ? [replacing("Pass function and arguments", { start: inner.start, end: last.end }, wanted)]
    : [];
  const message = `This calls \`${text(inner.callee)}\` before \`${guard.name}\` does, so errors aren't caught. Pass the function and its arguments separately: \`${guard.name}(${text(inner.callee)}, …)\`.`;
  return [mark(CALLED_BEFORE, inner, message, { fixes })];
}

/** `local answer, err = f(…)`: a call returns one value, and raises its errors. */
function secondResult(node: Statement, analysis: Analysis): Diagnostic[] {
  if (node.kind !== "local" && node.kind !== "assign") return [];
  const [value] = node.values;
  const names: readonly Expression[] | readonly { start: number; end: number; text: string }[] =
    node.kind === "local" ? node.bindings : node.targets;
  const [first, second] = names;
  if (node.values.length !== 1 || value?.kind !== "call" || first === undefined || second === undefined)
    return [];
  const call = functionCall(value, analysis);
  if (call === null || call.guarded) return [];
  const { source } = analysis.script;
  const name = source.slice(second.start, second.end);
  const message = `\`${call.place.function.name}\` returns one value: \`${name}\` is always nil. On failure it raises an error. Catch it with \`pcall\`.`;
  const fixes =
    node.kind === "local" && names.length === 2 ? [caught(node, first, second, value, analysis)] : [];
  return [mark(NO_ERROR_RESULT, second, message, { fixes })];
}

function caught(
  node: Statement,
  first: { readonly start: number; readonly end: number },
  second: { readonly start: number; readonly end: number },
  { callee, style, inside }: CallExpression,
  { script }: Analysis,
): Fix {
  const { source } = script;
  const [answer, problem] = [source.slice(first.start, first.end), source.slice(second.start, second.end)];
  const given = source.slice(inside.start, inside.end).trim();
  const args = [
    source.slice(callee.start, callee.end),
    ...(style === "(" && given === "" ? [] : [given]),
  ].join(", ");
  const text = [
    `local ok, ${answer} = pcall(${args})`,
    `${indentAt(script, node.start)}local ${problem} = not ok and ${answer} or nil`,
  ].join(newlineOf(script));
  return replacing("Catch the error with pcall", node, text);
}

/** `wa.get_current_user.name`: a field of the function, not of its result. */
function forgottenCall(node: Expression, { of, catalog, script }: Analysis): Diagnostic[] {
  const value = of(node);
  if (value?.kind !== "namespace") return [];
  const place = placeOf(value.path, catalog);
  if (place.kind !== "function") return [];
  const outer = parents(script).get(node);
  // A function below a function is called: marked as unknown.
  const around = outer === undefined ? undefined : parents(script).get(outer);
  if (around?.kind === "call" && around.callee === outer && outer?.kind === "member") return [];
  const fields =
    outer?.kind === "member" && outer.object === node && outer.name.text !== "" && !isDangling(outer, script);
  const used =
    fields ||
    (outer?.kind === "index" && outer.object === node) ||
    (outer?.kind === "unary" && outer.operator === "#") ||
    (outer?.kind === "binary" && !["and", "or", "==", "~="].includes(outer.operator)) ||
    (outer?.kind === "call" && outer.args[0] === node && isWalker(of(outer.callee)));
  if (!used) return [];
  const { name, parameters } = place.function;
  const optional = parameters.every(({ required }) => !required);
  const at = node.kind === "member" ? node.name : node;
  const message = `\`${name}\` is a function: call it, \`${name}(${parameters.length === 0 ? "" : "{ … }"})\`, to get its result.`;
  const fixes = optional ? [replacing("Call it", { start: node.end, end: node.end }, "()")] : [];
  return [mark(FORGOTTEN_CALL, at, message, { fixes })];
}

function isWalker(callee: ReturnType<Analysis["of"]>): boolean {
  return callee?.kind === "standard" && ["ipairs", "pairs", "next", "table.concat"].includes(callee.name);
}
