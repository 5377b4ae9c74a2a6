/** What a script does to one of its own tables after making it. */

import type { Binding, CallExpression, Expression, FunctionExpression, TableExpression } from "../parse/ast";
import { isSetAgain, namings, nodes, parents } from "../parse/walk";
import { spend } from "../work";
import { argumentsSkipped } from "./calls";
import { type Inference, onceFor } from "./value";

/** How far a table is followed from name to name. */
const MAX_STEPS = 12;

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
    spend(1);
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
    if (isSetAgain(binding)) this.escaped = true;
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
