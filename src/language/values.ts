/** The values of expressions, inferred from the text alone, or `null` if that is not enough: then the editor says nothing. */

import type { Catalog, Shape } from "../integrations/catalog";
import { memoized } from "../shared/memoized";
import { ANYTHING, annotationsOf } from "./infer/annotations";
import { annotatedValue, callValue, originValue } from "./infer/calls";
import { fieldMade } from "./infer/made-tables";
import { settled, unsettled } from "./infer/outcomes";
import { passedValue } from "./infer/passed-values";
import type { Inference, Value } from "./infer/value";
import type { Binding, Expression, NameExpression, ParsedScript } from "./parse/ast";
import { isSetAgain, nodes } from "./parse/walk";
import { LIBRARIES, standardEntry } from "./standard-library";
import { spend } from "./work";

/** How far aliases of aliases are followed. */
const MAX_STEPS = 30;

const inferences = memoized((script: ParsedScript) =>
  memoized((catalog: Catalog) => createInference(script, catalog)),
);

/** Finds values in a script, and caches them. */
export function inferenceFor(script: ParsedScript, catalog: Catalog): Inference {
  return inferences(script)(catalog);
}

function createInference(script: ParsedScript, catalog: Catalog): Inference {
  const found = new Map<Expression, Value | null>();
  let depth = 0;
  const inference: Inference = {
    script,
    catalog,
    of(expression) {
      const before = found.get(expression);
      if (before !== undefined) return before;
      if (depth >= MAX_STEPS) return null;
      // A lookup that recurs while in progress depends on itself: unknown.
      found.set(expression, null);
      depth++;
      let value: Value | null | undefined;
      try {
        spend(0.5);
        value = evaluate(expression, inference);
      } finally {
        depth--;
        if (value === undefined) found.delete(expression);
        else found.set(expression, value);
      }
      return value;
    },
  };
  return inference;
}

function evaluate(expression: Expression, inference: Inference): Value | null {
  const { of } = inference;
  switch (expression.kind) {
    case "string":
    case "boolean":
    case "number":
      return { kind: "shape", shape: { kind: expression.kind } };
    case "table":
      return { kind: "table", table: expression };
    case "function":
      return { kind: "function", body: expression };
    case "paren":
      return of(expression.inner);
    case "name":
      return expression.binding === null
        ? globalValue(expression.text, inference)
        : nameValue(expression, expression.binding, inference);
    case "member": {
      const object = of(expression.object);
      if (object !== null && object.kind !== "table") return memberOf(object, expression.name.text);
      const made = fieldMade(expression.object, expression.name.text, inference);
      const value = made === null ? null : of(made);
      return value?.kind === "standard" ? null : value;
    }
    case "index":
      return indexValue(of(expression.object), of(expression.key));
    case "call":
      return callValue(expression, inference);
    case "unary":
      if (expression.operator === "not") return { kind: "shape", shape: { kind: "boolean" } };
      return expression.operator === "#" ? { kind: "shape", shape: { kind: "integer" } } : null;
    case "binary":
      return binaryValue(expression.operator, expression.left, expression.right, of);
    default:
      return null;
  }
}

function binaryValue(
  operator: string,
  left: Expression,
  right: Expression,
  of: Inference["of"],
): Value | null {
  if (operator === "..") return { kind: "shape", shape: { kind: "string" } };
  if (["==", "~=", "<", ">", "<=", ">="].includes(operator))
    return { kind: "shape", shape: { kind: "boolean" } };
  // `ok and answer`: what counts is the value if it exists.
  if (operator === "and") return of(right);
  if (operator !== "or") return null;
  // `answer or error("none")`
  const raises = right.kind === "call" && isError(of(right.callee));
  const value = raises ? of(left) : agreed([left, right], of);
  const last = of(right);
  return value?.kind === "shape" && !(last?.kind === "shape" && last.optional) && right.kind !== "nil"
    ? { ...value, optional: undefined }
    : value;
}

function isError(callee: Value | null): boolean {
  return callee?.kind === "standard" && callee.name === "error";
}

/** `x or {}`, `local x = nil; x = f()`: the value when it is there, if all that it can be agree. */
function agreed(candidates: readonly Expression[], of: Inference["of"]): Value | null {
  return same(candidates.filter((candidate) => !isNothing(candidate)).map(of));
}

function same(values: readonly (Value | null)[]): Value | null {
  const [first = null] = values;
  return first !== null && values.every((value) => value !== null && isSame(first, value)) ? first : null;
}

function isNothing(expression: Expression): boolean {
  if (expression.kind === "nil") return true;
  if (expression.kind === "boolean") return !expression.value;
  return expression.kind === "table" && expression.fields.length === 0;
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === "shape" && b.kind === "shape")
    return (
      a.shape === b.shape ||
      (a.shape.kind === b.shape.kind && a.shape.kind !== "object" && a.shape.kind !== "array")
    );
  if (a.kind === "namespace" && b.kind === "namespace")
    return (
      a.path.length === b.path.length && a.path.every((name, at) => name !== null && name === b.path[at])
    );
  if (a.kind === "outcome" && b.kind === "outcome")
    return a.success === null || b.success === null ? a.success === b.success : isSame(a.success, b.success);
  return a.kind === "standard" && b.kind === "standard" && a.name === b.name;
}

/** The value of a local, or `null` if it is set to different things. */
export function bindingValue(binding: Binding, inference: Inference): Value | null {
  const value = heldValue(binding, inference);
  return value?.kind === "outcome" ? unsettled(value) : value;
}

function nameValue(name: NameExpression, binding: Binding, inference: Inference): Value | null {
  const value = heldValue(binding, inference);
  return value?.kind === "outcome" ? settled(value, name, inference) : value;
}

function heldValue(binding: Binding, inference: Inference): Value | null {
  const annotated = annotatedValue(annotationsOf(inference.script).types.get(binding));
  if (annotated !== null) return annotated;
  if (!isSetAgain(binding))
    return binding.kind === "parameter"
      ? passedValue(binding, inference)
      : originValue(binding.origin, inference);
  // Only a plain local can be followed through assignments.
  if (binding.kind !== "local" || (binding.origin.kind === "unknown" && !binding.bare)) return null;
  const declared = binding.bare ? [] : [binding.origin];
  spend((assignments(inference.script).get(binding)?.length ?? 0) * 0.1);
  const origins = [...declared, ...(assignments(inference.script).get(binding) ?? [])];
  return same(
    origins
      .filter((origin) => origin.kind !== "value" || !isNothing(origin.value))
      .map((origin) => originValue(origin, inference)),
  );
}

/** What each local is set to after its declaration. */
const assignments = memoized((script: ParsedScript) => {
  const byBinding = new Map<Binding, Binding["origin"][]>();
  const add = (target: Expression, origin: Binding["origin"]) => {
    if (target.kind !== "name" || target.binding === null) return;
    const list = byBinding.get(target.binding);
    if (list === undefined) byBinding.set(target.binding, [origin]);
    else list.push(origin);
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      for (const [position, target] of node.targets.entries()) {
        const value = node.values[position];
        const last = node.values.at(-1);
        if (value !== undefined) add(target, { kind: "value", value });
        else if (last?.kind === "call")
          add(target, { kind: "result", call: last, position: position - node.values.length + 1 });
        else add(target, { kind: "unknown" });
      }
    if (node.kind === "function") add(node.target, { kind: "value", value: node.body });
  }
  return byBinding;
});

function globalValue(name: string, { script, of }: Inference): Value | null {
  const set = script.globalValues.get(name);
  if (set !== undefined) return of(set);
  if (script.written.has(name)) return null;
  if (name === "app") return { kind: "namespace", path: [] };
  return standardEntry(name) !== undefined || LIBRARIES.has(name) ? { kind: "standard", name } : null;
}

function indexValue(object: Value | null, key: Value | null): Value | null {
  if (object?.kind === "namespace") return { kind: "namespace", path: [...object.path, null] };
  if (object?.kind !== "shape" || object.shape.kind !== "array") return null;
  const numeric = key === null || (key.kind === "shape" && isNumeric(key.shape));
  return numeric ? { kind: "shape", shape: object.shape.items, passed: object.passed } : null;
}

function isNumeric({ kind }: Shape): boolean {
  return kind === "integer" || kind === "number";
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
      if (field === undefined || field === ANYTHING) return null;
      const { passed } = object;
      return field.optional
        ? { kind: "shape", shape: field, optional: true, passed }
        : { kind: "shape", shape: field, passed };
    }
    default:
      return null;
  }
}
