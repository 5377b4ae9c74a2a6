import { BRIDGE_NAMES_MESSAGE, type BridgeName, bridgeNames } from "../../shared/bridge-names";
import { firstIndex } from "../../shared/first-index";
import type { Analysis } from "../analysis";
import { isTrivia } from "../lexer";
import type { ParsedScript, Range, TableExpression } from "../parse/ast";
import { nodes } from "../parse/walk";
import type { Edit } from "../write/into-table";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";

const BRIDGE_GLOBAL: Rule = { code: "bridge-global", severity: "error", page: "language" };

/** Marks for what the host considers an assignment to its own globals, for which it refuses the whole script. */
export function checkBridgeNames({ script }: Analysis): Diagnostic[] {
  const places = bridgeNames(script.source);
  if (places.length === 0) return [];
  const tables = tablesByField(script);
  return places.map(({ offset, length }) => {
    const range = { start: offset, end: offset + length };
    const token = script.tokens[tokenAt(offset, script)];
    const table = tables.get(offset) ?? null;
    if (token?.kind === "string" || token?.kind === "comment") {
      const advice = "The host also checks strings and comments: put another word in front, or rephrase.";
      return mark(BRIDGE_GLOBAL, range, `${BRIDGE_NAMES_MESSAGE} ${advice}`);
    }
    if (table === null)
      return mark(BRIDGE_GLOBAL, range, `${BRIDGE_NAMES_MESSAGE} Use a name without the two underscores.`, {
        fixes: renamed(range, script),
      });
    const name = script.source.slice(range.start, range.end);
    const advice = `A line can't start like this: put \`${name} = …\` on the brace's line, or assign it through its table, \`mt.${name} = …\`.`;
    const fixes = [...joined(table, script), ...inBrackets(table, places)];
    return mark(BRIDGE_GLOBAL, range, `${BRIDGE_NAMES_MESSAGE} ${advice}`, { fixes });
  });
}

/** The table of each named field, by the offset of the field's name. */
function tablesByField(script: ParsedScript): ReadonlyMap<number, TableExpression> {
  const found = new Map<number, TableExpression>();
  for (const node of nodes(script).expressions)
    if (node.kind === "table")
      for (const field of node.fields) if (field.kind === "named") found.set(field.name.start, node);
  return found;
}

/** The index of the token that an offset is in. */
function tokenAt(offset: number, { tokens }: ParsedScript): number {
  return firstIndex(tokens.length, (index) => (tokens[index]?.end ?? 0) > offset);
}

/** Every such field of a table on the line of what precedes it. Comments in between end a line, so there it is left. */
function joined({ fields }: TableExpression, script: ParsedScript): Fix[] {
  const { source, tokens } = script;
  const edits: Edit[] = [];
  for (const field of fields) {
    if (field.kind !== "named" || !/^__\w*$/.test(source.slice(field.name.start, field.name.end))) continue;
    const at = tokenAt(field.name.start, script);
    const before = tokens.slice(Math.max(0, at - 8), at).findLast((token) => !isTrivia(token));
    if (before === undefined) return [];
    const between = source.slice(before.end, field.name.start);
    if (between.includes("--")) return [];
    // A semicolon counts like the beginning of a line.
    const semicolon = before.text === ";";
    if (!semicolon && !/[\r\n]/.test(between)) continue;
    edits.push({
      start: semicolon ? before.start : before.end,
      end: field.name.start,
      text: semicolon ? ", " : " ",
    });
  }
  return edits.length === 0 ? [] : [{ title: "Move to the line above", edits }];
}

/** The same keys as strings: a line that begins with a bracket is fine, also behind a comment. */
function inBrackets({ fields }: TableExpression, places: readonly BridgeName[]): Fix[] {
  const starts = new Set(places.map(({ offset }) => offset));
  const edits = fields.flatMap((field): Edit[] => {
    if (field.kind !== "named" || !starts.has(field.name.start)) return [];
    const { start, end, text } = field.name;
    return [{ start, end, text: `["${text}"]` }];
  });
  return [{ title: "Quote the key", edits }];
}

/** Another name for a variable, everywhere. */
function renamed({ start, end }: Range, { source, globals, bindings, written }: ParsedScript): Fix[] {
  const name = source.slice(start, end);
  const plain = name.replace(/^_+/, "");
  const binding = bindings.find(({ uses }) => uses.some((use) => use.start === start));
  const uses: readonly Range[] =
    binding === undefined ? globals.filter(({ text }) => text === name) : [binding, ...binding.uses];
  const taken = written.has(plain) || bindings.some(({ text }) => text === plain);
  if (!/^[A-Za-z]\w*$/.test(plain) || taken || !uses.some((use) => use.start === start)) return [];
  const edits = uses.map((use) => ({ start: use.start, end: use.end, text: plain }));
  return [{ title: `Rename to ${plain}`, edits }];
}
