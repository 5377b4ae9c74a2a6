/** Where in the arguments of a catalog function the caret is, at any depth. */
import type { ArgumentPath, ArgumentPlace } from "../integrations/argument-help";
import { apiCalls, type FunctionCall, functionCall } from "./api-call";
import { type Caret, openBracket } from "./caret";
import { ownTables } from "./infer/own-tables";
import type { Inference } from "./infer/value";
import type { Token } from "./lexer";
import type { CallExpression, Expression, ParsedScript, TableExpression } from "./parse/ast";
import { nodes } from "./parse/walk";

export interface ArgumentSite extends ArgumentPlace {
  readonly call: FunctionCall;
  /** The innermost table around the caret; null among positional arguments. */
  readonly table: TableExpression | null;
}

/** The site of a caret; null where no argument of a catalog function is written. */
export function argumentSite({ word, before, beforeThat }: Caret, inference: Inference): ArgumentSite | null {
  const { script } = inference;
  const bracket = openBracket(script, word.start);
  if (bracket === null || before === null || before.kind !== "op") return null;
  const inFunction = nodes(script).expressions.some(
    (node) =>
      node.kind === "function" &&
      node.start > bracket.start &&
      node.start < word.start &&
      word.start <= node.end,
  );
  if (inFunction) return null;
  for (const node of callsWith(script, bracket.start)) {
    const call = functionCall(node, inference);
    if (call === null) continue;
    if (bracket.text === "(" && bracket.end === node.inside.start)
      return positional(call, word.start, before.text);
    const inner = bracket.text === "{" && call.table !== null ? pathTo(call.table, bracket.start) : null;
    if (inner !== null) return inTable(call, inner, before, beforeThat);
  }
  for (const call of bracket.text === "{" ? callsGivenNames(inference) : [])
    for (const table of ownTables(call.args[0], inference)) {
      const inner = pathTo(table, bracket.start);
      const args = [table];
      if (inner !== null) return inTable({ ...call, table, args }, inner, before, beforeThat);
    }
  return null;
}

function inTable(
  call: FunctionCall,
  inner: { readonly table: TableExpression; readonly path: ArgumentPath },
  before: Token,
  beforeThat: Token | null,
): ArgumentSite | null {
  if (before.text === "{" || before.text === "," || before.text === ";") return { call, ...inner, key: null };
  const named = before.text === "=" && beforeThat?.kind === "name";
  return named ? { call, ...inner, key: beforeThat.text } : null;
}

/** Calls of catalog functions whose table of arguments is written somewhere else. */
export function callsGivenNames(inference: Inference): NamedCall[] {
  return apiCalls(inference).flatMap((call) => {
    const [first] = call.args;
    if (call.place.kind !== "function" || call.table !== null || first === undefined) return [];
    return [{ ...call, place: call.place, args: [first] }];
  });
}

type NamedCall = FunctionCall & { readonly args: readonly [Expression] };

/** Calls that a bracket can belong to, innermost first. */
function callsWith(script: ParsedScript, bracket: number): CallExpression[] {
  return nodes(script)
    .expressions.filter((node) => node.kind === "call")
    .filter((call) => call.start <= bracket && bracket < Math.max(call.end, call.inside.end))
    .reverse();
}

function positional(call: FunctionCall, offset: number, before: string): ArgumentSite | null {
  if (before !== "(" && before !== ",") return null;
  const at = call.node.commas.filter((comma) => comma < offset).length - call.skipped;
  const parameter = call.place.function.parameters[at];
  return parameter === undefined ? null : { call, table: null, path: [], key: parameter.name };
}

/** The table that opens at an offset, and the way to it from the arguments' table. */
function pathTo(
  root: TableExpression,
  bracket: number,
): { readonly table: TableExpression; readonly path: ArgumentPath } | null {
  let table = root;
  const path: (string | number)[] = [];
  while (table.start !== bracket) {
    let items = 0;
    let next: TableExpression | null = null;
    for (const field of table.fields) {
      const step = field.kind === "named" ? field.name.text : items;
      if (field.kind === "item") items++;
      const { value } = field;
      if (
        value.kind !== "table" ||
        bracket < value.start ||
        value.end <= bracket ||
        field.kind === "computed"
      )
        continue;
      path.push(step);
      next = value;
      break;
    }
    if (next === null) return null;
    table = next;
  }
  return { table, path };
}
