import type { Analysis } from "../analysis";
import type { FunctionCall } from "../api-call";
import { comesInPages } from "../describe";
import { indentAt, newlineOf } from "../lines";
import type { Binding, MemberExpression, ParsedScript, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";
import { intoTable } from "../write/into-table";
import { breaksOf, finishedCalls } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";

const SINGLE_PAGE: Rule = { code: "single-page", severity: "hint", page: "limits" };

/** Hints for lists of which only the first page is read, without a limit that would show that this is meant. */
export function checkPages(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const members = nodes(script).expressions.filter((node) => node.kind === "member");
  return finishedCalls(analysis).flatMap((call) => {
    const { parameters } = call.place.function;
    if (!comesInPages(call.place.function) || !isFirstPage(call)) return [];
    const holder = holderOf(call, script);
    if (holder !== null && !breaksOf(script).intact({ start: holder.start, end: holder.visibleTo }))
      return [];
    const read = holder === null ? direct(call, members) : readOf(holder, members);
    if (!read) return [];
    const size = parameters.find(({ name }) => name === "limit")?.default;
    const message = `This reads one page${size === undefined ? "" : `, at most ${size} entries`}. Follow \`paging.cursors.after\` while \`paging.next\` exists, or set \`limit\` if one page is enough.`;
    const fixes = holder === null ? [] : loop(call, holder, script);
    return [mark(SINGLE_PAGE, call.at, message, { fixes })];
  });
}

/** No parameter is given, or a table without `limit` and `after`. */
function isFirstPage({ args, table }: FunctionCall): boolean {
  if (args.length === 0) return true;
  return (
    table?.fields.every(
      (field) => field.kind === "named" && field.name.text !== "after" && field.name.text !== "limit",
    ) ?? false
  );
}

/** The local that is declared with the call's answer. */
function holderOf({ node }: FunctionCall, script: ParsedScript): Binding | null {
  return script.bindings.find(({ origin }) => origin.kind === "value" && origin.value === node) ?? null;
}

/** `list_contacts().data` */
function direct({ node }: FunctionCall, members: readonly MemberExpression[]): boolean {
  return members.some(({ object, name }) => object === node && name.text === "data");
}

/** The answer's `data` is read, its `paging` is not, and the answer is not passed to anything that might read it. */
function readOf(holder: Binding, members: readonly MemberExpression[]): boolean {
  const names = members.flatMap(({ object, name }) =>
    object.kind === "name" && object.binding === holder ? [name.text] : [],
  );
  return names.includes("data") && names.length === holder.uses.length && !names.includes("paging");
}

/** The paging loop around the declaration and the `for` after it, if nothing else reads the answer. */
function loop({ node, table, args }: FunctionCall, holder: Binding, script: ParsedScript): Fix[] {
  const block = nodes(script).blocks.find(({ statements }) =>
    statements.some((statement) => declares(statement, holder)),
  );
  const at = block?.statements.findIndex((statement) => declares(statement, holder)) ?? -1;
  const declaration = block?.statements[at];
  const walk = block?.statements[at + 1];
  if (declaration === undefined || walk?.kind !== "genericFor") return [];
  if (holder.uses.some(({ start }) => start < walk.start || start >= walk.end)) return [];
  const { start } = declaration;
  const lines = lineStarts(script, start, walk.end);
  if (lines === null) return [];
  const newline = newlineOf(script);
  const indent = indentAt(script, start);
  const name = holder.text;
  const cursor = "after = cursor";
  const after =
    table !== null
      ? intoTable(script, table, () => [cursor])
      : args.length === 0 && node.style === "("
        ? [{ ...node.inside, text: `{ ${cursor} }` }]
        : [];
  if (after.length === 0) return [];
  const tail = [
    "",
    `${indent}  cursor = ${name}.paging and ${name}.paging.next and ${name}.paging.cursors.after`,
    `${indent}until not cursor`,
  ].join(newline);
  const edits = [
    { start, end: start, text: `local cursor${newline}${indent}repeat${newline}${indent}  ` },
    ...after,
    ...lines.map((line) => ({ start: line, end: line, text: "  " })),
    { start: walk.end, end: walk.end, text: tail },
  ];
  return [{ title: "Add the paging loop", edits: edits.toSorted((a, b) => a.start - b.start) }];
}

function declares(statement: Statement, holder: Binding): boolean {
  return statement.kind === "local" && statement.bindings.length === 1 && statement.bindings[0] === holder;
}

/** Starts of the lines after the first, to indent them. `null` if a string or comment has several lines. */
function lineStarts({ source, tokens }: ParsedScript, start: number, end: number): number[] | null {
  const within = tokens.filter((token) => token.start >= start && token.end <= end);
  if (within.some(({ kind, text }) => (kind === "string" || kind === "comment") && text.includes("\n")))
    return null;
  return [...source.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
}
