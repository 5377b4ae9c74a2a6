/** Checks calls below `app.integrations`, as far as their arguments are written in the script. */
import type { Analysis } from "../../analysis";
import { apiCalls, type FunctionCall, functionCall } from "../../api-call";
import { ownTables } from "../../infer/own-tables";
import type { Expression, ParsedScript, TableExpression } from "../../parse/ast";
import { spend } from "../../work";
import { breaksOf } from "../breaks";
import type { Diagnostic } from "../diagnostic";
import { checkArguments } from "./arguments";
import { checkMeaning } from "./findings";
import { type Arguments, readArguments } from "./literal";
import { checkPath } from "./path";
import { checkShape } from "./shape";

/** Marks for calls. */
export function checkCalls(analysis: Analysis): Diagnostic[] {
  const found = apiCalls(analysis).flatMap((call) => {
    const known = functionCall(call.node, analysis);
    return [...checkPath(call, analysis), ...(known === null ? [] : checkCall(known, analysis))];
  });
  // A table that comes to several calls has the same mistake in each.
  const seen = new Set<string>();
  return found.filter(({ code, start, end, message }) => {
    const key = `${code} ${start} ${end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function checkCall(call: FunctionCall, analysis: Analysis): Diagnostic[] {
  spend(30);
  const tables = call.table === null ? ownArguments(call, analysis) : [];
  if (tables.length === 0) return checkWritten(call, analysis);
  const { intact, behind } = breaksOf(analysis.script);
  if (!intact(call.node) || behind(call.node.start)) return [];
  return tables
    .filter((table) => table.closed && intact(table))
    .flatMap((table) => {
      const at = isOwnLocal(call.args[0], table) ? call.at : table;
      return checkTable({ ...call, at, table }, analysis);
    });
}

/** The script's own tables that a call's argument can be. */
function ownArguments({ args }: FunctionCall, analysis: Analysis): readonly TableExpression[] {
  return args[0] === undefined ? [] : ownTables(args[0], analysis);
}

/** Whether an argument names a local that is declared with this table. */
function isOwnLocal(argument: Expression | undefined, table: TableExpression): boolean {
  if (argument?.kind !== "name") return false;
  const origin = argument.binding?.origin;
  return origin?.kind === "value" && origin.value === table;
}

/** Checks a table that a call is given by another name. */
function checkTable(
  call: FunctionCall & { readonly table: TableExpression },
  analysis: Analysis,
): Diagnostic[] {
  const page = pageOf(call);
  const { marks, readable } = checkShape(call, analysis);
  if (!readable) return [...marks];
  const args = readArguments(call.table, analysis, call.node.end);
  return [
    ...marks,
    ...checkArguments(call, args, page, analysis),
    ...checkMeaning(call, args, page, analysis),
  ];
}

function pageOf({ place }: FunctionCall): string {
  return `integrations.${place.integration.id}.${place.function.name}`;
}

function checkWritten(written: FunctionCall, analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { node, table } = written;
  const page = pageOf(written);
  const { intact } = breaksOf(script);
  const whole =
    node.closed &&
    table?.closed !== false &&
    intact({ start: node.start, end: Math.max(node.start, node.end - 1) });
  const call = whole ? written : settled(written, script);
  const { marks, readable } = checkShape(call, analysis);
  const read = readable ? argumentsOf(call, analysis) : null;
  if (read === null) return marks.filter((one) => whole || isFinished(one, call, script));
  // In unfinished code other fields may still come.
  const args = whole ? read : { ...read, value: { ...read.value, complete: false } };
  const found = [
    ...marks,
    ...checkArguments(call, args, page, analysis),
    ...checkMeaning(call, args, page, analysis),
  ];
  return whole ? found : found.filter((one) => isFinished(one, call, script));
}

/** A call's arguments, or `null` if they are not known. */
function argumentsOf({ node, table, args }: FunctionCall, analysis: Analysis): Arguments | null {
  if (table !== null) return readArguments(table, analysis, node.end);
  return args.length === 0 || args[0]?.kind === "nil" ? NOTHING_GIVEN : null;
}

const NOTHING_GIVEN: Arguments = {
  value: { kind: "table", items: [], fields: new Map(), complete: true },
  fields: new Map(),
};

/** A call without the field being written: of `{ to = "1", bo` only `to` counts. */
function settled(call: FunctionCall, script: ParsedScript): FunctionCall {
  const { table } = call;
  if (table === null) return call;
  const fields = table.fields.filter(({ kind, end }) => kind !== "item" || endsValue(script, end));
  const kept = { ...table, fields };
  return { ...call, table: kept, args: [kept, ...call.args.slice(1)] };
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
