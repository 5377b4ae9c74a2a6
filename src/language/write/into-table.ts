/** Edits that put something into a table constructor and keep its layout. */
import { firstIndex } from "../../shared/first-index";
import { indentAt } from "../lines";
import type { ParsedScript, TableExpression } from "../parse/ast";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Adds entries at the end of a closed table. `write` returns their text for an indentation. */
export function intoTable(
  script: ParsedScript,
  table: TableExpression,
  write: (indent: string) => readonly string[],
): Edit[] {
  const { source } = script;
  const last = table.fields.at(-1);
  if (last === undefined) {
    const text = `{ ${write(indentAt(script, table.start)).join(", ")} }`;
    return [{ start: table.start, end: table.end, text }];
  }
  const first = table.fields[0] ?? last;
  const spread = source.slice(table.start, first.start).includes("\n");
  const indent = indentAt(script, spread ? first.start : table.start);
  const entries = write(indent);
  const separator = separatorBehind(script, table, last.end);
  const comma = { start: last.end, end: last.end, text: "," };
  const at = separator ?? last.end;
  const text = spread ? entries.map((entry) => `\n${indent}${entry},`).join("") : ` ${entries.join(", ")}`;
  return separator === null ? [{ ...comma, text: `,${text}` }] : [{ start: at, end: at, text }];
}

/** Where the comma or semicolon after a table's last field ends, or `null` if there is none. */
function separatorBehind({ tokens }: ParsedScript, table: TableExpression, from: number): number | null {
  let at = firstIndex(tokens.length, (index) => (tokens[index]?.start ?? 0) >= from);
  while (at < tokens.length && tokens[at]?.kind !== "op") at++;
  const token = tokens[at];
  return token !== undefined && token.end < table.end && (token.text === "," || token.text === ";")
    ? token.end
    : null;
}
