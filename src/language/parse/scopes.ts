/** Which local a name means, and the rules of labels, `goto` and `break` (Lua 5.4 manual §3.3.4, §3.5; lparser.c). */

import { firstIndex } from "../../shared/first-index";
import { spend } from "../work";
import type { Binding, Expression, FunctionExpression, Identifier, NameExpression, Range } from "./ast";
import type { Cursor } from "./cursor";

interface Label extends Identifier {
  /** Locals active at the label. */
  readonly active: number;
}

interface Goto extends Identifier {
  active: number;
}

interface BlockScope {
  readonly base: number;
  readonly firstLabel: number;
  readonly firstGoto: number;
  readonly loop: boolean;
}

interface FunctionScope {
  readonly vararg: boolean;
  readonly active: Binding[];
  readonly labels: Label[];
  readonly gotos: Goto[];
  readonly blocks: BlockScope[];
}

/** MAXVARS of lparser.c, a function's parameters among them. */
const MAX_LOCALS = 200;

export class Scopes {
  readonly bindings: Binding[] = [];
  readonly globals: (Identifier & { write: boolean })[] = [];
  readonly #functions: FunctionScope[] = [];
  /** Locals that can be named here, by name, the innermost last. */
  readonly #visible = new Map<string, Binding[]>();
  /** The local last named. */
  #named: Binding | null = null;

  constructor(readonly cursor: Cursor) {}

  get vararg(): boolean {
    return this.#functions.at(-1)?.vararg ?? true;
  }

  enterFunction(vararg: boolean): void {
    this.#functions.push({ vararg, active: [], labels: [], gotos: [], blocks: [] });
    this.enterBlock(false);
  }

  leaveFunction(end: number): void {
    const scope = this.#functions.at(-1);
    this.leaveBlock(end);
    for (const pending of scope?.gotos ?? [])
      if (pending.text !== "")
        this.cursor.report(
          pending,
          `no visible label '${pending.text}' for <goto> at line ${this.cursor.line(pending.start)}`,
        );
    this.#functions.pop();
  }

  enterBlock(loop: boolean): void {
    const scope = this.#functions.at(-1);
    if (scope === undefined) return;
    scope.blocks.push({
      base: scope.active.length,
      firstLabel: scope.labels.length,
      firstGoto: scope.gotos.length,
      loop,
    });
  }

  leaveBlock(end: number): void {
    const scope = this.#functions.at(-1);
    const block = scope?.blocks.pop();
    if (scope === undefined || block === undefined) return;
    for (const binding of scope.active.splice(block.base)) {
      binding.visibleTo = end;
      this.#visible.get(binding.text)?.pop();
    }
    scope.labels.length = block.firstLabel;
    spend((scope.gotos.length - block.firstGoto) * 0.05);
    for (const pending of scope.gotos.slice(block.firstGoto))
      pending.active = Math.min(pending.active, block.base);
  }

  /** Makes a binding that cannot be named yet. */
  declare(name: Identifier, kind: Binding["kind"], attrib: string | null = null): Binding {
    const { start, end, text } = name;
    const origin = { kind: "unknown" } as const;
    const binding = {
      start,
      end,
      text,
      kind,
      attrib,
      bare: false,
      origin,
      visibleFrom: end,
      visibleTo: Infinity,
      uses: [],
    };
    this.bindings.push(binding);
    return binding;
  }

  /** Lets bindings be named from `offset` on. */
  activate(bindings: readonly Binding[], offset: number): void {
    const active = this.#functions.at(-1)?.active ?? [];
    for (const binding of bindings) {
      binding.visibleFrom = offset;
      if (binding.text === "") continue;
      active.push(binding);
      const visible = this.#visible.get(binding.text);
      if (visible === undefined) this.#visible.set(binding.text, [binding]);
      else visible.push(binding);
      if (active.length === MAX_LOCALS + 1)
        this.cursor.report(binding, `too many local variables (limit is ${MAX_LOCALS}) in one function`);
    }
  }

  /** The expression for a name that is read here. */
  use(name: Identifier): NameExpression {
    const binding = this.#visible.get(name.text)?.at(-1) ?? null;
    this.#named = binding;
    const { start, end, text } = name;
    if (binding === null) this.globals.push({ start, end, text, write: false });
    else binding.uses.push({ start, end, write: false });
    return { kind: "name", start, end, text, binding };
  }

  /** Notes that a name is written, not read. */
  markWrite(name: NameExpression): void {
    if (name.binding === null) {
      const use = this.globals[indexAt(this.globals, name.start)];
      if (use?.start === name.start) use.write = true;
      return;
    }
    const { uses } = name.binding;
    const at = indexAt(uses, name.start);
    if (uses[at]?.start === name.start) uses[at] = { start: name.start, end: name.end, write: true };
    if (name.binding.attrib !== null)
      this.cursor.report(name, `attempt to assign to const variable '${name.text}'`);
  }

  /** Forgets the use of a global at an offset: the word turned out not to be a name. */
  forget(start: number): void {
    const at = indexAt(this.globals, start);
    if (this.globals[at]?.start === start) this.globals.splice(at, 1);
  }

  /** Notes that the name ending at an offset is set, although it was read as the end of the statement before. */
  markStray(end: number): void {
    const last = this.globals.at(-1);
    if (last?.end === end) last.write = true;
    if (this.#named?.uses.at(-1)?.end !== end) return;
    this.#named.origin = { kind: "unknown" };
    this.#named.bare = false;
  }

  breakOut(range: Range): void {
    if (this.#functions.at(-1)?.blocks.some((block) => block.loop)) return;
    this.cursor.report(range, `break outside loop at line ${this.cursor.line(range.start)}`);
  }

  goto(name: Identifier): void {
    const scope = this.#functions.at(-1);
    if (scope === undefined) return;
    spend(scope.labels.length * 0.05);
    if (scope.labels.some((label) => label.text === name.text)) return;
    scope.gotos.push({ ...name, active: scope.active.length });
  }

  /** A label. `last`: only void statements follow in its block, so it counts as outside the scope of the block's locals. */
  label(name: Identifier, last: boolean): void {
    const scope = this.#functions.at(-1);
    const block = scope?.blocks.at(-1);
    if (scope === undefined || block === undefined || name.text === "") return;
    spend((scope.labels.length + scope.gotos.length) * 0.05);
    const twin = scope.labels.find((label) => label.text === name.text);
    if (twin !== undefined) {
      const line = this.cursor.line(twin.start);
      this.cursor.report(name, `label '${name.text}' already defined on line ${line}`);
      return;
    }
    const active = last ? block.base : scope.active.length;
    scope.labels.push({ ...name, active });
    const pending = scope.gotos.slice(block.firstGoto);
    scope.gotos.length = block.firstGoto;
    for (const jump of pending) {
      if (jump.text !== name.text) scope.gotos.push(jump);
      else if (jump.active < active) {
        const line = this.cursor.line(jump.start);
        const local = scope.active[jump.active]?.text ?? "?";
        this.cursor.report(
          jump,
          `<goto ${name.text}> at line ${line} jumps into the scope of local '${local}'`,
        );
      }
    }
  }
}

/** The index of what begins at an offset, in a list in the order of the text, or where that would be. */
function indexAt(list: readonly Range[], start: number): number {
  return firstIndex(list.length, (index) => (list[index]?.start ?? 0) >= start);
}

/** Shared by the rules for statements and expressions. */
export interface Parser {
  readonly cursor: Cursor;
  readonly scopes: Scopes;
  expression(): Expression;
  /** A function's parameters and body, from `(` to `end`; `self` for methods. */
  functionBody(start: number, self: boolean): FunctionExpression;
  /** Runs `rule` one level deeper. Beyond the real compiler's 200 levels, reports that and skips the rest of the file. */
  deeper<T>(rule: () => T, otherwise: () => T): T;
}
