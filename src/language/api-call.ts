/** Calls below `app`: direct ones, and those made through `pcall` or `xpcall`. */
import { argumentsSkipped } from "./infer/calls";
import type { Inference } from "./infer/value";
import { type FunctionPlace, type NamespacePath, type Place, placeOf } from "./namespace-path";
import type { CallExpression, Expression, Range, TableExpression } from "./parse/ast";
import { nodes } from "./parse/walk";

export interface ApiCall {
  /** The call as written: of the function, or of `pcall`. */
  readonly node: CallExpression;
  readonly callee: Expression;
  readonly path: NamespacePath;
  readonly place: Place;
  /** The function's own arguments: without those that only concern `pcall`. */
  readonly args: readonly Expression[];
  /** How many arguments of `node` precede them. */
  readonly skipped: number;
  /** The table of arguments, if it is written in the call itself. The host ignores anything after it. */
  readonly table: TableExpression | null;
  /** Made by `pcall` or `xpcall`, so its error is caught. */
  readonly guarded: boolean;
  /** The name of the function in the callee: where marks for the whole call go. */
  readonly at: Range;
}

/** A call of a function that the catalog has. */
export interface FunctionCall extends ApiCall {
  readonly place: FunctionPlace;
}

/** Every call whose callee is certainly below `app`, in the order of the text. */
export function apiCalls(inference: Inference): ApiCall[] {
  return nodes(inference.script).expressions.flatMap((node) =>
    node.kind === "call" ? (apiCall(node, inference) ?? []) : [],
  );
}

/** The function that a call reaches, directly or through `pcall`, or `null` if the catalog has none. */
export function functionCall(node: CallExpression, inference: Inference): FunctionCall | null {
  const call = apiCall(node, inference);
  return call?.place.kind === "function" ? { ...call, place: call.place } : null;
}

function apiCall(node: CallExpression, { of, catalog }: Inference): ApiCall | null {
  const skipped = argumentsSkipped(of(node.callee));
  const guarded = skipped > 0;
  const callee = guarded ? node.args[0] : node.callee;
  const value = callee === undefined ? null : of(callee);
  // An empty name is still to be written.
  if (callee === undefined || value?.kind !== "namespace" || value.path.includes("")) return null;
  const { path } = value;
  const args = node.args.slice(skipped);
  const first = args[0] === undefined ? null : bare(args[0]);
  const table = first?.kind === "table" ? first : null;
  const at = callee.kind === "member" ? callee.name : callee;
  return { node, callee, path, place: placeOf(path, catalog), args, skipped, table, guarded, at };
}

/** An expression without the parentheses around it. */
function bare(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "paren") inner = inner.inner;
  return inner;
}
