/** All keys that a script gives to its tables. Any other key is in none of its tables. */
import type { Expression, ParsedScript, TableExpression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { onceFor } from "./value";

export interface ScriptKeys {
  /** What each name is set to, in whichever table; `null` for what has no expression. */
  readonly values: ReadonlyMap<string, readonly (Expression | null)[]>;
  /** Any table may have other keys. */
  readonly open: boolean;
  /** These may. */
  readonly openTables: ReadonlySet<TableExpression>;
}

/** Globals by which a script can set or find anything. */
const OTHER_MEANS: ReadonlySet<string> = new Set([
  ...["_G", "_ENV", "load", "rawset", "getmetatable", "require", "dofile", "loadfile", "debug", "package"],
]);

/** Collects the keys. */
export const scriptKeys = onceFor(({ script }): ScriptKeys => {
  const values = new Map<string, (Expression | null)[]>();
  const openTables = new Set<TableExpression>();
  let open =
    script.globals.some(({ text }) => OTHER_MEANS.has(text)) ||
    script.bindings.some(({ text }) => text === "_ENV");
  const add = (name: string, value: Expression | null) => {
    const list = values.get(name);
    if (list === undefined) values.set(name, [value]);
    else list.push(value);
    if (name === "__newindex" || (name === "__index" && (value === null || !isOwnTable(value, script))))
      open = true;
  };
  const set = (target: Expression, value: Expression | null) => {
    if (target.kind === "member") add(target.name.text, value);
    if (target.kind !== "index" || isNumericKey(target.key)) return;
    const origin = target.object.kind === "name" ? target.object.binding?.origin : undefined;
    const fixed = target.object.kind === "name" && !target.object.binding?.uses.some(({ write }) => write);
    if (fixed && origin?.kind === "value" && origin.value.kind === "table") openTables.add(origin.value);
    else open = true;
  };
  const { statements, expressions } = nodes(script);
  for (const node of statements) {
    if (node.kind === "assign")
      for (const [at, target] of node.targets.entries()) set(target, node.values[at] ?? null);
    if (node.kind === "function") set(node.target, node.body);
  }
  for (const node of expressions) {
    if (node.kind === "table")
      for (const field of node.fields) {
        if (field.kind === "named") add(field.name.text, field.value);
        if (field.kind === "computed" && !isNumericKey(field.key)) openTables.add(node);
      }
    if (node.kind === "call" && node.callee.kind === "name" && node.callee.text === "setmetatable") {
      const [, metatable] = node.args;
      if (metatable?.kind !== "nil" && (metatable === undefined || !isOwnTable(metatable, script)))
        open = true;
    }
  }
  return { values, open, openTables };
});

/** Whether an expression is surely a table that the script made, or `self`. */
function isOwnTable(expression: Expression, script: ParsedScript): boolean {
  if (expression.kind === "table") return true;
  if (expression.kind === "call")
    return expression.callee.kind === "name" && expression.callee.text === "setmetatable";
  if (expression.kind !== "name") return false;
  const { binding, text } = expression;
  const made = binding === null ? script.globalValues.get(text) : undefined;
  if (binding === null) return made !== undefined && made.kind !== "name" && isOwnTable(made, script);
  if (text === "self" && binding.start === binding.end) return true;
  const { origin, uses } = binding;
  if (uses.some(({ write }) => write) || origin.kind !== "value") return false;
  return origin.value.kind !== "name" && isOwnTable(origin.value, script);
}

/** Whether a key is certainly a number, judging by its text. */
export function isNumericKey(key: Expression): boolean {
  switch (key.kind) {
    case "number":
      return true;
    case "paren":
      return isNumericKey(key.inner);
    case "unary":
      return key.operator === "#" || key.operator === "-";
    case "binary":
      return ["+", "-", "*", "/", "//", "%"].includes(key.operator);
    case "name": {
      const { origin, uses } = key.binding ?? { origin: { kind: "unknown" }, uses: [] };
      if (uses.some(({ write }) => write)) return false;
      if (origin.kind === "value") return origin.value.kind === "number";
      if (origin.kind !== "iterated" || origin.position !== 0) return origin.kind === "number";
      const { iterator } = origin;
      return iterator.kind === "call" && iterator.callee.kind === "name" && iterator.callee.text === "ipairs";
    }
    default:
      return false;
  }
}
