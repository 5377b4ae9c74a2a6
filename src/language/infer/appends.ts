/** The two ways to put a value at the end of a list: `table.insert(list, value)` and `list[#list + 1] = value`. */

import type { CallExpression, Expression } from "../parse/ast";

/** Whether an expression is `list[#list + 1]`. */
export function isNextItem({ object, key }: Extract<Expression, { kind: "index" }>): boolean {
  if (key.kind !== "binary" || key.operator !== "+") return false;
  const { left, right } = key;
  return (
    left.kind === "unary" && left.operator === "#" && right.kind === "number" && isSame(left.operand, object)
  );
}

/** Whether two expressions name the same local, global or field. */
function isSame(a: Expression, b: Expression): boolean {
  if (a.kind === "name" && b.kind === "name") return a.text === b.text && a.binding === b.binding;
  return (
    a.kind === "member" && b.kind === "member" && a.name.text === b.name.text && isSame(a.object, b.object)
  );
}

/** Whether a call of `table.insert` has a list and one value. `f()` and `...` can be more. */
export function isAppend({ args }: CallExpression): boolean {
  return args.length === 2 && args[1]?.kind !== "vararg";
}
