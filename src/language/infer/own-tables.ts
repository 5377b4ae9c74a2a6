/** Which of the script's own tables an expression is: followed through locals, loops, fields, parameters and results. */

import type { Binding, CallExpression, Expression, FunctionExpression, TableExpression } from "../parse/ast";
import { namings, nodes, parents } from "../parse/walk";
import { argumentsSkipped } from "./calls";
import { resultExpression } from "./result-expression";
import { type Inference, onceFor } from "./value";

/** How far expressions are followed. */
const MAX_STEPS = 12;
/** More tables than this are a data file: they are not looked at one by one. */
const MAX_TABLES = 200;

/**
 * The table constructors that an expression can surely be. It may be something else too: each of them comes there on
 * some run, but what else does is not known.
 */
export function ownTables(expression: Expression, inference: Inference): readonly TableExpression[] {
  const values = sources(expression, { inference, seen: new Set() }, MAX_STEPS);
  return [...new Set(values)].filter((value) => value.kind === "table").slice(0, MAX_TABLES);
}

interface Search {
  readonly inference: Inference;
  readonly seen: Set<Expression>;
}

/** The expressions that an expression's value comes from, names and calls followed. Each is met once. */
function sources(expression: Expression, search: Search, steps: number): readonly Expression[] {
  if (steps <= 0 || search.seen.has(expression)) return [];
  search.seen.add(expression);
  const next = (one: Expression | null | undefined) => (one == null ? [] : sources(one, search, steps - 1));
  switch (expression.kind) {
    case "paren":
      return next(expression.inner);
    case "name":
      return nameSources(expression, search.inference, next);
    case "member": {
      const [table, other] = next(expression.object);
      if (table?.kind !== "table" || other !== undefined) return [];
      return next(fieldValue(table, expression.name.text, search.inference));
    }
    case "index":
      return next(expression.object).flatMap((table) => items(table).flatMap(next));
    case "binary": {
      if (expression.operator === "and") return next(expression.right);
      if (expression.operator !== "or") return [expression];
      // `options or {}`: the empty table stands in for no table.
      const empty = ({ kind, ...rest }: Expression) =>
        kind === "table" && "fields" in rest && rest.fields.length === 0;
      return [expression.left, expression.right].flatMap(next).filter((one) => !empty(one));
    }
    case "call":
      return callSources(expression, search.inference, next);
    default:
      return [expression];
  }
}

type Next = (expression: Expression | null | undefined) => readonly Expression[];

function nameSources(
  { binding, text }: Extract<Expression, { kind: "name" }>,
  inference: Inference,
  next: Next,
): readonly Expression[] {
  if (binding === null) return next(inference.script.globalValues.get(text));
  if (binding.uses.some(({ write }) => write)) return [];
  const { origin, kind } = binding;
  if (origin.kind === "value") return next(origin.value);
  if (kind === "parameter")
    return (argumentsOf(inference).get(binding) ?? []).flatMap((argument) => next(argument));
  if (origin.kind !== "iterated" || origin.position !== 1 || origin.iterator.kind !== "call") return [];
  const walker = inference.of(origin.iterator.callee);
  if (walker?.kind !== "standard" || (walker.name !== "ipairs" && walker.name !== "pairs")) return [];
  return next(origin.iterator.args[0]).flatMap((list) => {
    const walked = walker.name === "ipairs" ? items(list) : list.kind === "table" ? fieldValues(list) : [];
    return walked.flatMap(next);
  });
}

function callSources(
  { callee, args }: CallExpression,
  inference: Inference,
  next: Next,
): readonly Expression[] {
  const called = inference.of(callee);
  if (called?.kind === "function") return next(resultExpression(called.body));
  if (called?.kind !== "standard") return [];
  if (called.name === "assert") return next(args[0]);
  if (called.name === "table.remove") return next(args[0]).flatMap((list) => items(list).flatMap(next));
  if (called.name === "table.unpack") return next(args[0]).flatMap((list) => next(items(list)[0]));
  return [];
}

/** Values of a list's items. */
function items(list: Expression): Expression[] {
  return list.kind === "table"
    ? list.fields.flatMap((field) => (field.kind === "item" ? [field.value] : []))
    : [];
}

function fieldValues({ fields }: TableExpression): Expression[] {
  return fields.map(({ value }) => value);
}

/** The value of a field that is set once: where the table is made, or by `table.name = …`. */
function fieldValue(table: TableExpression, name: string, inference: Inference): Expression | null {
  const made = table.fields.flatMap((field) =>
    field.kind === "named" && field.name.text === name ? [field.value] : [],
  );
  const { writes, open } = changesOf(table, inference);
  const set = [...made, ...(writes.get(name) ?? []).map(({ value }) => value)];
  return set.length === 1 && !open ? (set[0] ?? null) : null;
}

/** A field that is set after its table is made. */
interface FieldWrite {
  readonly target: Extract<Expression, { kind: "member" }>;
  /** `null` if it has no expression of its own, as for `t.b` in `t.a, t.b = f()`. */
  readonly value: Expression | null;
}

/** What the script does to a table after making it. */
interface TableChanges {
  readonly writes: ReadonlyMap<string, readonly FieldWrite[]>;
  /** Whether these writes are to this table. Else they may be to another. */
  readonly sure: boolean;
  /** Fields or items may be added or changed in ways that are not listed. */
  readonly open: boolean;
}

const knownChanges = onceFor(() => new Map<TableExpression, TableChanges>());

/** Finds what the script does to a table. */
export function changesOf(table: TableExpression, inference: Inference): TableChanges {
  const known = knownChanges(inference);
  const before = known.get(table);
  if (before !== undefined) return before;
  // What is asked for again while it is looked for depends on itself.
  known.set(table, { writes: new Map(), sure: true, open: true });
  const search = new ChangeSearch(inference);
  search.follow(table, MAX_STEPS);
  const elsewhere = search.escaped ? anywhere(inference) : null;
  const open = search.changes.open || elsewhere?.open === true;
  const found = { writes: elsewhere?.writes ?? search.changes.writes, sure: elsewhere === null, open };
  known.set(table, found);
  return found;
}

/** Follows a table to every place that names it. */
class ChangeSearch {
  readonly changes = { writes: new Map<string, FieldWrite[]>(), open: false };
  /** It is put somewhere where it cannot be followed. */
  escaped = false;

  constructor(readonly inference: Inference) {}

  follow(holder: Expression, steps: number): void {
    const { script } = this.inference;
    const around = parents(script).get(holder);
    if (steps <= 0) {
      this.escaped = true;
      return;
    }
    switch (around?.kind) {
      case "paren":
        this.follow(around, steps - 1);
        return;
      case "binary":
        if (around.operator === "and" || around.operator === "or") this.follow(around, steps - 1);
        return;
      case "local": {
        const binding = around.bindings[around.values.indexOf(holder)];
        if (binding !== undefined) this.#named(binding, steps);
        return;
      }
      case "member": {
        this.#member(around);
        return;
      }
      case "index": {
        if (around.object !== holder) return;
        const outer = parents(script).get(around);
        if (outer?.kind === "assign" && outer.targets.includes(around)) this.changes.open = true;
        return;
      }
      case "call":
        this.#argument(around, holder, steps);
        return;
      case "table":
        if (!this.#handedOver(around)) this.escaped = true;
        return;
      case "return":
        // What the chunk returns is out of the script's reach.
        if (!script.body.statements.includes(around)) this.escaped = true;
        return;
      case "unary":
      case "if":
      case "while":
      case "repeat":
      case "expression":
      case "genericFor":
        return;
      default:
        this.escaped = true;
    }
  }

  #named(binding: Binding, steps: number): void {
    if (binding.uses.some(({ write }) => write)) this.escaped = true;
    for (const use of namings(this.inference.script).get(binding) ?? []) this.follow(use, steps - 1);
  }

  #member(member: Extract<Expression, { kind: "member" }>): void {
    const around = parents(this.inference.script).get(member);
    const add = (value: Expression | null) => {
      const { text } = member.name;
      const { writes } = this.changes;
      writes.set(text, [...(writes.get(text) ?? []), { target: member, value }]);
    };
    if (around?.kind === "assign" && around.targets.includes(member))
      add(around.values[around.targets.indexOf(member)] ?? null);
    else if (around?.kind === "function" && "target" in around && around.target === member) add(around.body);
    // A method takes its table as `self`.
    else if (member.style === ":") this.escaped = true;
  }

  #argument(call: CallExpression, holder: Expression, steps: number): void {
    const { of } = this.inference;
    if (call.callee === holder) return;
    const called = of(call.callee);
    const position = call.args.indexOf(holder);
    if (called?.kind === "namespace") return;
    if (called?.kind === "standard") {
      const skipped = argumentsSkipped(called);
      const inner = skipped > 0 && call.args[0] !== undefined ? of(call.args[0]) : null;
      if (inner?.kind === "namespace" || (READERS.has(called.name) && skipped === 0)) return;
      if (inner?.kind === "function") this.#parameter(inner.body, position - skipped, steps);
      else if (CHANGERS.has(called.name)) this.changes.open = true;
      else this.escaped = true;
      return;
    }
    if (called?.kind === "function") this.#parameter(called.body, position, steps);
    else this.escaped = true;
  }

  /** Whether a table goes from where it is written straight to the host. */
  #handedOver(table: TableExpression): boolean {
    const { script, of } = this.inference;
    for (
      let around = parents(script).get(table);
      around !== undefined;
      around = parents(script).get(around)
    ) {
      if (around.kind === "table" || around.kind === "paren") continue;
      if (around.kind !== "call") return false;
      const callee = of(around.callee);
      const called =
        argumentsSkipped(callee) > 0 && around.args[0] !== undefined ? of(around.args[0]) : callee;
      return called?.kind === "namespace";
    }
    return false;
  }

  #parameter({ parameters, vararg }: FunctionExpression, position: number, steps: number): void {
    const parameter = parameters[position];
    if (parameter !== undefined) this.#named(parameter, steps);
    else if (vararg) this.escaped = true;
  }
}

/** Functions that only look at a table, or hand out what is in it. */
const READERS: ReadonlySet<string> = new Set([
  ...["print", "dump", "type", "tostring", "pairs", "ipairs", "next", "rawget", "rawlen", "rawequal"],
  ...["json.encode", "table.concat", "table.unpack", "getmetatable"],
]);
/** Functions that change their first argument, or may. */
const CHANGERS: ReadonlySet<string> = new Set([
  ...["rawset", "setmetatable", "table.insert", "table.remove", "table.sort", "table.move"],
]);

/** Every field that the script sets in a table that may be any. */
const anywhere = onceFor((inference): TableChanges => {
  const { script, of } = inference;
  const writes = new Map<string, FieldWrite[]>();
  let open = false;
  const add = (target: Expression, value: Expression | null) => {
    if (target.kind === "member")
      writes.set(target.name.text, [...(writes.get(target.name.text) ?? []), { target, value }]);
    if (target.kind === "index" && !isOther(target.object)) open = true;
  };
  for (const node of nodes(script).statements) {
    if (node.kind === "assign")
      for (const [at, target] of node.targets.entries()) add(target, node.values[at] ?? null);
    if (node.kind === "function") add(node.target, node.body);
  }
  for (const node of nodes(script).expressions) {
    const called = node.kind === "call" ? of(node.callee) : null;
    if (called?.kind === "standard" && (called.name === "rawset" || called.name === "setmetatable"))
      open = true;
  }
  return { writes, sure: false, open };
});

/** A local with a table of its own that is never put anywhere else under another name. */
function isOther(object: Expression): boolean {
  if (object.kind !== "name" || object.binding === null) return false;
  const { origin, uses } = object.binding;
  return origin.kind === "value" && origin.value.kind === "table" && uses.every(({ write }) => !write);
}

/** What the parameters of the script's functions are given in calls. */
const argumentsOf = onceFor((inference): ReadonlyMap<Binding, readonly Expression[]> => {
  const { script, of } = inference;
  const given = new Map<Binding, Expression[]>();
  for (const node of nodes(script).expressions) {
    if (node.kind !== "call") continue;
    const skipped = argumentsSkipped(of(node.callee));
    const target = skipped === 0 ? of(node.callee) : node.args[0] === undefined ? null : of(node.args[0]);
    if (target?.kind !== "function") continue;
    for (const [at, argument] of node.args.slice(skipped).entries()) {
      const parameter = target.body.parameters[at];
      if (parameter === undefined) continue;
      const list = given.get(parameter);
      if (list === undefined) given.set(parameter, [argument]);
      else list.push(argument);
    }
  }
  return given;
});
