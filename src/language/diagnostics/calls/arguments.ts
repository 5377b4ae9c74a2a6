/** The arguments of a call against the parameters of the function: what is missing, unknown, or of the wrong kind. */

import type { FunctionSpec, Parameter } from "../../../integrations/catalog";
import { plural } from "../../../shared/counted";
import { nearest } from "../../../shared/nearest";
import type { FunctionCall } from "../../api-call";
import type { Expression, ParsedScript, Range } from "../../parse/ast";
import { intoTable } from "../../write/into-table";
import { type Diagnostic, didYouMean, type Fix, mark, type Rule, rename, replacing } from "../diagnostic";
import type { Arguments, Literal } from "./literal";
import { checkType } from "./types";

const MISSING_FIELD: Rule = { code: "missing-field", severity: "error", page: "overview" };
const UNKNOWN_FIELD: Rule = { code: "unknown-field", severity: "warning", page: "overview" };
const EXTRA_ARGUMENT: Rule = { code: "extra-argument", severity: "warning", page: "overview" };

interface Checked {
  readonly call: FunctionCall;
  readonly args: Arguments;
  readonly spec: FunctionSpec;
  readonly page: string;
  readonly script: ParsedScript;
}

/** Marks for the arguments of a finished call. */
export function checkArguments(
  call: FunctionCall,
  args: Arguments,
  page: string,
  script: ParsedScript,
): Diagnostic[] {
  const spec = call.place.function;
  const checked = { call, args, spec, page, script };
  const found: Diagnostic[] = [];
  for (const parameter of spec.parameters) {
    const given = args.fields.get(parameter.name);
    if (given !== undefined && !isEmpty(given.literal, parameter))
      found.push(...checkType(parameter, given.literal, page));
  }
  return [...found, ...unknownFields(checked), ...missingFields(checked)];
}

/** What the host takes for nothing: nil, and for a required text `""` and `"0"`. */
function isEmpty({ value }: Literal, { required, type }: Parameter): boolean {
  if (value.kind === "nil") return true;
  return (
    required && type === "string" && value.kind === "text" && (value.value === "" || value.value === "0")
  );
}

function missingFields({ call, args, spec, page, script }: Checked): Diagnostic[] {
  const found: Diagnostic[] = [];
  const absent: Parameter[] = [];
  for (const parameter of spec.parameters) {
    const given = args.fields.get(parameter.name);
    if (!parameter.required) continue;
    if (given === undefined) absent.push(parameter);
    else if (isEmpty(given.literal, parameter))
      found.push(mark(MISSING_FIELD, given.literal.written, `\`${parameter.name}\` is required.`, { page }));
  }
  // A computed key or a list that goes on can be anything.
  if (absent.length === 0 || !args.value.complete) return found;
  const names = absent.map(({ name }) => `\`${name}\``).join(" and ");
  const message = `${names} ${plural(absent.length, "is", "are")} required.`;
  return [...found, mark(MISSING_FIELD, call.at, message, { page, fixes: insertion(call, absent, script) })];
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

function unknownFields({ call, args, spec, page }: Checked): Diagnostic[] {
  if (call.table === null) return surplus(call, spec.parameters, page);
  const names = spec.parameters.map(({ name }) => name);
  const found: Diagnostic[] = [];
  for (const [name, { name: range }] of args.fields) {
    if (name === "" || names.includes(name)) continue;
    const meant = nearest(
      name,
      names.filter((candidate) => !args.fields.has(candidate)),
    );
    const known =
      names.length === 0 ? " The function takes no parameters." : ` Parameters: ${names.join(", ")}.`;
    const message = `There is no parameter \`${name}\`.${meant === null ? known : didYouMean(meant)}`;
    found.push(mark(UNKNOWN_FIELD, range, message, { page, fixes: renamed(range, meant, call) }));
  }
  return found;
}

/** A key in brackets keeps its quotes: only a plain name is changed. */
function renamed(range: Range, meant: string | null, { table }: FunctionCall): Fix[] {
  const plain = table?.fields.some((field) => field.kind === "named" && field.start === range.start) ?? false;
  return meant === null || !plain ? [] : [rename(range, meant)];
}

function surplus({ args }: FunctionCall, parameters: readonly Parameter[], page: string): Diagnostic[] {
  const [first, last] = [args[parameters.length], args.at(-1)];
  if (first === undefined || last === undefined || first.kind === "table" || isOpen(last)) return [];
  const takes =
    parameters.length === 0
      ? "no parameters"
      : `${parameters.length}: ${parameters.map(({ name }) => name).join(", ")}`;
  const range = { start: first.start, end: last.end };
  const message = `More values than parameters; the function takes ${takes}.`;
  return [mark(EXTRA_ARGUMENT, range, message, { page })];
}

function isOpen({ kind }: Expression): boolean {
  return kind === "call" || kind === "vararg";
}
