/** Calls below `app.integrations`, checked as far as the text is literal. */
import type { LanguageContext } from "../../context";
import type { Script } from "../../parse/ast";
import { inferenceFor } from "../../values";
import type { Diagnostic } from "../diagnostic";
import { type ApiCall, apiCalls } from "./api-call";
import { checkArguments } from "./arguments";
import { checkMeaning } from "./findings";
import { readArguments } from "./literal";
import { checkPath } from "./path";
import { checkShape } from "./shape";

/** Marks for calls. */
export function checkCalls(script: Script, context: LanguageContext): Diagnostic[] {
  const inference = inferenceFor(script, context.catalog);
  return apiCalls(script, inference).flatMap((call) => [
    ...checkPath(call, inference, context),
    ...checkCall(call, script, context),
  ]);
}

function checkCall(call: ApiCall, script: Script, context: LanguageContext): Diagnostic[] {
  const { place } = call;
  // In unfinished code the fields may still come.
  if (place.kind !== "function" || !call.node.closed || call.table?.closed === false) return [];
  const { start, end } = call.node;
  if (script.errors.some((mistake) => start <= mistake.start && mistake.start < end)) return [];
  const { integration, function: spec } = place;
  const page = `integrations.${integration.id}.${spec.name}`;
  const { marks, readable } = checkShape(call, spec.parameters);
  const args = readable ? readArguments(call, spec.parameters) : null;
  if (args === null) return [...marks];
  return [
    ...marks,
    ...checkArguments({ call, args, spec, page, script }),
    ...checkMeaning(call, args, integration, spec, script, context),
  ];
}
