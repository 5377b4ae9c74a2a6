import type { Catalog } from "../integrations/catalog";
import { functionCall } from "./api-call";
import { callsAround } from "./caret";
import type { Inference } from "./infer/value";
import { type FunctionPlace, placeOf } from "./namespace-path";
import type { Expression, NameExpression, ParsedScript } from "./parse/ast";
import { scriptOf } from "./parse/parser";
import { nodes } from "./parse/walk";
import { inferenceFor } from "./values";

/**
 * Returns the names of the docs pages for the code at the caret, best match first:
 * - on the namespace, a function, or inside its call: the page of the function or the integration
 * - on data from a response: the page of the function that was called
 * - on plain Lua: none, so the page you are reading stays open while you type
 */
export function topicAt(source: string, offset: number, catalog: Catalog): string[] {
  const inference = inferenceFor(scriptOf(source), catalog);
  const called = functionAt(offset, inference);
  if (called !== null) return [pageOf(called)];
  for (const node of namesAt(offset, inference.script)) {
    const value = inference.of(node);
    if (value?.kind === "shape") {
      const answered = answeredBy(node, inference);
      if (answered !== null) return [pageOf(answered)];
    }
    if (value?.kind === "namespace") {
      const place = placeOf(value.path, catalog);
      if (place.kind === "account") return [`integrations.${place.integration.id}`, "accounts"];
      if (place.kind === "integration") return [`integrations.${place.integration.id}`];
    }
  }
  return [];
}

function pageOf(place: FunctionPlace): string {
  return `integrations.${place.integration.id}.${place.function.name}`;
}

function namesAt(offset: number, script: ParsedScript): Expression[] {
  return nodes(script).expressions.filter(
    (node) => (node.kind === "name" || node.kind === "member") && node.start <= offset && offset <= node.end,
  );
}

/** The catalog function whose path or alias is at the offset, or whose call's arguments are around it. */
function functionAt(offset: number, inference: Inference): FunctionPlace | null {
  for (const node of namesAt(offset, inference.script)) {
    const value = inference.of(node);
    const place = value?.kind === "namespace" ? placeOf(value.path, inference.catalog) : null;
    if (place?.kind === "function") return place;
  }
  for (const call of callsAround(inference.script, offset)) {
    const found = functionCall(call, inference);
    if (found !== null) return found.place;
  }
  return null;
}

/** The function whose result an expression comes from. */
function answeredBy(expression: Expression, inference: Inference): FunctionPlace | null {
  let node: Expression | undefined = expression;
  // A local can get its value from another; more steps than this are a circle.
  for (let steps = 0; node !== undefined && steps < 50; steps++) {
    if (node.kind === "member" || node.kind === "index") node = node.object;
    else if (node.kind === "paren") node = node.inner;
    else if (node.kind === "binary") node = node.left;
    else if (node.kind === "name") node = givenTo(node, inference.script);
    else return node.kind === "call" ? (functionCall(node, inference)?.place ?? null) : null;
  }
  return null;
}

/** The value a variable was set to, or what a loop variable iterates over. */
function givenTo(name: NameExpression, script: ParsedScript): Expression | undefined {
  if (name.binding === null) return script.globalValues.get(name.text);
  const { origin } = name.binding;
  if (origin.kind === "value") return origin.value;
  return origin.kind === "iterated" && origin.iterator.kind === "call" ? origin.iterator.args[0] : undefined;
}
