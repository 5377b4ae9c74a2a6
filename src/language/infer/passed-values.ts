import { memoized } from "../../shared/memoized";
import type { Binding, FunctionExpression, NameExpression, ParsedScript } from "../parse/ast";
import { namings, nodes, parents } from "../parse/walk";
import { spend } from "../work";
import type { Inference, Value } from "./value";

/**
 * Returns what a parameter of a local function holds: the response, or the part of one, that every call in the script passes.
 * `null` if the function may be called elsewhere, or checks its argument's type.
 */
export function passedValue(parameter: Binding, { script, of }: Inference): Value | null {
  const owner = owners(script).get(parameter);
  if (owner === undefined) return null;
  const around = parents(script);
  const asksForType = (namings(script).get(parameter) ?? []).some((name) => {
    const call = around.get(name);
    return call?.kind === "call" && call.callee.kind === "name" && call.callee.text === "type";
  });
  if (asksForType) return null;
  spend((namings(script).get(parameter)?.length ?? 0) * 0.1);
  spend((namings(script).get(owner.holder)?.length ?? 0) * 0.2);
  let passed: Extract<Value, { kind: "shape" }> | null = null;
  for (const name of namings(script).get(owner.holder) ?? []) {
    const argument = argumentAt(name, owner.body.parameters.indexOf(parameter), script);
    const value = argument === null ? null : of(argument);
    if (value?.kind !== "shape" || value.orText || value.optional) return null;
    if (value.shape.kind !== "object" && value.shape.kind !== "array") return null;
    if (passed !== null && passed.shape !== value.shape) return null;
    passed = value;
  }
  return passed === null ? null : { kind: "shape", shape: passed.shape, passed: true };
}

/** The argument at a position of the call that a function's name is part of. */
function argumentAt(name: NameExpression, position: number, script: ParsedScript) {
  const call = parents(script).get(name);
  if (call?.kind !== "call") return null;
  if (call.callee === name) return call.args[position] ?? null;
  const guarded = call.callee.kind === "name" && call.callee.binding === null && call.callee.text === "pcall";
  return guarded && call.args[0] === name ? (call.args[position + 1] ?? null) : null;
}

interface Owner {
  readonly holder: Binding;
  readonly body: FunctionExpression;
}

/** The local function that each parameter belongs to. */
const owners = memoized((script: ParsedScript): ReadonlyMap<Binding, Owner> => {
  const found = new Map<Binding, Owner>();
  const add = (holder: Binding, body: FunctionExpression) => {
    if (!holder.uses.some(({ write }) => write))
      for (const parameter of body.parameters) found.set(parameter, { holder, body });
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "localFunction") add(node.binding, node.body);
    if (node.kind !== "local") continue;
    for (const [at, value] of node.values.entries()) {
      const holder = node.bindings[at];
      if (value.kind === "function" && holder !== undefined) add(holder, value);
    }
  }
  return found;
});
