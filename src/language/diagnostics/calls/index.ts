/** Checks calls below `app.integrations`, as far as their arguments are literals. */
import type { Analysis } from "../../analysis";
import { apiCalls, type FunctionCall, functionCall } from "../../api-call";
import type { ParsedScript } from "../../parse/ast";
import { breaksOf } from "../breaks";
import type { Diagnostic } from "../diagnostic";
import { checkArguments } from "./arguments";
import { checkMeaning } from "./findings";
import { readArguments } from "./literal";
import { checkPath } from "./path";
import { checkShape } from "./shape";

/** Marks for calls. */
export function checkCalls(analysis: Analysis): Diagnostic[] {
  return apiCalls(analysis).flatMap((call) => {
    const known = functionCall(call.node, analysis);
    return [...checkPath(call, analysis), ...(known === null ? [] : checkCall(known, analysis))];
  });
}

function checkCall(written: FunctionCall, analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { place, node, table } = written;
  const { integration, function: spec } = place;
  const page = `integrations.${integration.id}.${spec.name}`;
  const { intact } = breaksOf(script);
  const whole =
    node.closed &&
    table?.closed !== false &&
    intact({ start: node.start, end: Math.max(node.start, node.end - 1) });
  const call = whole ? written : settled(written, script);
  const { marks, readable } = checkShape(call, spec.parameters);
  const read = readable ? readArguments(call, spec.parameters) : null;
  if (read === null) return marks.filter((one) => whole || isFinished(one, call, script));
  // In unfinished code other fields may still come.
  const args = whole ? read : { ...read, value: { ...read.value, complete: false } };
  const found = [
    ...marks,
    ...checkArguments(call, args, page, script),
    ...checkMeaning(call, args, page, analysis),
  ];
  return whole ? found : found.filter((one) => isFinished(one, call, script));
}

/** A call without the field that is being written: of `{ to = "1", bo` only `to` counts. */
function settled(call: FunctionCall, script: ParsedScript): FunctionCall {
  const { table } = call;
  if (table === null) return call;
  const fields = table.fields.filter(({ kind, end }) => kind !== "item" || endsValue(script, end));
  const kept = { ...table, fields };
  return { ...call, table: kept, args: [kept] };
}

/** Whether the marked text is no longer being typed: it is followed by what ends a value. */
function isFinished({ start, end, code }: Diagnostic, { node }: FunctionCall, script: ParsedScript): boolean {
  const { intact, behind } = breaksOf(script);
  // In front of the arguments: the colon of `wa:send_message`, which is wrong whatever comes; else what is missing.
  if (start < node.inside.start) return code === "call-shape";
  if (behind(start) || !intact({ start, end: Math.max(start, end - 1) })) return false;
  return endsValue(script, end);
}

function endsValue({ source }: ParsedScript, end: number): boolean {
  return /^[ \t]*(?:[,;)}\]=\r\n]|--)/.test(source.slice(end, end + 200));
}
