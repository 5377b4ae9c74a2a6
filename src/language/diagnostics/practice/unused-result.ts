import type { Script } from "../../parse/ast";
import { nodes } from "../../parse/walk";
import type { ApiCall } from "../calls/api-call";
import { type Diagnostic, mark } from "../diagnostic";

/** Hints for reads whose answer nobody looks at. */
export function checkAnswers(calls: readonly ApiCall[], script: Script): Diagnostic[] {
  const statements = new Set(
    nodes(script).statements.flatMap((node) => (node.kind === "expression" ? [node.expression] : [])),
  );
  return calls.flatMap(({ place, node, at, guarded }) => {
    if (place.kind !== "function" || place.function.kind !== "read" || !statements.has(node)) return [];
    const message = `The answer of \`${place.function.name}\` is not looked at.`;
    const keep = guarded ? "local ok, result = " : "local result = ";
    const edits = [{ start: node.start, end: node.start, text: keep }];
    return [
      mark("unused-result", at, message, {
        fixes: [{ title: "Keep it in a local", edits }],
        page: `integrations.${place.integration.id}.${place.function.name}`,
      }),
    ];
  });
}
