import type { Analysis } from "../analysis";
import type { FunctionCall } from "../api-call";
import { indentAt, newlineOf } from "../lines";
import type { Expression, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { breaksOf, finishedCalls } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "./diagnostic";

const UNPROTECTED_WRITE: Rule = { code: "unprotected-write", severity: "hint", page: "errors" };

/** Hints for writes in a loop whose error ends the script. */
export function checkWrites(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { intact } = breaksOf(script);
  const loops = nodes(script).statements.filter(
    (node) =>
      (node.kind === "while" ||
        node.kind === "repeat" ||
        node.kind === "numericFor" ||
        node.kind === "genericFor") &&
      intact({ start: node.start, end: Math.max(node.end, node.body.end) }),
  );
  const functions = nodes(script).expressions.filter((node) => node.kind === "function");
  return finishedCalls(analysis).flatMap((call) => {
    const { place, node, guarded, at } = call;
    if (guarded || place.function.kind !== "write") return [];
    const loop = innermost(loops, node);
    const body = innermost(functions, node);
    if (loop === null || (body !== null && body.start > loop.start)) return [];
    const message = `If one \`${place.function.name}\` call fails, the script ends. Use \`pcall\` to continue with the rest.`;
    return [mark(UNPROTECTED_WRITE, at, message, { fixes: wrapped(call, script) })];
  });
}

function innermost<T extends { readonly start: number; readonly end: number }>(
  around: readonly T[],
  { start, end }: Expression,
): T | null {
  const holding = around.filter((node) => node.start <= start && end <= node.end);
  return holding.reduce<T | null>(
    (best, node) => (best === null || node.start > best.start ? node : best),
    null,
  );
}

/** A separate call statement, made through `pcall`, that prints the error. */
function wrapped({ node, callee }: FunctionCall, script: ParsedScript): Fix[] {
  const isStatement = nodes(script).statements.some(
    (one) => one.kind === "expression" && one.expression === node,
  );
  if (!isStatement) return [];
  const { source } = script;
  const indent = indentAt(script, node.start);
  const args = source.slice(node.inside.start, node.inside.end).trim();
  const text = [
    `local ok, problem = pcall(${source.slice(callee.start, callee.end)}${args === "" ? "" : `, ${args}`})`,
    `${indent}if not ok then`,
    `${indent}  print("Not done: " .. problem)`,
    `${indent}end`,
  ].join(newlineOf(script));
  return [replacing("Wrap in pcall", node, text)];
}
