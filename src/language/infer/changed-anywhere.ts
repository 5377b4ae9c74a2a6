/** Changes to any of a script's tables that might be this one: for tables that cannot be followed. */

import type { Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { onceFor } from "./value";

/** A field that is set after its table is made. */
export interface FieldWrite {
  readonly target: Extract<Expression, { kind: "member" }>;
  /** `null` if it has no own expression, as for `t.b` in `t.a, t.b = f()`. */
  readonly value: Expression | null;
}

/** A value that `table.insert(t, value)` or `t[#t + 1] = value` puts at the end of a list. */
export interface Addition {
  readonly value: Expression;
  readonly start: number;
  /** Whether it is added whenever the list is made: no branch, loop or function is in between. */
  readonly always: boolean;
}

/** What the script does to a table after making it. */
export interface TableChanges {
  readonly writes: ReadonlyMap<string, readonly FieldWrite[]>;
  /** In the order of the text. */
  readonly added: readonly Addition[];
  /** Whether these changes are to this table. Else they may be to another. */
  readonly sure: boolean;
  /** Fields or items may be added or changed in ways that are not listed. */
  readonly open: boolean;
}

/** Functions that change their first argument, or may. */
export const CHANGERS: ReadonlySet<string> = new Set([
  ...["rawset", "setmetatable", "table.insert", "table.remove", "table.sort", "table.move"],
]);

/** What the script does to a table that may be any of its tables. */
export const changedAnywhere = onceFor((inference): TableChanges => {
  const { script, of } = inference;
  const writes = new Map<string, FieldWrite[]>();
  let open = false;
  const add = (target: Expression, value: Expression | null) => {
    if (target.kind === "member")
      writes.set(target.name.text, [...(writes.get(target.name.text) ?? []), { target, value }]);
    if (target.kind === "index" && !isOther(target.object)) open = true;
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      for (const [at, target] of node.targets.entries()) add(target, node.values[at] ?? null);
    if (node.kind === "function") add(node.target, node.body);
  }
  for (const node of nodes(script).expressions) {
    if (node.kind !== "call") continue;
    const called = of(node.callee);
    if (called?.kind !== "standard" || !CHANGERS.has(called.name)) continue;
    const [changed] = node.args;
    const listOnly = called.name.startsWith("table.");
    if (!listOnly || (changed !== undefined && !isOther(changed))) open = true;
  }
  return { writes, added: [], sure: false, open };
});

/** A local with its own table that is never aliased. */
function isOther(object: Expression): boolean {
  if (object.kind !== "name" || object.binding === null) return false;
  const { origin, uses } = object.binding;
  return origin.kind === "value" && origin.value.kind === "table" && uses.every(({ write }) => !write);
}
