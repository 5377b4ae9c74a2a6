import type { Expression, TableExpression } from "../parse/ast";
import { resultExpression } from "./result-expression";
import { isNumericKey, scriptKeys } from "./script-keys";
import { changesOf } from "./table-changes";
import type { Inference } from "./value";

/** How far expressions are followed. */
const MAX_STEPS = 10;
/** Longer lists are data: their entries are not looked at. */
const MAX_ENTRIES = 100;

/**
 * Returns the constructors of the tables that an expression may be, or `null` if it may be anything else. `entries`: also
 * follows into lists, for which everything the script does with them must be known.
 */
export function madeTables(
  expression: Expression,
  inference: Inference,
  entries = false,
  steps = MAX_STEPS,
): readonly TableExpression[] | null {
  if (steps <= 0) return null;
  const next = (one: Expression | null | undefined) =>
    one == null ? null : madeTables(one, inference, entries, steps - 1);
  const entriesOf = (list: Expression | undefined) =>
    entries && list !== undefined ? allOf(itemsOf(next(list), inference), next) : null;
  switch (expression.kind) {
    case "table":
      return [expression];
    case "paren":
      return next(expression.inner);
    case "name": {
      const { binding, text } = expression;
      if (binding === null) return next(inference.script.globalValues.get(text));
      if (binding.uses.some(({ write }) => write)) return null;
      const { origin } = binding;
      if (origin.kind === "value") return next(origin.value);
      if (origin.kind !== "iterated" || origin.position !== 1 || origin.iterator.kind !== "call") return null;
      const walker = inference.of(origin.iterator.callee);
      return walker?.kind === "standard" && walker.name === "ipairs"
        ? entriesOf(origin.iterator.args[0])
        : null;
    }
    case "index":
      return isNumericKey(expression.key) ? entriesOf(expression.object) : null;
    case "member":
      return next(fieldMade(expression.object, expression.name.text, inference, steps - 1));
    case "call": {
      const called = inference.of(expression.callee);
      if (called?.kind === "function") return next(resultExpression(called.body));
      const passes = called?.kind === "standard" && ["setmetatable", "assert"].includes(called.name);
      return passes ? next(expression.args[0]) : null;
    }
    default:
      return null;
  }
}

/** What a field of one of the script's own tables is set to, if a single place in the script sets one of that name. */
export function fieldMade(
  object: Expression,
  name: string,
  inference: Inference,
  steps = MAX_STEPS,
): Expression | null {
  const { values, open, openTables } = scriptKeys(inference);
  const [only, other] = values.get(name) ?? [];
  if (open || only == null || other !== undefined) return null;
  const tables = madeTables(object, inference, false, steps);
  return tables === null || tables.some((table) => openTables.has(table)) ? null : only;
}

/** The items of lists to which nothing is added. */
function itemsOf(
  lists: readonly TableExpression[] | null,
  inference: Inference,
): readonly Expression[] | null {
  const items = lists?.flatMap(({ fields }) => fields) ?? [];
  const grows = (list: TableExpression) => {
    const { open, added } = changesOf(list, inference);
    return open || added.length > 0;
  };
  if (lists === null || items.length > MAX_ENTRIES || lists.some(grows)) return null;
  return items.flatMap((field) => (field.kind === "item" ? [field.value] : []));
}

function allOf(
  items: readonly Expression[] | null,
  next: (one: Expression) => readonly TableExpression[] | null,
): readonly TableExpression[] | null {
  const found: TableExpression[] = [];
  for (const item of items ?? []) {
    const tables = next(item);
    if (tables === null) return null;
    found.push(...tables);
  }
  return found.length === 0 ? null : found;
}
