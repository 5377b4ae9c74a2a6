/** Where a variable is declared and used, and the functions of a script. */
import type { Catalog } from "../integrations/catalog";
import { memberNamed, memberUses } from "./infer/table-members";
import type { Expression, MemberExpression, Range, Script } from "./parse/ast";
import { nodes } from "./parse/walk";
import { scriptOf } from "./script";
import { valueIn } from "./values";

interface SymbolUse extends Range {
  readonly write: boolean;
}

export interface VariableSymbol {
  readonly name: string;
  /** A variable can be renamed; a member of a table may be reached by other ways than those seen. */
  readonly kind: "variable" | "member";
  /** The occurrence that was asked about. */
  readonly range: Range;
  /** Where it is declared; for a global, where it is first set. */
  readonly definition: Range;
  /** Every occurrence, the definition among them, in the order of the text. */
  readonly uses: readonly SymbolUse[];
}

export interface OutlineEntry {
  readonly name: string;
  /** The whole function. */
  readonly range: Range;
  /** Its name. */
  readonly nameRange: Range;
}

/** The local, parameter, script-defined global or member of one of the script's tables at an offset; null elsewhere. */
export function symbolAt(source: string, offset: number, catalog: Catalog): VariableSymbol | null {
  const script = scriptOf(source);
  const here = (range: Range) => range.start <= offset && offset <= range.end && range.start < range.end;
  for (const binding of script.bindings) {
    const { start, end, text } = binding;
    const declared = start < end && text !== "" ? [{ start, end, write: true }] : [];
    const uses = [...declared, ...binding.uses].sort((a, b) => a.start - b.start);
    const range = uses.find(here);
    const definition = declared[0] ?? uses[0];
    // `self` of a method is written nowhere, so there is nowhere to go.
    if (range !== undefined && definition !== undefined && declared.length > 0)
      return { name: text, kind: "variable", range, definition, uses };
  }
  const range = script.globals.find(here);
  if (range === undefined) return memberAt(script, offset, catalog);
  const uses = script.globals
    .filter(({ text }) => text === range.text)
    .map(({ start, end, write }) => ({ start, end, write }))
    .sort((a, b) => a.start - b.start);
  const definition = uses.find(({ write }) => write);
  return definition === undefined ? null : { name: range.text, kind: "variable", range, definition, uses };
}

function memberAt(script: Script, offset: number, catalog: Catalog): VariableSymbol | null {
  const node = nodes(script).expressions.find(
    (candidate): candidate is MemberExpression =>
      candidate.kind === "member" && candidate.name.start <= offset && offset <= candidate.name.end,
  );
  const member = node === undefined ? null : memberNamed(node, script, catalog);
  if (node === undefined || member === null || valueIn(node, script, catalog) !== null) return null;
  const { start, end, text } = member.name;
  const uses = memberUses(node, member, script).map((use) => ({
    ...{ start: use.start, end: use.end },
    write: use.start === start,
  }));
  return {
    ...{ name: text, kind: "member", definition: { start, end } },
    range: { start: node.name.start, end: node.name.end },
    uses: uses.toSorted((a, b) => a.start - b.start),
  };
}

/** The named functions of a script, in the order of the text. */
export function outline(source: string): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const node of nodes(scriptOf(source)).statements) {
    if (node.kind === "localFunction") {
      const { text, start, end } = node.binding;
      entries.push({ name: text, range: node, nameRange: { start, end } });
    } else if (node.kind === "function") {
      const { start, end } = node.target;
      entries.push({ name: pathText(node.target), range: node, nameRange: { start, end } });
    } else if (node.kind === "assign") {
      for (const [index, target] of node.targets.entries()) {
        const { start, end } = target;
        if (node.values[index]?.kind === "function")
          entries.push({ name: pathText(target), range: node, nameRange: { start, end } });
      }
    } else if (node.kind === "local") {
      for (const [index, value] of node.values.entries()) {
        const binding = node.bindings[index];
        if (value.kind !== "function" || binding === undefined) continue;
        const { text, start, end } = binding;
        entries.push({ name: text, range: node, nameRange: { start, end } });
      }
    }
  }
  for (const node of nodes(scriptOf(source)).expressions) {
    if (node.kind !== "table") continue;
    for (const field of node.fields)
      if (field.kind === "named" && field.value.kind === "function")
        entries.push({ name: field.name.text, range: field, nameRange: field.name });
  }
  return entries
    .filter(({ name }) => name !== "")
    .map(({ name, range, nameRange }) => ({
      name,
      range: { start: range.start, end: range.end },
      nameRange: { start: nameRange.start, end: nameRange.end },
    }))
    .sort((a, b) => a.range.start - b.range.start);
}

function pathText(target: Expression): string {
  if (target.kind === "name") return target.text;
  return target.kind === "member" ? `${pathText(target.object)}${target.style}${target.name.text}` : "";
}
