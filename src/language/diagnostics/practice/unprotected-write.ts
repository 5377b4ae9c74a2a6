import type { Expression, Script, Statement } from "../../parse/ast";
import { nodes } from "../../parse/walk";
import { breaksOf } from "../breaks";
import type { ApiCall } from "../calls/api-call";
import { type Diagnostic, type Fix, mark } from "../diagnostic";
import { indentAt, newlineOf } from "../lines";

/** Hints for writes in a loop whose error ends the whole loop. */
export function checkWrites(calls: readonly ApiCall[], script: Script): Diagnostic[] {
  const { statements, expressions } = nodes(script);
  const { intact } = breaksOf(script);
  const loops = statements.filter(
    (node) => isLoop(node) && intact({ start: node.start, end: Math.max(node.end, node.body.end) }),
  );
  const functions = expressions.filter((node) => node.kind === "function");
  const bodies = [
    ...functions,
    ...statements.flatMap((node) =>
      node.kind === "function" || node.kind === "localFunction" ? [node.body] : [],
    ),
  ];
  return calls.flatMap((call) => {
    const { place, node, guarded, at } = call;
    if (guarded || place.kind !== "function" || place.function.kind !== "write") return [];
    const loop = innermost(loops, node);
    const body = innermost(bodies, node);
    if (loop === null || (body !== null && body.start > loop.start)) return [];
    const message = `When one \`${place.function.name}\` fails, the whole loop ends here. \`pcall\` lets the rest go on.`;
    return [mark("unprotected-write", at, message, { fixes: wrapped(call, statements, script) })];
  });
}

type Loop = Extract<Statement, { kind: "while" | "repeat" | "numericFor" | "genericFor" }>;

function isLoop(node: Statement): node is Loop {
  return ["while", "repeat", "numericFor", "genericFor"].includes(node.kind);
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

/** A call that is a statement of its own, made by `pcall`, with what went wrong printed. */
function wrapped({ node, callee }: ApiCall, statements: readonly Statement[], script: Script): Fix[] {
  if (!statements.some((one) => one.kind === "expression" && one.expression === node)) return [];
  const { source } = script;
  const indent = indentAt(script, node.start);
  const newline = newlineOf(script);
  const args = source.slice(node.inside.start, node.inside.end).trim();
  const text = [
    `local ok, problem = pcall(${source.slice(callee.start, callee.end)}${args === "" ? "" : `, ${args}`})`,
    `${indent}if not ok then`,
    `${indent}  print("Not done: " .. problem)`,
    `${indent}end`,
  ].join(newline);
  return [{ title: "Wrap in pcall", edits: [{ start: node.start, end: node.end, text }] }];
}
