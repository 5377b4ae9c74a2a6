/** Everything a local is ever given. */
import type { Binding, Expression, Script } from "../parse/ast";
import { nodes } from "../parse/walk";

const known = new WeakMap<Script, ReadonlyMap<Binding, readonly (Expression | null)[]>>();

/**
 * What assignments behind the declaration give a local; null stands for one whose value cannot be told
 * (`a, b = f()` gives `b` a result of `f` that has no expression of its own).
 */
export function assignedTo(binding: Binding, script: Script): readonly (Expression | null)[] {
  let found = known.get(script);
  if (found === undefined) {
    found = collect(script);
    known.set(script, found);
  }
  return found.get(binding) ?? [];
}

function collect(script: Script): ReadonlyMap<Binding, readonly (Expression | null)[]> {
  const byBinding = new Map<Binding, (Expression | null)[]>();
  const add = (target: Expression, value: Expression | null) => {
    if (target.kind !== "name" || target.binding === null) return;
    const list = byBinding.get(target.binding);
    if (list === undefined) byBinding.set(target.binding, [value]);
    else list.push(value);
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      for (const [position, target] of node.targets.entries()) add(target, node.values[position] ?? null);
    if (node.kind === "function") add(node.target, node.body);
  }
  return byBinding;
}
