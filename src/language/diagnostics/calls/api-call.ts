/** Calls below `app`, direct ones and those that `pcall` makes. */
import type { Inference } from "../../infer/value";
import { type NamespacePath, type Place, placeOf } from "../../namespace-path";
import type { CallExpression, Expression, Range, Script, TableExpression } from "../../parse/ast";
import { nodes } from "../../parse/walk";

export interface ApiCall {
  /** The call as written: of the function, or of `pcall`. */
  readonly node: CallExpression;
  readonly callee: Expression;
  readonly path: NamespacePath;
  readonly place: Place;
  readonly args: readonly Expression[];
  /** The single table of arguments; null when it is called otherwise. */
  readonly table: TableExpression | null;
  /** Made by `pcall` or `xpcall`, so that its error is caught. */
  readonly guarded: boolean;
  /** The name of the function as written there: where marks for the whole call go. */
  readonly at: Range;
}

/** Every call whose callee surely lies below `app`, in the order of the text. */
export function apiCalls(script: Script, inference: Inference): ApiCall[] {
  return nodes(script).expressions.flatMap((node) => {
    const call = node.kind === "call" ? apiCall(node, inference) : null;
    return call === null ? [] : [call];
  });
}

function apiCall(node: CallExpression, inference: Inference): ApiCall | null {
  const value = inference.of(node.callee);
  if (value?.kind === "namespace") return made(node, node.callee, value.path, node.args, false, inference);
  if (value?.kind !== "standard" || (value.name !== "pcall" && value.name !== "xpcall")) return null;
  const [callee] = node.args;
  const called = callee === undefined ? null : inference.of(callee);
  if (callee === undefined || called?.kind !== "namespace") return null;
  const args = node.args.slice(value.name === "pcall" ? 1 : 2);
  return made(node, callee, called.path, args, true, inference);
}

function made(
  node: CallExpression,
  callee: Expression,
  path: NamespacePath,
  args: readonly Expression[],
  guarded: boolean,
  { catalog }: Inference,
): ApiCall | null {
  // A name that is still to be written.
  if (path.includes("")) return null;
  const [first] = args;
  const table = args.length === 1 && first?.kind === "table" ? first : null;
  const at = callee.kind === "member" ? callee.name : callee;
  return { node, callee, path, place: placeOf(path, catalog), args, table, guarded, at };
}
