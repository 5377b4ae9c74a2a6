import type { Analysis } from "../analysis";
import { nodes } from "../parse/walk";
import { finishedCalls } from "./breaks";
import { type Diagnostic, mark, type Rule, replacing } from "./diagnostic";

const UNUSED_RESULT: Rule = { code: "unused-result", severity: "hint", page: "overview" };

/** Hints for reads whose result is never used. */
export function checkAnswers(analysis: Analysis): Diagnostic[] {
  const statements = new Set(
    nodes(analysis.script).statements.map((node) => (node.kind === "expression" ? node.expression : null)),
  );
  return finishedCalls(analysis).flatMap(({ place, node, at, guarded }) => {
    if (place.function.kind !== "read" || !statements.has(node)) return [];
    const keep = guarded ? "local ok, result = " : "local result = ";
    const fixes = [replacing("Assign to a local", { start: node.start, end: node.start }, keep)];
    const page = `integrations.${place.integration.id}.${place.function.name}`;
    return [mark(UNUSED_RESULT, at, `The result of \`${place.function.name}\` is unused.`, { fixes, page })];
  });
}
