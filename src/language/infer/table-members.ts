/** Members of a script's own tables. They are guessed: good enough to offer and explain, not to mark mistakes. */

import { memoized } from "../../shared/memoized";
import type {
  Binding,
  Expression,
  Identifier,
  MemberExpression,
  ParsedScript,
  TableExpression,
} from "../parse/ast";
import { nodes } from "../parse/walk";
import { resultExpression } from "./result-expression";
import type { Inference } from "./value";

export interface TableMember {
  /** Where it is first set. */
  readonly name: Identifier;
  /** Its first value, or `null` if that has no expression. */
  readonly value: Expression | null;
  /** Declared with a colon: takes its table as `self`. */
  readonly isMethod: boolean;
}

/** How far names are followed. */
const MAX_STEPS = 12;

/**
 * Members of the table that an expression refers to: those of its constructor, and those set anywhere except by `except`,
 * which is still being typed.
 */
export function tableMembers(
  object: Expression,
  inference: Inference,
  except: MemberExpression | null = null,
): readonly TableMember[] {
  const found = new Map<string, TableMember>();
  const add = (name: Identifier, value: Expression | null, isMethod = false) => {
    const { text } = name;
    if (text !== "" && !text.startsWith("__") && !found.has(text)) found.set(text, { name, value, isMethod });
  };
  const { script } = inference;
  for (const table of tablesOf(object, inference, MAX_STEPS))
    for (const field of table.fields) if (field.kind === "named") add(field.name, field.value);
  const owner = ownerOf(object, script);
  if (owner === null) return [...found.values()];
  const belongs = (target: Expression): target is MemberExpression =>
    target.kind === "member" && ownerOf(target.object, script) === owner;
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      // What is being typed sets nothing yet.
      for (const [position, target] of node.targets.entries())
        if (belongs(target) && target !== except) add(target.name, node.values[position] ?? null);
    if (node.kind === "function" && belongs(node.target))
      add(node.target.name, node.body, node.target.style === ":");
  }
  return [...found.values()];
}

/** The member of a script's own table that an expression names, or `null` if there is none. */
export function memberNamed({ object, name }: MemberExpression, inference: Inference): TableMember | null {
  if (name.text === "") return null;
  return tableMembers(object, inference).find((member) => member.name.text === name.text) ?? null;
}

/** Every place that names a member of the same variable. */
export function memberUses(
  member: MemberExpression,
  { name }: TableMember,
  script: ParsedScript,
): readonly Identifier[] {
  const owner = ownerOf(member.object, script);
  const uses = nodes(script).expressions.flatMap((node) =>
    node.kind === "member" &&
    node.name.text === name.text &&
    (node === member || (owner !== null && ownerOf(node.object, script) === owner))
      ? [node.name]
      : [],
  );
  return uses.some(({ start }) => start === name.start) ? uses : [name, ...uses];
}

/** The variable that holds a table (a global by its name). For `self` in a method, the variable the method belongs to. */
function ownerOf(object: Expression, script: ParsedScript): Binding | string | null {
  if (object.kind !== "name" || object.text === "") return null;
  const { binding, text } = object;
  if (binding === null) return text;
  if (text !== "self" || binding.start !== binding.end) return binding;
  const method = methodsOf(script).findLast(
    ({ start, end }) => start <= binding.start && binding.start <= end,
  );
  return method === undefined ? null : ownerOf(method.table, script);
}

/** Functions declared with a colon. */
const methodsOf = memoized((script: ParsedScript) =>
  nodes(script).statements.flatMap((node) =>
    node.kind === "function" && node.target.kind === "member" && node.target.style === ":"
      ? [{ start: node.body.start, end: node.body.end, table: node.target.object }]
      : [],
  ),
);

/** Table constructors that an expression may refer to. */
function tablesOf(expression: Expression, inference: Inference, steps: number): readonly TableExpression[] {
  if (steps <= 0) return [];
  const next = (one: Expression | undefined) =>
    one === undefined ? [] : tablesOf(one, inference, steps - 1);
  switch (expression.kind) {
    case "table":
      return [expression];
    case "paren":
      return next(expression.inner);
    case "binary":
      return expression.operator === "or" || expression.operator === "and"
        ? [...next(expression.left), ...next(expression.right)]
        : [];
    case "name": {
      const { binding } = expression;
      if (binding === null) return next(inference.script.globalValues.get(expression.text));
      const { origin } = binding;
      if (origin.kind === "value") return next(origin.value);
      if (origin.kind !== "iterated" || origin.position !== 1 || origin.iterator.kind !== "call") return [];
      return next(origin.iterator.args[0]).flatMap((list) => list.fields.flatMap(({ value }) => next(value)));
    }
    case "index":
      return next(expression.object).flatMap(({ fields }) =>
        fields.flatMap((field) => (field.kind === "item" ? next(field.value) : [])),
      );
    case "member":
      return next(expression.object).flatMap(({ fields }) =>
        fields.flatMap((field) =>
          field.kind === "named" && field.name.text === expression.name.text ? next(field.value) : [],
        ),
      );
    case "call": {
      const callee = inference.of(expression.callee);
      if (callee?.kind === "standard" && callee.name === "setmetatable") return next(expression.args[0]);
      const given = callee?.kind === "function" ? resultExpression(callee.body) : null;
      return given === null ? [] : next(given);
    }
    default:
      return [];
  }
}
