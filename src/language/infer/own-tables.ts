/** Which of the script's own tables an expression is: followed through locals, loops, fields, parameters and results. */

import type { CallExpression, Expression, TableExpression } from "../parse/ast";
import { isSetAgain } from "../parse/walk";
import { spend } from "../work";
import { givenArguments } from "./given-arguments";
import { resultExpression } from "./result-expression";
import { changesOf } from "./table-changes";
import type { Inference } from "./value";

/** How far expressions are followed. */
const MAX_STEPS = 12;
/** More tables than this are a data file: they are not looked at one by one. */
const MAX_TABLES = 200;

/**
 * Returns the table constructors that an expression can be. It may be something else too: each of them is its value on some
 * run, but other values are possible.
 */
export function ownTables(expression: Expression, inference: Inference): readonly TableExpression[] {
  const values = sources(expression, { inference, seen: new Set() }, MAX_STEPS);
  return [...new Set(values)].filter((value) => value.kind === "table").slice(0, MAX_TABLES);
}

interface Search {
  readonly inference: Inference;
  readonly seen: Set<Expression>;
}

/** The expressions that an expression's value comes from, names and calls followed. Each is met once. */
function sources(expression: Expression, search: Search, steps: number): readonly Expression[] {
  if (steps <= 0 || search.seen.has(expression)) return [];
  search.seen.add(expression);
  spend(1);
  const next = (one: Expression | null | undefined) => (one == null ? [] : sources(one, search, steps - 1));
  switch (expression.kind) {
    case "paren":
      return next(expression.inner);
    case "name":
      return nameSources(expression, search.inference, next);
    case "member": {
      const [table, other] = next(expression.object);
      if (table?.kind !== "table" || other !== undefined) return [];
      return next(fieldValue(table, expression.name.text, search.inference));
    }
    case "index":
      return next(expression.object).flatMap((table) => items(table, search.inference).flatMap(next));
    case "binary": {
      if (expression.operator === "and") return next(expression.right);
      if (expression.operator !== "or") return [expression];
      // `options or {}`: the empty table stands for no table.
      const empty = ({ kind, ...rest }: Expression) =>
        kind === "table" && "fields" in rest && rest.fields.length === 0;
      return [expression.left, expression.right].flatMap(next).filter((one) => !empty(one));
    }
    case "call":
      return callSources(expression, search.inference, next);
    default:
      return [expression];
  }
}

type Next = (expression: Expression | null | undefined) => readonly Expression[];

function nameSources(
  { binding, text }: Extract<Expression, { kind: "name" }>,
  inference: Inference,
  next: Next,
): readonly Expression[] {
  if (binding === null) return next(inference.script.globalValues.get(text));
  if (isSetAgain(binding)) return [];
  const { origin, kind } = binding;
  if (origin.kind === "value") return next(origin.value);
  if (kind === "parameter")
    return (givenArguments(inference).get(binding) ?? []).flatMap((argument) => next(argument));
  if (origin.kind !== "iterated" || origin.position !== 1 || origin.iterator.kind !== "call") return [];
  const walker = inference.of(origin.iterator.callee);
  if (walker?.kind !== "standard" || (walker.name !== "ipairs" && walker.name !== "pairs")) return [];
  return next(origin.iterator.args[0]).flatMap((list) => {
    const walked =
      walker.name === "ipairs" ? items(list, inference) : list.kind === "table" ? fieldValues(list) : [];
    return walked.flatMap(next);
  });
}

function callSources(
  { callee, args }: CallExpression,
  inference: Inference,
  next: Next,
): readonly Expression[] {
  const called = inference.of(callee);
  if (called?.kind === "function") return next(resultExpression(called.body));
  if (called?.kind !== "standard") return [];
  if (called.name === "assert") return next(args[0]);
  if (called.name === "table.remove")
    return next(args[0]).flatMap((list) => items(list, inference).flatMap(next));
  if (called.name === "table.unpack") return next(args[0]).flatMap((list) => next(items(list, inference)[0]));
  return [];
}

/** Values of a list's items, and of what is added to it. */
function items(list: Expression, inference: Inference): Expression[] {
  if (list.kind !== "table") return [];
  const made = list.fields.flatMap((field) => (field.kind === "item" ? [field.value] : []));
  return [...made, ...changesOf(list, inference).added.map(({ value }) => value)];
}

function fieldValues({ fields }: TableExpression): Expression[] {
  return fields.map(({ value }) => value);
}

/** The value of a field that is set once: where the table is made, or by `table.name = …`. */
function fieldValue(table: TableExpression, name: string, inference: Inference): Expression | null {
  const made = table.fields.flatMap((field) =>
    field.kind === "named" && field.name.text === name ? [field.value] : [],
  );
  const { writes, open } = changesOf(table, inference);
  const set = [...made, ...(writes.get(name) ?? []).map(({ value }) => value)];
  return set.length === 1 && !open ? (set[0] ?? null) : null;
}
