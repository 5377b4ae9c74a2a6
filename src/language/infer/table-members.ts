/** Members of a script's own tables. These are guesses: good enough to offer and explain, not to mark mistakes. */

import type { Shape } from "../../integrations/catalog";
import { memoized } from "../../shared/memoized";
import type { Expression, Identifier, MemberExpression, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { annotationsOf } from "./annotations";
import { isConstructor, lineage } from "./lineage";
import { type Owner, ownerOf } from "./owner";
import type { Inference } from "./value";

export interface TableMember {
  /** Where it is first set. */
  readonly name: Identifier;
  /** Its first value, or `null` if that has no expression. */
  readonly value: Expression | null;
  /** Declared with a colon: takes its table as `self`. */
  readonly isMethod: boolean;
}

/**
 * Returns the members of the table that an expression refers to: those of its constructor, those assigned anywhere except at
 * `except`, which is still being typed, and those of the class in its metatable.
 */
export function tableMembers(
  object: Expression,
  inference: Inference,
  except: MemberExpression | null = null,
): readonly TableMember[] {
  const found = new Map<string, TableMember>();
  const add = (name: Identifier, value: Expression | null, isMethod = false) => {
    const { text } = name;
    if (text !== "" && !text.startsWith("__") && !found.has(text)) found.set(text, { name, value, isMethod });
  };
  for (const holder of lineage(object, inference).holders) {
    if (isConstructor(holder)) {
      for (const field of holder.fields) if (field.kind === "named") add(field.name, field.value);
      continue;
    }
    // An assignment being typed sets nothing yet.
    for (const { target, value, isMethod } of settings(inference.script).get(holder) ?? [])
      if (target !== except) add(target.name, value, isMethod);
  }
  return [...found.values()];
}

/** The member of a script's own table that an expression names, or `null` if there is none. */
export function memberNamed({ object, name }: MemberExpression, inference: Inference): TableMember | null {
  const value = inference.of(object);
  const known = value === null || value.kind === "table" ? object : classTable(object, inference);
  if (name.text === "" || known === null) return null;
  return tableMembers(known, inference).find((member) => member.name.text === name.text) ?? null;
}

/** The table of the class that comments declare an expression to be of, or `null` if it is of none. */
export function classTable(object: Expression, { of, script }: Inference): Expression | null {
  const value = of(object);
  const holder = value?.kind === "shape" ? annotationsOf(script).tables.get(value.shape) : undefined;
  if (holder === undefined) return null;
  const { start, end, text } = holder;
  return { kind: "name", start, end, text, binding: holder };
}

/** What comments declare of a class whose table an expression names: by its local, or as `self` in a method. */
export function declaredShape(object: Expression, { script }: Inference): Shape | null {
  const owner = ownerOf(object, script);
  for (const [shape, table] of annotationsOf(script).tables) if (table === owner) return shape;
  return null;
}

/** Every place that names a member. */
export function memberUses({ name }: TableMember, inference: Inference): readonly Identifier[] {
  const uses = nodes(inference.script).expressions.flatMap((node) =>
    node.kind === "member" &&
    node.name.text === name.text &&
    memberNamed(node, inference)?.name.start === name.start
      ? [node.name]
      : [],
  );
  return uses.some(({ start }) => start === name.start) ? uses : [name, ...uses];
}

interface Setting {
  readonly target: MemberExpression;
  readonly value: Expression | null;
  readonly isMethod: boolean;
}

/** What the script sets in the table of each variable. */
const settings = memoized((script: ParsedScript): ReadonlyMap<Owner, readonly Setting[]> => {
  const found = new Map<Owner, Setting[]>();
  const add = (target: Expression, value: Expression | null, isMethod: boolean) => {
    const owner = target.kind === "member" ? ownerOf(target.object, script) : null;
    if (target.kind !== "member" || owner === null) return;
    const list = found.get(owner);
    if (list === undefined) found.set(owner, [{ target, value, isMethod }]);
    else list.push({ target, value, isMethod });
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      for (const [at, target] of node.targets.entries()) add(target, node.values[at] ?? null, false);
    if (node.kind === "function")
      add(node.target, node.body, node.target.kind === "member" && node.target.style === ":");
  }
  return found;
});
