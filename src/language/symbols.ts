/** Where a variable is declared and used, and the functions of a script. */
import type { Catalog } from "../integrations/catalog";
import { memberNamed, memberUses } from "./infer/table-members";
import type { Inference } from "./infer/value";
import type { Expression, MemberExpression, Range } from "./parse/ast";
import { scriptOf } from "./parse/parser";
import { nodes } from "./parse/walk";
import { inferenceFor } from "./values";

interface SymbolUse extends Range {
  readonly write: boolean;
}

export interface VariableSymbol {
  readonly name: string;
  /** A variable can be renamed. A member of a table cannot: not every use of it is known. */
  readonly kind: "variable" | "member";
  /** The occurrence in question. */
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
    // A method's `self` is implicit, so there is nowhere to go.
    if (range !== undefined && definition !== undefined && declared.length > 0)
      return { name: text, kind: "variable", range, definition, uses };
  }
  const range = script.globals.find(here);
  if (range === undefined) return memberAt(offset, inferenceFor(script, catalog));
  const uses = script.globals
    .filter(({ text }) => text === range.text)
    .map(({ start, end, write }) => ({ start, end, write }))
    .sort((a, b) => a.start - b.start);
  const definition = uses.find(({ write }) => write);
  return definition === undefined ? null : { name: range.text, kind: "variable", range, definition, uses };
}

function memberAt(offset: number, inference: Inference): VariableSymbol | null {
  const { script } = inference;
  const node = nodes(script).expressions.find(
    (candidate): candidate is MemberExpression =>
      candidate.kind === "member" && candidate.name.start <= offset && offset <= candidate.name.end,
  );
  const member = node === undefined ? null : memberNamed(node, inference);
  if (node === undefined || member === null) return null;
  const { start, end, text } = member.name;
  const uses = memberUses(member, inference)
    .map((use) => ({ ...plain(use), write: use.start === start }))
    .sort((a, b) => a.start - b.start);
  return { name: text, kind: "member", range: plain(node.name), definition: { start, end }, uses };
}

/** The named functions of a script, in the order of the text. */
export function outline(source: string): OutlineEntry[] {
  const { statements, expressions } = nodes(scriptOf(source));
  const entries: OutlineEntry[] = [];
  const add = (name: string, range: Range, nameRange: Range) => {
    if (name !== "") entries.push({ name, range: plain(range), nameRange: plain(nameRange) });
  };
  for (const node of statements) {
    if (node.kind === "localFunction") add(node.binding.text, node, node.binding);
    else if (node.kind === "function") add(pathText(node.target), node, node.target);
    else if (node.kind === "assign") {
      for (const [index, target] of node.targets.entries())
        if (node.values[index]?.kind === "function") add(pathText(target), node, target);
    } else if (node.kind === "local") {
      for (const [index, binding] of node.bindings.entries())
        if (node.values[index]?.kind === "function") add(binding.text, node, binding);
    }
  }
  for (const node of expressions) {
    if (node.kind !== "table") continue;
    for (const field of node.fields)
      if (field.kind === "named" && field.value.kind === "function") add(field.name.text, field, field.name);
  }
  return entries.sort((a, b) => a.range.start - b.range.start);
}

/** Without the node it belongs to: answers are copied from the worker to the page. */
function plain({ start, end }: Range): Range {
  return { start, end };
}

function pathText(target: Expression): string {
  if (target.kind === "name") return target.text;
  return target.kind === "member" ? `${pathText(target.object)}${target.style}${target.name.text}` : "";
}
