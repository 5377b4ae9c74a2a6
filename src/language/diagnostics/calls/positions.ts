/** Values in order: the host passes on one table, so they are lost. */
import type { Parameter } from "../../../integrations/catalog";
import type { Analysis } from "../../analysis";
import type { FunctionCall } from "../../api-call";
import { ownTables } from "../../infer/own-tables";
import type { Inference } from "../../infer/value";
import type { Expression } from "../../parse/ast";
import type { Edit } from "../../write/into-table";
import { type Diagnostic, type Fix, mark, type Rule } from "../diagnostic";

const POSITIONAL: Rule = { code: "positional-arguments", severity: "error", page: "overview" };
const EXTRA_ARGUMENT: Rule = { code: "extra-argument", severity: "warning", page: "overview" };

/** Marks for values that a call is given without their names. */
export function checkPositions(call: FunctionCall, analysis: Analysis): Diagnostic[] {
  const { args, place } = call;
  const { name, parameters } = place.function;
  const [first, second] = args;
  const last = args.at(-1);
  if (first === undefined || last === undefined || args.some(({ kind }) => kind === "missing")) return [];
  const range = { start: first.start, end: last.end };
  const isTable = call.table !== null || ownTables(first, analysis).length > 0;
  if (isTable || parameters.length === 0) {
    const [from, message] = isTable
      ? [second, "Values after the table are ignored."]
      : [first, `\`${name}\` takes no parameters.`];
    if (from === undefined || isOpen(from)) return [];
    return [mark(EXTRA_ARGUMENT, { ...range, start: from.start }, message)];
  }
  const sure = isScalar(first, analysis);
  // One unknown value may be the table, and so may the first of what `...` or a call returns.
  if (!sure && (second === undefined || isOpen(second))) return [];
  if (first.kind === "nil" && second === undefined) return [];
  const names = parameters.slice(0, Math.max(args.length, 1)).map((parameter) => `${parameter.name} = …`);
  const message = `\`${name}\` ignores positional arguments. Pass one table with names: \`{ ${names.join(", ")} }\`.`;
  const fails = sure && parameters.some(({ required }) => required);
  const rule: Rule = fails ? POSITIONAL : { ...POSITIONAL, severity: "warning" };
  return [mark(rule, range, message, { fixes: inTable(call, parameters) })];
}

function isOpen({ kind }: Expression): boolean {
  return kind === "call" || kind === "vararg";
}

/** Whether a value is surely no table. */
function isScalar(expression: Expression, { of }: Inference): boolean {
  if (expression.kind === "nil" || expression.kind === "function") return true;
  const value = of(expression);
  if (value?.kind !== "shape") return value?.kind === "function";
  return value.shape.kind !== "object" && value.shape.kind !== "array";
}

/** The same values as fields of a table. Those that are nil are left out. */
function inTable({ args, node }: FunctionCall, parameters: readonly Parameter[]): Fix[] {
  const last = args.at(-1);
  if (last === undefined || args.length > parameters.length || last.kind === "vararg") return [];
  const [open, close] = node.style === "(" ? ["{ ", " }"] : ["({ ", " })"];
  const edits: Edit[] = args.map((argument, at) => {
    const { start } = argument;
    const begin = at === 0 ? open : "";
    const next = args[at + 1];
    if (argument.kind === "nil" && next !== undefined) return { start, end: next.start, text: begin };
    return { start, end: start, text: `${begin}${parameters[at]?.name} = ` };
  });
  const title = "Convert to a table";
  return [{ title, edits: [...edits, { start: last.end, end: last.end, text: close }] }];
}
