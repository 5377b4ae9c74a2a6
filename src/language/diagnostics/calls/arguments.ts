/** Checks a call's arguments against the function's parameters: missing, unknown, or of the wrong kind. */

import type { Parameter } from "../../../integrations/catalog";
import { plural } from "../../../shared/counted";
import { nearest } from "../../../shared/nearest";
import type { Analysis } from "../../analysis";
import type { FunctionCall } from "../../api-call";
import { fieldsRead } from "../../infer/fields-read";
import type { ParsedScript, Range } from "../../parse/ast";
import { intoTable } from "../../write/into-table";
import { type Diagnostic, didYouMean, type Fix, mark, type Rule, rename, replacing } from "../diagnostic";
import type { Arguments, Literal } from "./literal";
import { checkAnswer, checkType } from "./types";

const MISSING_FIELD: Rule = { code: "missing-field", severity: "error", page: "overview" };
const UNKNOWN_FIELD: Rule = { code: "unknown-field", severity: "warning", page: "overview" };

/** Marks for the arguments of a finished call. */
export function checkArguments(
  call: FunctionCall,
  args: Arguments,
  page: string,
  analysis: Analysis,
): Diagnostic[] {
  const { script } = analysis;
  const { parameters } = call.place.function;
  const found: Diagnostic[] = [];
  const absent: Parameter[] = [];
  for (const parameter of parameters) {
    if (isTested(parameter.name, call, script)) continue;
    const literal = args.fields.get(parameter.name)?.literal;
    if (literal !== undefined && !isEmpty(literal, parameter))
      found.push(...checkType(parameter, literal, page), ...checkAnswer(parameter, literal, page, analysis));
    else if (literal !== undefined && parameter.required)
      found.push(mark(MISSING_FIELD, literal.written, `\`${parameter.name}\` is required.`, { page }));
    else if (parameter.required) absent.push(parameter);
  }
  found.push(...unknownFields(call, args, page, script));
  // A computed key or an open-ended list can be anything.
  if (absent.length === 0 || !args.value.complete || isChosen(call, script)) return found;
  const names = absent.map(({ name }) => `\`${name}\``).join(" and ");
  const message = `${names} ${plural(absent.length, "is", "are")} required.`;
  const fixes = insertion(call, absent, script);
  return [...found, mark(MISSING_FIELD, call.at, message, { page, fixes })];
}

/** Whether the table is written outside the call, where it can serve other purposes too. */
function isApart({ node, table }: FunctionCall): boolean {
  return table !== null && (table.end <= node.start || node.end <= table.start);
}

/** Whether the script may read a field before passing the table to the call. */
function isTested(name: string, call: FunctionCall, script: ParsedScript): boolean {
  return isApart(call) && fieldsRead(script).tested.has(name);
}

/** What the host considers missing: nil, and for a required string `""` and `"0"`. */
function isEmpty({ value }: Literal, { required, type }: Parameter): boolean {
  if (value.kind === "nil") return true;
  return (
    required && type === "string" && value.kind === "text" && (value.value === "" || value.value === "0")
  );
}

/** The missing parameters put into the call's table, with example values; into a table of its own for an empty call. */
function insertion(
  { node, table, args, guarded }: FunctionCall,
  absent: readonly Parameter[],
  script: ParsedScript,
): Fix[] {
  const title = `Add ${absent.map(({ name }) => name).join(" and ")}`;
  const entries = absent.map(({ name, example }) => `${name} = ${example}`);
  if (table !== null) return [{ title, edits: intoTable(script, table, () => entries) }];
  if (args.length > 0 || node.style !== "(" || guarded) return [];
  return [replacing(title, node.inside, `{ ${entries.join(", ")} }`)];
}

/** Whether the table may be one of several of which the script sends some: a condition depends on a field. */
function isChosen(call: FunctionCall, script: ParsedScript): boolean {
  const [first] = call.args;
  const holder = first?.kind === "name" ? first.binding : null;
  return isApart(call) && holder !== null && fieldsRead(script).holders.has(holder);
}

function unknownFields(
  call: FunctionCall,
  args: Arguments,
  page: string,
  script: ParsedScript,
): Diagnostic[] {
  const names = call.place.function.parameters.map(({ name }) => name);
  const found: Diagnostic[] = [];
  for (const [name, { name: range }] of args.fields) {
    if (name === "" || range.end === 0 || names.includes(name)) continue;
    if (isApart(call) && fieldsRead(script).read.has(name)) continue;
    const meant = nearest(
      name,
      names.filter((candidate) => !args.fields.has(candidate)),
    );
    const known =
      names.length === 0 ? " The function takes no parameters." : ` Parameters: ${names.join(", ")}.`;
    const message = `No parameter \`${name}\`.${meant === null ? known : didYouMean(meant)}`;
    found.push(mark(UNKNOWN_FIELD, range, message, { page, fixes: renamed(range, meant, call) }));
  }
  return found;
}

/** A key in brackets keeps its quotes: only a plain name is changed. */
function renamed(range: Range, meant: string | null, { table }: FunctionCall): Fix[] {
  const plain = table?.fields.some((field) => field.kind === "named" && field.start === range.start) ?? false;
  return meant === null || !plain ? [] : [rename(range, meant)];
}
