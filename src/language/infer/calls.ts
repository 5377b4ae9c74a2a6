/** The results of calls, and what locals get from them. */

import { placeOf } from "../namespace-path";
import type { Binding, CallExpression, Expression } from "../parse/ast";
import { standardEntry } from "../standard-library";
import { type AnnotatedType, annotationsOf } from "./annotations";
import { outcomeOf, SUCCEEDED } from "./outcomes";
import { resultExpression } from "./result-expression";
import type { Inference, Value } from "./value";

/** Functions that call their first argument, and how many arguments precede those of the called function. */
const GUARDS: ReadonlyMap<string, number> = new Map([
  ["pcall", 1],
  ["xpcall", 2],
]);

/** How many arguments of `pcall` or `xpcall` precede those of the function it calls; 0 for any other callee. */
export function argumentsSkipped(callee: Value | null): number {
  return (callee?.kind === "standard" && GUARDS.get(callee.name)) || 0;
}

/** The first result of a call, or `null` if it is not known. */
export function callValue(call: CallExpression, inference: Inference): Value | null {
  const callee = inference.of(call.callee);
  if (callee?.kind === "standard" && callee.name === "assert") {
    const value = call.args[0] === undefined ? null : inference.of(call.args[0]);
    return value?.kind === "shape" ? { ...value, optional: undefined } : value;
  }
  if (argumentsSkipped(callee) > 0) return { kind: "shape", shape: SUCCEEDED };
  const body = callee?.kind === "function" ? callee.body : null;
  const generic = body === null ? undefined : annotationsOf(inference.script).generics.get(body);
  const argument = generic === undefined ? undefined : call.args[generic.position];
  if (generic === undefined || argument === undefined) return resultOf(callee, inference);
  const value = inference.of(argument);
  if (!generic.entry) return value;
  return value?.kind === "shape" && value.shape.kind === "array"
    ? { kind: "shape", shape: value.shape.items }
    : null;
}

function resultOf(callee: Value | null, inference: Inference): Value | null {
  switch (callee?.kind) {
    case "namespace": {
      const place = placeOf(callee.path, inference.catalog);
      return place.kind === "function" ? { kind: "shape", shape: place.function.answer } : null;
    }
    case "function": {
      const annotated = annotatedValue(annotationsOf(inference.script).returns.get(callee.body));
      if (annotated !== null) return annotated;
      const given = resultExpression(callee.body);
      return given === null ? null : inference.of(given);
    }
    case "standard":
      return standardResult(callee.name);
    default:
      return null;
  }
}

/** A value of a type that a comment declares; `null` if that can be anything. */
export function annotatedValue(type: AnnotatedType | undefined): Value | null {
  if (type === undefined || type.shape === null) return null;
  return { kind: "shape", shape: type.shape, ...(type.optional && { optional: true }) };
}

const SCALARS = ["string", "integer", "number", "boolean"] as const;

function standardResult(name: string): Value | null {
  const returns = standardEntry(name)?.returns;
  const kind = SCALARS.find((scalar) => scalar === returns);
  return kind === undefined ? null : { kind: "shape", shape: { kind } };
}

/** The value a local gets from its declaration or an assignment. */
export function originValue(origin: Binding["origin"], inference: Inference): Value | null {
  switch (origin.kind) {
    case "value":
      return inference.of(origin.value);
    case "result":
      return laterResult(origin.call, origin.position, inference);
    case "number":
      return { kind: "shape", shape: { kind: "integer" } };
    case "iterated":
      return iterated(origin.iterator, origin.position, inference);
    default:
      return null;
  }
}

/** A later result of a call. Only those of `pcall` and `xpcall` are known. */
function laterResult(call: Expression, position: number, inference: Inference): Value | null {
  if (call.kind !== "call" || position !== 1) return null;
  const callee = inference.of(call.callee);
  if (callee?.kind === "function") {
    // `local function try(…) return pcall(f, …) end`
    const given = resultExpression(callee.body);
    return given === null ? null : laterResult(given, position, inference);
  }
  if (callee?.kind !== "standard") return null;
  if (callee.name === "assert") {
    const outcome = call.args[0] === undefined ? null : laterResult(call.args[0], position, inference);
    return outcome?.kind === "outcome" ? outcome.success : null;
  }
  return argumentsSkipped(callee) === 0
    ? null
    : outcomeOf(call, callee.name, (inner) => resultOf(inner, inference), inference);
}

function iterated(iterator: Expression, position: number, inference: Inference): Value | null {
  if (iterator.kind !== "call") return null;
  const walker = inference.of(iterator.callee);
  const [list] = iterator.args;
  if (walker?.kind !== "standard" || (walker.name !== "ipairs" && walker.name !== "pairs")) return null;
  if (position === 0 && walker.name === "ipairs") return { kind: "shape", shape: { kind: "integer" } };
  const walked = list === undefined ? null : inference.of(list);
  if (walked?.kind !== "shape") return null;
  if (walked.shape.kind === "array")
    return position === 0
      ? { kind: "shape", shape: { kind: "integer" } }
      : { kind: "shape", shape: walked.shape.items, passed: walked.passed };
  return walked.shape.kind === "object" && position === 0
    ? { kind: "shape", shape: { kind: "string" } }
    : null;
}
