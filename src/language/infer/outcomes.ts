/** What `pcall` and `xpcall` return: an answer or an error's text, and which of them it is at a place. */
import type { Shape } from "../../integrations/catalog";
import { memoized } from "../../shared/memoized";
import type {
  Binding,
  CallExpression,
  Expression,
  FunctionExpression,
  NameExpression,
  ParsedScript,
} from "../parse/ast";
import { children, isSetAgain, type Node, nodes } from "../parse/walk";
import { spend } from "../work";
import { factAt, type Subject } from "./facts";
import { resultExpression } from "./result-expression";
import type { Inference, Value } from "./value";

/** The text of an error. */
export const ERROR_TEXT: Shape = { kind: "string", description: "Why the call failed." };

/** The first result. */
export const SUCCEEDED: Shape = { kind: "boolean", description: "Whether the call succeeded." };

type Outcome = Extract<Value, { kind: "outcome" }>;

/** The value of a name that holds an outcome, by the conditions around it. */
export function settled(outcome: Outcome, name: NameExpression, inference: Inference): Value | null {
  switch (outcomeAt(name, inference)) {
    case "failed":
      return outcome.text ? { kind: "shape", shape: ERROR_TEXT } : null;
    case "succeeded":
      return outcome.success;
    default:
      return unsettled(outcome);
  }
}

/** An outcome of which it is not known whether it is an answer. */
export function unsettled({ success, text }: Outcome): Value | null {
  return text && success?.kind === "shape" ? { ...success, orText: true } : null;
}

function outcomeAt(name: NameExpression, inference: Inference): "failed" | "succeeded" | null {
  const held = name.binding;
  const flag = held === null ? undefined : flags(inference.script).get(held);
  if (held === null || flag == null) return null;
  const subject: Subject<"failed" | "succeeded"> = {
    implied: (condition, truth) => implied(condition, truth, flag, held, inference, 10),
    changedIn: (range) =>
      isSetAgain(held, range) ||
      isSetAgain(flag, range) ||
      // Nothing is known in front of the declaration.
      (range.start <= held.start && held.start < range.end && range.end !== Infinity),
  };
  return factAt(name, subject, inference);
}

/** What a condition on the flag implies about the outcome. */
function implied(
  condition: Expression,
  truth: boolean,
  flag: Binding,
  held: Binding,
  inference: Inference,
  steps: number,
): "failed" | "succeeded" | null {
  if (steps <= 0) return null;
  const next = (one: Expression, is: boolean) => implied(one, is, flag, held, inference, steps - 1);
  switch (condition.kind) {
    case "paren":
      return next(condition.inner, truth);
    case "name": {
      if (condition.binding === flag) return truth ? "succeeded" : "failed";
      // `local failed = not ok`
      const { binding } = condition;
      return binding?.origin.kind === "value" && !isSetAgain(binding)
        ? next(binding.origin.value, truth)
        : null;
    }
    case "unary":
      return condition.operator === "not" ? next(condition.operand, !truth) : null;
    case "binary": {
      const { operator, left, right } = condition;
      if (operator === "and" || operator === "or") {
        if (truth === (operator === "and")) return next(left, truth) ?? next(right, truth);
        // `ok and answer.id or problem`: an id is never false.
        if (operator === "and" && isTruthy(right, inference)) return next(left, false);
        const [one, other] = [next(left, truth), next(right, truth)];
        return one === other ? one : null;
      }
      if (operator !== "==" && operator !== "~=") return null;
      const same = truth === (operator === "==");
      return (
        compared(left, right, same, next, held, inference) ??
        compared(right, left, same, next, held, inference)
      );
    }
    default:
      return null;
  }
}

/** `ok == false`, `type(answer) == "string"`. */
function compared(
  left: Expression,
  right: Expression,
  same: boolean,
  next: (one: Expression, is: boolean) => "failed" | "succeeded" | null,
  held: Binding,
  { of }: Inference,
): "failed" | "succeeded" | null {
  if (right.kind === "boolean") return next(left, right.value === same);
  if (right.kind !== "string" || left.kind !== "call") return null;
  const [asked] = left.args;
  const callee = of(left.callee);
  if (callee?.kind !== "standard" || callee.name !== "type") return null;
  if (asked?.kind !== "name" || asked.binding !== held) return null;
  if (right.value === "string") return same ? "failed" : "succeeded";
  return right.value === "table" ? (same ? "succeeded" : "failed") : null;
}

/** Whether a value is certainly neither nil nor false if it exists at all. */
function isTruthy(expression: Expression, { of }: Inference): boolean {
  if (["string", "number", "table", "function"].includes(expression.kind)) return true;
  const value = of(expression);
  return value?.kind === "shape" && value.shape.kind !== "boolean" && !value.optional;
}

/** The local that says whether an outcome is an answer, by the local that holds the outcome; `null` if it is not always the same. */
const flags = memoized((script: ParsedScript): ReadonlyMap<Binding, Binding | null> => {
  const found = new Map<Binding, Binding | null>();
  // A flag set on its own says nothing.
  const alone = new Set<Binding>();
  const add = (held: Binding, flag: Binding | null) =>
    found.set(held, found.has(held) && found.get(held) !== flag ? null : flag);
  for (const node of nodes(script).statements) {
    if (node.kind !== "local" && node.kind !== "assign") continue;
    const names =
      node.kind === "local"
        ? node.bindings
        : node.targets.map((target) => (target.kind === "name" ? target.binding : null));
    const call = node.values.length - 1;
    const [flag, held] = [names[call], names[call + 1]];
    if (held != null) add(held, flag ?? null);
    if (node.kind === "assign") for (const name of names) if (name != null && name !== flag) alone.add(name);
    if (node.kind === "assign" && flag != null && held == null) alone.add(flag);
  }
  for (const [held, flag] of found) if (flag !== null && alone.has(flag)) found.set(held, null);
  return found;
});

/** The second result of a call of `pcall` or `xpcall`, or `null` for other calls. */
export function outcomeOf(
  call: CallExpression,
  guard: string,
  result: (callee: Value | null) => Value | null,
  inference: Inference,
): Value | null {
  const [tried, handler] = call.args;
  const inner = tried === undefined ? null : inference.of(tried);
  const text =
    raisesText(inner, inference, new Set()) && (guard === "pcall" || handsOnText(handler, inference));
  const success = result(inner);
  return success === null && !text ? null : { kind: "outcome", success, text };
}

/** Whether the errors of a function are surely texts, as those of the namespace and of Lua itself are. */
function raisesText(callee: Value | null, inference: Inference, seen: Set<FunctionExpression>): boolean {
  if (callee?.kind === "namespace") return true;
  if (callee?.kind === "standard") return !["error", "assert", "coroutine.wrap"].includes(callee.name);
  if (callee?.kind !== "function") return false;
  if (seen.has(callee.body)) return true;
  seen.add(callee.body);
  const stack: Node[] = [callee.body.body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    spend(0.2);
    if (node.kind === "call" && !callRaisesText(node, inference, seen)) return false;
    for (const child of children(node)) stack.push(child);
  }
  return true;
}

function callRaisesText(
  { callee, args }: CallExpression,
  inference: Inference,
  seen: Set<FunctionExpression>,
): boolean {
  const called = inference.of(callee);
  if (called?.kind === "standard" && (called.name === "error" || called.name === "assert")) {
    const raised = called.name === "error" ? args[0] : args[1];
    if (raised === undefined) return called.name === "assert" && args[0]?.kind !== "call";
    const value = inference.of(raised);
    return value?.kind === "shape" && (value.shape.kind === "string" || value.orText === true);
  }
  // A method of a value that is not known, but is called like one of a string.
  return raisesText(called, inference, seen);
}

/** Whether what a handler makes of an error's text is a text. */
function handsOnText(handler: Expression | undefined, { of }: Inference): boolean {
  const value = handler === undefined ? null : of(handler);
  if (value?.kind === "standard") return value.name === "debug.traceback" || value.name === "tostring";
  if (value?.kind !== "function") return false;
  const given = resultExpression(value.body);
  if (given === null) return false;
  if (given.kind === "name") return given.binding === value.body.parameters[0];
  const result = of(given);
  return result?.kind === "shape" && result.shape.kind === "string";
}
