/** What a script does to one of its own tables after making it. */

import type {
  Binding,
  CallExpression,
  Expression,
  FunctionExpression,
  Statement,
  TableExpression,
} from "../parse/ast";
import { isSetAgain, type Node, namings, parents } from "../parse/walk";
import { spend } from "../work";
import { isAppend, isNextItem } from "./appends";
import { argumentsSkipped } from "./calls";
import {
  type Addition,
  CHANGERS,
  changedAnywhere,
  type FieldWrite,
  type TableChanges,
} from "./changed-anywhere";
import { type Inference, onceFor } from "./value";

/** How far a table is followed from name to name. */
const MAX_STEPS = 12;

const knownChanges = onceFor(() => new Map<TableExpression, TableChanges>());

/** Finds what the script does to a table. */
export function changesOf(table: TableExpression, inference: Inference): TableChanges {
  const known = knownChanges(inference);
  const before = known.get(table);
  if (before !== undefined) return before;
  // A lookup that recurs while in progress depends on itself.
  known.set(table, { writes: new Map(), added: [], sure: true, open: true });
  const search = new ChangeSearch(table, inference);
  search.follow(table, MAX_STEPS, []);
  const found = search.escaped ? changedAnywhere(inference) : search.changes();
  const changes = search.open ? { ...found, open: true } : found;
  known.set(table, changes);
  return changes;
}

/** Where a table is in another one: its key, or `null` for a list's item of unknown position. */
type Path = readonly (string | number | null)[];

/** Follows a table to every place that names it, or that names a table it is in. */
class ChangeSearch {
  readonly #writes = new Map<string, FieldWrite[]>();
  readonly #added = new Map<Expression, Addition>();
  readonly #from = new Set<Expression>();
  open = false;
  /** It is put somewhere where it cannot be followed. */
  escaped = false;

  constructor(
    readonly table: TableExpression,
    readonly inference: Inference,
  ) {}

  changes(): TableChanges {
    const added = [...this.#added.values()].sort((a, b) => a.start - b.start);
    return { writes: this.#writes, added, sure: true, open: this.open };
  }

  /** Follows an expression that is the table, or that has it at a path. */
  follow(holder: Expression, steps: number, path: Path): void {
    const { script } = this.inference;
    const around = parents(script).get(holder);
    spend(1);
    if (steps <= 0) {
      this.escaped = true;
      return;
    }
    switch (around?.kind) {
      case "paren":
        this.follow(around, steps - 1, path);
        return;
      case "binary":
        if (around.operator === "and" || around.operator === "or") this.follow(around, steps - 1, path);
        return;
      case "local": {
        const binding = around.bindings[around.values.indexOf(holder)];
        if (binding !== undefined) this.#named(binding, steps, path);
        return;
      }
      case "assign":
        this.#assigned(around, holder, steps, path);
        return;
      case "member":
        this.#member(around, steps, path);
        return;
      case "index":
        if (around.object === holder) this.#index(around, steps, path);
        return;
      case "call":
        this.#argument(around, holder, steps, path);
        return;
      case "table": {
        const key = keyOf(holder, around);
        if (key === null) this.escaped = true;
        else this.follow(around, steps - 1, [key, ...path]);
        return;
      }
      case "return":
        // The script can no longer change what the chunk returns.
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

  #named(binding: Binding, steps: number, path: Path): void {
    if (isSetAgain(binding)) this.escaped = true;
    for (const use of namings(this.inference.script).get(binding) ?? []) this.follow(use, steps - 1, path);
  }

  /** The table is given to a name or field, or the holder is what something is given to. */
  #assigned(around: Assignment, holder: Expression, steps: number, path: Path): void {
    const target = around.targets[around.values.indexOf(holder)];
    if (target !== undefined) this.#from.add(target);
    if (target?.kind === "member") this.#putInto(target.object, steps, [target.name.text, ...path]);
    else if (target?.kind === "index" && isNextItem(target))
      this.#putInto(target.object, steps, [null, ...path]);
    else this.escaped = true;
  }

  /** Follows a table into which the holder is put. */
  #putInto(table: Expression, steps: number, path: Path): void {
    if (table.kind === "member") this.#putInto(table.object, steps, [table.name.text, ...path]);
    else if (table.kind === "name" && table.binding !== null) this.#named(table.binding, steps, path);
    else this.escaped = true;
  }

  #member(member: Extract<Expression, { kind: "member" }>, steps: number, path: Path): void {
    const around = parents(this.inference.script).get(member);
    const isTarget = around?.kind === "assign" && around.targets.includes(member);
    const isFunction = around?.kind === "function" && "target" in around && around.target === member;
    const { text } = member.name;
    const [key, ...rest] = path;
    if (key !== undefined) {
      if (member.style === ":") this.escaped = true;
      // Another table may come in its place.
      else if (key === text && (isTarget || isFunction)) this.open ||= !this.#from.has(member);
      else if (key === text) this.follow(member, steps - 1, rest);
    } else if (isTarget) this.#write(member, around.values[around.targets.indexOf(member)] ?? null);
    else if (isFunction && around.kind === "function") this.#write(member, around.body);
    // A method gets its table as `self`.
    else if (member.style === ":") this.escaped = true;
  }

  #write(target: FieldWrite["target"], value: Expression | null): void {
    const { text } = target.name;
    this.#writes.set(text, [...(this.#writes.get(text) ?? []), { target, value }]);
  }

  #index(index: Extract<Expression, { kind: "index" }>, steps: number, path: Path): void {
    const around = parents(this.inference.script).get(index);
    const isTarget = around?.kind === "assign" && around.targets.includes(index);
    const [key, ...rest] = path;
    if (isTarget && isNextItem(index)) {
      if (key === undefined) this.#add(index, around.values[around.targets.indexOf(index)] ?? null);
    } else if (isTarget) this.open = true;
    else if (index.key.kind === "number" && typeof key === "number") {
      if (Number(index.key.text) === key) this.follow(index, steps - 1, rest);
    } else if (key !== undefined) this.escaped = true;
  }

  /** Notes a value that is added by the call or assignment `by`. */
  #add(by: Expression, value: Expression | null): void {
    const statement = parents(this.inference.script).get(by);
    const always =
      statement !== undefined &&
      (statement.kind === "expression" || statement.kind === "assign") &&
      blockAround(statement, this.inference) === blockAround(this.table, this.inference);
    if (value === null) this.open = true;
    else this.#added.set(by, { value, start: by.start, always });
  }

  #argument(call: CallExpression, holder: Expression, steps: number, path: Path): void {
    const { of } = this.inference;
    if (call.callee === holder) return;
    const called = of(call.callee);
    const position = call.args.indexOf(holder);
    if (called?.kind === "namespace") return;
    if (called?.kind === "function") {
      this.#parameter(called.body, position, steps, path);
      return;
    }
    if (called?.kind !== "standard") {
      this.escaped = true;
      return;
    }
    const skipped = argumentsSkipped(called);
    const inner = skipped > 0 && call.args[0] !== undefined ? of(call.args[0]) : null;
    if (inner?.kind === "namespace" || (skipped === 0 && isRead(called.name, path))) return;
    if (inner?.kind === "function") this.#parameter(inner.body, position - skipped, steps, path);
    // `pcall(table.insert, t, value)`.
    else if (inner?.kind === "standard") this.open = true;
    else if (called.name === "table.insert" && isAppend(call)) this.#appended(call, position, steps, path);
    else if (CHANGERS.has(called.name) && position === 0 && path.length === 0) this.open = true;
    else this.escaped = true;
  }

  /** The holder is the list or the value of `table.insert(list, value)`. */
  #appended(call: CallExpression, position: number, steps: number, path: Path): void {
    const [list, value] = call.args;
    if (position === 0) {
      if (path.length === 0) this.#add(call, value ?? null);
    } else if (list !== undefined) this.#putInto(list, steps, [null, ...path]);
  }

  #parameter({ parameters, vararg }: FunctionExpression, position: number, steps: number, path: Path): void {
    const parameter = parameters[position];
    if (parameter !== undefined) this.#named(parameter, steps, path);
    else if (vararg) this.escaped = true;
  }
}

type Assignment = Extract<Statement, { kind: "assign" }>;

/** The key of a table's field by its value, or `null` if it is computed. */
function keyOf(value: Expression, { fields }: TableExpression): string | number | null {
  const items = fields.filter(({ kind }) => kind === "item");
  const field = fields.find((one) => one.value === value);
  if (field?.kind === "named") return field.name.text;
  return field?.kind === "item" ? items.indexOf(field) + 1 : null;
}

/** Returns the innermost block around a node. */
function blockAround(node: Node, { script }: Inference): Node | undefined {
  let around = parents(script).get(node);
  while (around !== undefined && around.kind !== "block") around = parents(script).get(around);
  return around;
}

/** Whether a library function only reads a table, and returns nothing at the path that could be changed. */
function isRead(name: string, path: Path): boolean {
  return READERS.has(name) || (path.length === 0 && ITEM_READERS.has(name));
}

/** Functions that only read a table. */
const READERS: ReadonlySet<string> = new Set([
  ...[
    "print",
    "dump",
    "type",
    "tostring",
    "rawlen",
    "rawequal",
    "json.encode",
    "table.concat",
    "getmetatable",
  ],
]);
/** Functions that return a table's contents. */
const ITEM_READERS: ReadonlySet<string> = new Set(["pairs", "ipairs", "next", "rawget", "table.unpack"]);
