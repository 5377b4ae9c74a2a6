/** Where in the arguments of a catalog function the caret is, at any depth. */
import type { ArgumentPath, ArgumentPlace } from "../integrations/argument-help";
import { apiCalls, type FunctionCall, functionCall } from "./api-call";
import { type Caret, openBracket } from "./caret";
import { ownTables } from "./infer/own-tables";
import type { Inference } from "./infer/value";
import type { Token } from "./lexer";
import type { CallExpression, Expression, ParsedScript, Range, TableExpression } from "./parse/ast";
import { nodes } from "./parse/walk";

export interface ArgumentSite extends ArgumentPlace {
  readonly call: FunctionCall;
  /** The innermost table around the caret. */
  readonly table: TableExpression;
}

/** The site of a caret, or `null` if it is not in a table of arguments. */
export function argumentSite({ word, before, beforeThat }: Caret, inference: Inference): ArgumentSite | null {
  const { script } = inference;
  const bracket = bracketAround(word, script);
  if (bracket?.text !== "{" || before?.kind !== "op") return null;
  for (const node of callsWith(script, bracket.start)) {
    const call = functionCall(node, inference);
    const inner = call?.table == null ? null : pathTo(call.table, bracket.start);
    if (call !== null && inner !== null) return inTable(call, inner, before, beforeThat);
  }
  for (const call of callsGivenNames(inference))
    for (const table of ownTables(call.args[0], inference)) {
      const inner = pathTo(table, bracket.start);
      const args = [table];
      if (inner !== null) return inTable({ ...call, table, args }, inner, before, beforeThat);
    }
  return null;
}

/** The call whose table of arguments can be written at the cursor: nothing precedes or follows it there. */
export function callWithoutTable({ word, before }: Caret, inference: Inference): FunctionCall | null {
  const { script } = inference;
  const bracket = bracketAround(word, script);
  if (bracket?.text !== "(" || (before?.text !== "(" && before?.text !== ",")) return null;
  const node = callsWith(script, bracket.start).find(({ inside }) => inside.start === bracket.end);
  const call = node === undefined ? null : functionCall(node, inference);
  if (call === null || call.node.commas.filter((comma) => comma < word.start).length !== call.skipped)
    return null;
  const [first] = call.args;
  return first === undefined || first.kind === "missing" || first.end === word.end ? call : null;
}

/** The bracket that is open in front of a word, unless the word is in a function inside it. */
function bracketAround(word: Range, script: ParsedScript): Token | null {
  const bracket = openBracket(script, word.start);
  const inFunction = nodes(script).expressions.some(
    (node) =>
      node.kind === "function" &&
      bracket !== null &&
      node.start > bracket.start &&
      node.start < word.start &&
      word.start <= node.end,
  );
  return inFunction ? null : bracket;
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
