import { lineOf } from "../language/lines";
import type { Binding, Expression, FunctionExpression, ParsedScript } from "../language/parse/ast";
import { scriptOf } from "../language/parse/parser";
import { nodes } from "../language/parse/walk";
import type { Moment, ShownFrame, ShownValue, ShownVariable } from "./moment";

/** A variable, or a member of the table in one, as written in a script: `order.customer.name`. */
interface WrittenVariable {
  readonly start: number;
  readonly end: number;
  readonly root: string;
  /** `null` for a global. */
  readonly binding: Binding | null;
  readonly keys: readonly string[];
}

export interface VariableValue {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  readonly value: ShownValue;
}

/**
 * Returns the value that the variable at an offset had at a given moment, or `null` if there is no variable or it didn't exist
 * yet. Searches the chosen frame first, then the rest of its thread, innermost first.
 */
export function variableAt(
  source: string,
  offset: number,
  { threads, globals, tables }: Moment,
  chosen: { readonly thread: number; readonly frame: number },
): VariableValue | null {
  const script = scriptOf(source);
  const written = writtenAt(script, offset);
  if (written === null) return null;
  const { start, end, root, binding, keys } = written;
  const frames = threads[chosen.thread]?.frames ?? [];
  const first = frames[chosen.frame];
  const ordered = first === undefined ? frames : [first, ...frames.filter((frame) => frame !== first)];
  const found = binding === null ? named(globals, root) : localValue(script, binding, ordered);
  const value = keys.reduce<ShownValue | null>((from, key) => from && fieldOf(from, key, tables), found);
  return value === null ? null : { start, end, text: source.slice(start, end), value };
}

function writtenAt(script: ParsedScript, offset: number): WrittenVariable | null {
  const on = ({ start, end }: { start: number; end: number }) =>
    start <= offset && offset <= end && start < end;
  const declared = script.bindings.find(on);
  if (declared !== undefined) {
    const { start, end, text } = declared;
    return { start, end, root: text, binding: declared, keys: [] };
  }
  for (const node of nodes(script).expressions) {
    const here = node.kind === "name" ? on(node) : node.kind === "member" && on(node.name);
    if (here) return chainOf(node);
  }
  return null;
}

/** A name with the members that follow it, or `null` for members of something else. */
function chainOf(node: Expression): WrittenVariable | null {
  const keys: string[] = [];
  let root = node;
  while (root.kind === "member") {
    keys.unshift(root.name.text);
    root = root.object;
  }
  if (root.kind !== "name") return null;
  return { start: root.start, end: node.end, root: root.text, binding: root.binding, keys };
}

function localValue(
  script: ParsedScript,
  binding: Binding,
  frames: readonly ShownFrame[],
): ShownValue | null {
  const owner = ownerOf(script, binding);
  for (const frame of frames) {
    const found = belongs(script, owner, frame) ? named(frame.locals, binding.text) : null;
    if (found !== null) return found;
  }
  const first = lineOf(script, binding.visibleFrom);
  const last = lineOf(script, Math.min(binding.visibleTo, script.source.length));
  for (const frame of frames) {
    if (frame.line < first || frame.line > last) continue;
    const found = named(frame.upvalues, binding.text);
    if (found !== null) return found;
  }
  return null;
}

/** The innermost function around a declaration, or `null` for the main chunk. */
function ownerOf(script: ParsedScript, { start }: Binding): FunctionExpression | null {
  let owner: FunctionExpression | null = null;
  for (const node of nodes(script).expressions)
    if (node.kind === "function" && node.start <= start && start < node.end) owner = node;
  return owner;
}

/** Whether a frame can be a call of a function: it is at one of its lines, and in no function inside it. */
function belongs(
  script: ParsedScript,
  owner: FunctionExpression | null,
  { what, line }: ShownFrame,
): boolean {
  if (owner === null) return what === "main chunk";
  if (what === "main chunk" || !(lineOf(script, owner.start) <= line && line <= lineOf(script, owner.end)))
    return false;
  return !nodes(script).expressions.some(
    (node) =>
      node.kind === "function" &&
      owner.start < node.start &&
      node.end < owner.end &&
      // The line of its beginning or end may be the outer function's.
      lineOf(script, node.start) < line &&
      line < lineOf(script, node.end),
  );
}

function named(variables: readonly ShownVariable[], name: string): ShownValue | null {
  return variables.find((one) => one.name === name)?.value ?? null;
}

/** `null` if the field was not read. */
function fieldOf(value: ShownValue, key: string, tables: Moment["tables"]): ShownValue | null {
  const table = value.kind === "table" ? tables[value.address] : undefined;
  if (table === undefined) return null;
  const field = table.fields.find(([one]) => one.kind === "string" && one.text === key);
  if (field !== undefined) return field[1];
  return table.more ? null : { kind: "nil", text: "nil" };
}
