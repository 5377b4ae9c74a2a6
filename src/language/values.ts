/** What an expression stands for, as far as the text alone tells. Where it does not, null: help then says nothing. */
import type { Catalog, Shape } from "../integrations/catalog";
import { type NamespacePath, placeOf } from "./namespace-path";
import type { Binding, Expression, FunctionExpression, Script, TableExpression } from "./parse/ast";
import { LIBRARIES, standardEntry } from "./stdlib";

export type Value =
  /** `app` and what is below it. */
  | { readonly kind: "namespace"; readonly path: NamespacePath }
  /** A library or one of its members: `string`, `string.rep`, `print`. */
  | { readonly kind: "standard"; readonly name: string }
  /** Data of a known shape: strings, numbers, a call's answer and what is inside it. */
  | { readonly kind: "shape"; readonly shape: Shape }
  | { readonly kind: "table"; readonly table: TableExpression }
  | { readonly kind: "function"; readonly body: FunctionExpression };

/** How far aliases of aliases are followed. */
const MAX_STEPS = 30;

/** The value of an expression in a script; null when it is not known for sure. */
export function valueIn(
  expression: Expression,
  script: Script,
  catalog: Catalog,
  steps = MAX_STEPS,
): Value | null {
  if (steps <= 0) return null;
  const of = (inner: Expression) => valueIn(inner, script, catalog, steps - 1);
  switch (expression.kind) {
    case "string":
    case "boolean":
      return { kind: "shape", shape: { kind: expression.kind } };
    case "number":
      return { kind: "shape", shape: { kind: "number" } };
    case "table":
      return { kind: "table", table: expression };
    case "function":
      return { kind: "function", body: expression };
    case "paren":
      return of(expression.inner);
    case "name":
      return expression.binding === null
        ? globalValue(expression.text, script, of)
        : bindingValue(expression.binding, of);
    case "member": {
      const object = of(expression.object);
      return object === null ? null : memberOf(object, expression.name.text);
    }
    case "index": {
      const object = of(expression.object);
      if (object?.kind === "namespace") return { kind: "namespace", path: [...object.path, null] };
      return object?.kind === "shape" && object.shape.kind === "array"
        ? { kind: "shape", shape: object.shape.items }
        : null;
    }
    case "call": {
      const callee = of(expression.callee);
      if (callee?.kind !== "namespace") return null;
      const place = placeOf(callee.path, catalog);
      return place.kind === "function" ? { kind: "shape", shape: place.function.answer } : null;
    }
    case "binary":
      if (expression.operator === "..") return { kind: "shape", shape: { kind: "string" } };
      // `x or {}`: what counts is what `x` is when it is there.
      return expression.operator === "or" ? of(expression.left) : null;
    default:
      return null;
  }
}

/** What a local stands for; null when it is assigned again somewhere. */
export function bindingValue(binding: Binding, of: (inner: Expression) => Value | null): Value | null {
  const { origin } = binding;
  if (binding.uses.some((use) => use.write)) return null;
  if (origin.kind === "value") return of(origin.value);
  if (origin.kind === "number") return { kind: "shape", shape: { kind: "integer" } };
  if (origin.kind !== "iterated" || origin.iterator.kind !== "call") return null;
  const { callee, args } = origin.iterator;
  const walker = of(callee);
  const [list] = args;
  if (walker?.kind !== "standard" || (walker.name !== "ipairs" && walker.name !== "pairs")) return null;
  const walked = list === undefined ? null : of(list);
  if (walked?.kind !== "shape" || walked.shape.kind !== "array") return null;
  return { kind: "shape", shape: origin.position === 0 ? { kind: "integer" } : walked.shape.items };
}

function globalValue(name: string, script: Script, of: (inner: Expression) => Value | null): Value | null {
  const set = script.globalValues.get(name);
  if (set !== undefined) return of(set);
  if (script.written.has(name)) return null;
  if (name === "app") return { kind: "namespace", path: [] };
  return standardEntry(name) !== undefined || LIBRARIES.has(name) ? { kind: "standard", name } : null;
}

function memberOf(object: Value, name: string): Value | null {
  switch (object.kind) {
    case "namespace":
      return { kind: "namespace", path: [...object.path, name] };
    case "standard": {
      const full = `${object.name}.${name}`;
      return standardEntry(full) === undefined ? null : { kind: "standard", name: full };
    }
    case "shape": {
      if (object.shape.kind === "string")
        return standardEntry(`string.${name}`) ? { kind: "standard", name: `string.${name}` } : null;
      const field =
        object.shape.kind === "object" && Object.hasOwn(object.shape.fields, name)
          ? object.shape.fields[name]
          : undefined;
      return field === undefined ? null : { kind: "shape", shape: field };
    }
    // A table's fields can be set again anywhere.
    default:
      return null;
  }
}
