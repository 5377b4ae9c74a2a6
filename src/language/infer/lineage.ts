/** Where the members of a table come from: its constructor, the variables that hold it, and its classes. A guess. */
import { memoized } from "../../shared/memoized";
import type { CallExpression, Expression, ParsedScript, TableExpression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { type Owner, ownerOf } from "./owner";
import { resultExpression } from "./result-expression";
import type { Inference } from "./value";

/** How far names are followed. */
const MAX_STEPS = 16;

type Holder = TableExpression | Owner;

export interface Lineage {
  /** Constructors, and variables in whose tables the script sets members; the nearest first. */
  readonly holders: readonly Holder[];
  /** It surely is a table of the script. */
  readonly isTable: boolean;
}

/** Finds where the members of an expression's value come from. */
export function lineage(object: Expression, inference: Inference): Lineage {
  const found = new Set<Holder>();
  const search: Search = { inference, found, seen: new Set(), inherits: false };
  visit(object, search, MAX_STEPS);
  const holders = [...found];
  return { holders, isTable: search.inherits || holders.some(isConstructor) };
}

/** Whether a holder is a constructor, not a variable. */
export function isConstructor(holder: Holder): holder is TableExpression {
  return typeof holder === "object" && "fields" in holder;
}

interface Search {
  readonly inference: Inference;
  readonly found: Set<Holder>;
  readonly seen: Set<Expression>;
  inherits: boolean;
}

/** Adds what an expression may refer to, and then what that inherits. */
function visit(expression: Expression, search: Search, steps: number): void {
  if (steps <= 0 || search.seen.has(expression)) return;
  search.seen.add(expression);
  const { inference, found } = search;
  const { script } = inference;
  const next = (one: Expression | undefined) => {
    if (one !== undefined) visit(one, search, steps - 1);
  };
  const owner = ownerOf(expression, script);
  if (owner !== null) {
    found.add(owner);
    for (const { args } of metatablesSet(script).byTable.get(owner) ?? []) inherit(args[1], next, search);
  }
  switch (expression.kind) {
    case "table":
      found.add(expression);
      return;
    case "paren":
      next(expression.inner);
      return;
    case "binary":
      if (expression.operator !== "or" && expression.operator !== "and") return;
      next(expression.left);
      next(expression.right);
      return;
    case "name": {
      const { binding, text } = expression;
      if (binding === null) next(script.globalValues.get(text));
      else if (text === "self" && binding.start === binding.end) ofClass(owner, next, search);
      else if (binding.origin.kind === "value") next(binding.origin.value);
      else if (binding.origin.kind === "iterated" && binding.origin.position === 1)
        entries(binding.origin.iterator, next, search, steps);
      return;
    }
    case "index":
      for (const list of tables(expression.object, search, steps))
        for (const field of list.fields) if (field.kind === "item") next(field.value);
      return;
    case "member":
      for (const { fields } of tables(expression.object, search, steps))
        for (const field of fields)
          if (field.kind === "named" && field.name.text === expression.name.text) next(field.value);
      return;
    case "call":
      called(expression, next, search, steps);
      return;
    default:
  }
}

type Next = (one: Expression | undefined) => void;

function called(call: CallExpression, next: Next, search: Search, steps: number): void {
  const { inference } = search;
  const callee = inference.of(call.callee);
  if (callee?.kind === "standard" && callee.name === "setmetatable") {
    next(call.args[0]);
    inherit(call.args[1], next, search);
    return;
  }
  const body = callee?.kind === "function" ? callee.body : methodCalled(call, search, steps);
  const given = body === null ? null : resultExpression(body);
  if (given !== null) next(given);
}

/** The function that `C.new` or `C:new` names, as far as can be guessed. */
function methodCalled({ callee }: CallExpression, search: Search, steps: number) {
  if (callee.kind !== "member") return null;
  const found = new Set<Holder>();
  visit(callee.object, { ...search, found, seen: new Set() }, steps - 2);
  for (const node of nodes(search.inference.script).statements) {
    if (node.kind !== "function" || node.target.kind !== "member") continue;
    const owner = ownerOf(node.target.object, search.inference.script);
    if (node.target.name.text === callee.name.text && owner !== null && found.has(owner)) return node.body;
  }
  return null;
}

/** `__index` of a metatable: the class whose members an object has. */
function inherit(metatable: Expression | undefined, next: Next, search: Search): void {
  if (metatable === undefined) return;
  search.inherits = true;
  const { script } = search.inference;
  const made = metatable.kind === "table" ? metatable : null;
  for (const field of made?.fields ?? [])
    if (field.kind === "named" && field.name.text === "__index") next(field.value);
  const owner = ownerOf(metatable, script);
  if (owner === null) return;
  if (metatable.kind === "name" && metatable.binding?.origin.kind === "value") {
    const { value } = metatable.binding.origin;
    for (const field of value.kind === "table" ? value.fields : [])
      if (field.kind === "named" && field.name.text === "__index") next(field.value);
  }
  for (const node of nodes(script).statements) {
    if (node.kind !== "assign") continue;
    for (const [at, target] of node.targets.entries())
      if (
        target.kind === "member" &&
        target.name.text === "__index" &&
        ownerOf(target.object, script) === owner
      )
        next(node.values[at]);
  }
}

/** What `self` of a class can be: the class, and tables that get it as metatable. */
function ofClass(owner: Owner | null, next: Next, { inference: { script }, found }: Search): void {
  if (owner === null) return;
  if (typeof owner === "string") next(script.globalValues.get(owner));
  else if (owner.origin.kind === "value") next(owner.origin.value);
  for (const call of metatablesSet(script).byMetatable.get(owner) ?? []) {
    next(call.args[0]);
    // `local self = setmetatable({}, Class)`
    for (const binding of script.bindings)
      if (binding.origin.kind === "value" && binding.origin.value === call) found.add(binding);
  }
}

function entries(iterator: Expression, next: Next, search: Search, steps: number): void {
  const [list] = iterator.kind === "call" ? iterator.args : [];
  if (list === undefined) return;
  for (const { fields } of tables(list, search, steps)) for (const { value } of fields) next(value);
}

/** The constructors that an expression may refer to, apart from this search. */
function tables(expression: Expression, search: Search, steps: number): readonly TableExpression[] {
  const found = new Set<Holder>();
  visit(expression, { ...search, found, seen: new Set() }, steps - 2);
  return [...found].filter(isConstructor);
}

/** Calls of `setmetatable`, by the variable with the table and by the one with the metatable. */
const metatablesSet = memoized((script: ParsedScript) => {
  const byTable = new Map<Owner, CallExpression[]>();
  const byMetatable = new Map<Owner, CallExpression[]>();
  const add = (to: Map<Owner, CallExpression[]>, one: Expression | undefined, call: CallExpression) => {
    const owner = one === undefined ? null : ownerOf(one, script);
    if (owner !== null) to.set(owner, [...(to.get(owner) ?? []), call]);
  };
  for (const node of nodes(script).expressions) {
    if (node.kind !== "call" || node.callee.kind !== "name" || node.callee.text !== "setmetatable") continue;
    add(byTable, node.args[0], node);
    add(byMetatable, node.args[1], node);
  }
  return { byTable, byMetatable };
});
