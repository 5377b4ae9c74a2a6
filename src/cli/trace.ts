/** What `--trace` and `--break` write of a run, on the run's thread. */
import type { Expression } from "../language/parse/ast";
import { LuaDebug } from "../runtime/lua-api";
import { entryTexts } from "../runtime/output-entry";
import { parseRow } from "../sandbox/protocol";
import type { JsonValue } from "../shared/json";
import { functionNames } from "../steps/function-names";
import { plainValue } from "../steps/plain-value";
import { evaluate } from "../steps/recorder/evaluate";
import { globalNames, readMoment } from "../steps/recorder/moment-reader";
import { ValueReader } from "../steps/recorder/read-value";
import { createRecorder, type Recorded } from "../steps/recorder/recorder";
import { TRANSFER } from "../steps/recorder/trace-api";
import type { StepKind, StepPlace } from "../steps/step";
import type { ScriptEvent } from "./run-script";

/** A line at which the stack is printed. */
export interface Breakpoint {
  readonly line: number;
  /** Only if it is true; `null` for always. */
  readonly condition: Expression | null;
}

export type TraceWish =
  | { readonly kind: "events"; readonly locals: boolean }
  | { readonly kind: "breaks"; readonly breaks: readonly Breakpoint[] };

const LIMITS = { depth: 8, fields: 200, allFields: 5_000, text: 10_000 };

/** Makes an observer of a run. `write` gets whole lines. `emit` must see the run's events before anyone else. */
export function createTrace(wish: TraceWish, source: string, write: (text: string) => void) {
  const names = functionNames(source);
  let before: ReadonlySet<string> = new Set();
  let steps = 0;
  let failed = false;
  let printed = "";
  let row: unknown = null;
  const changed = changedLocals();
  const events = (kind: StepKind, place: StepPlace, vm: Recorded): void => {
    write(`${JSON.stringify({ step: steps, event: kind, ...place, ...details(kind, place, vm) })}\n`);
  };
  const details = (
    kind: StepKind,
    { depth }: StepPlace,
    vm: Recorded,
  ): Readonly<Record<string, JsonValue>> => {
    switch (kind) {
      case "line":
        return wish.kind === "events" && wish.locals ? { locals: changed.at(depth, vm) } : {};
      case "call":
        changed.begin(depth);
        return { name: functionName(vm, names) };
      case "return":
        return { name: functionName(vm, names) };
      case "print":
        return { text: printed };
      case "request":
        return requested(row);
      case "error":
        if (vm.uncaught === 0) return { message: caughtMessage(vm), caught: true };
        failed = true;
        return { message: uncaughtMessage(vm), caught: false };
      case "end":
        return {};
    }
  };
  const breaks = (kind: StepKind, { line }: StepPlace, vm: Recorded): void => {
    if (kind !== "line" || wish.kind !== "breaks") return;
    for (const { condition } of wish.breaks.filter((one) => one.line === line)) {
      const met = condition === null ? null : evaluate(vm, condition, { thread: 0, frame: 0 }, LIMITS);
      if (met?.ok === false)
        write(`Line ${line}, step ${steps}: the condition has no value: ${met.message}\n`);
      else if (met === null || met.holds) write(stackText(line, steps, vm, before));
    }
  };
  const recorder = createRecorder({
    begin(vm, L) {
      before = globalNames(vm, L);
    },
    step(kind, place, vm) {
      steps++;
      (wish.kind === "events" ? events : breaks)(kind, place, vm);
    },
  });
  return {
    recorder,
    emit(event: ScriptEvent): void {
      if (event.kind === "output") printed = entryTexts(event.frames).join("\n");
      if (event.kind === "row") row = event.row;
    },
    /** How many steps there were so far. */
    count: () => steps,
    /** Whether the error that ended the run has been reported. */
    failed: () => failed,
  };
}

function functionName(vm: Recorded, names: ReadonlyMap<number, string>): string | null {
  const { api, lua, values, activation } = vm;
  const [running] = vm.threads.waiting;
  if (running === undefined) return null;
  api.lua_getinfo(running.L, values.name("Sln"), activation);
  if (values.textAt(lua.word(activation + LuaDebug.what)) === "main") return "main chunk";
  const given = names.get(lua.word(activation + LuaDebug.lineDefined));
  if (given !== undefined) return given;
  const name = lua.word(activation + LuaDebug.name);
  return name === 0 ? null : values.textAt(name);
}

/** The second result of the `pcall` that is returning. */
function caughtMessage(vm: Recorded): JsonValue {
  const { api, lua, values, activation } = vm;
  const [running] = vm.threads.waiting;
  if (running === undefined) return null;
  api.lua_getinfo(running.L, values.name("r"), activation);
  const word = lua.word(activation + TRANSFER);
  const first = word & 0xffff;
  if (word >>> 16 < 2 || api.lua_checkstack(running.L, 20) === 0) return null;
  if (api.lua_getlocal(running.L, activation, first + 1) === 0) return null;
  const reader = new ValueReader(vm, LIMITS);
  return plainValue(reader.pop(running.L), reader.tables);
}

function uncaughtMessage(vm: Recorded): JsonValue {
  vm.api.lua_pushvalue(vm.uncaught, 1);
  const reader = new ValueReader(vm, LIMITS);
  return plainValue(reader.pop(vm.uncaught), reader.tables);
}

function requested(given: unknown): Readonly<Record<string, JsonValue>> {
  if (given === null) return { path: null, status: null, ok: false };
  const { path, status, response } = parseRow(given);
  return { path, status: response?.status ?? null, ok: status === "ok" };
}

/** The variables of the innermost frame that are new or different since that frame's last line. */
function changedLocals() {
  const last: Map<string, string>[] = [];
  return {
    begin(depth: number) {
      last.length = Math.min(last.length, depth);
    },
    at(depth: number, vm: Recorded): JsonValue {
      const { threads, tables } = readMoment(vm, new Set(), LIMITS);
      const frame = threads[0]?.frames[0];
      const known = last[depth] ?? new Map<string, string>();
      const changes: Record<string, JsonValue> = {};
      const now = new Map<string, string>();
      for (const { name, value } of [...(frame?.upvalues ?? []), ...(frame?.locals ?? [])]) {
        const plain = plainValue(value, tables);
        const text = JSON.stringify(plain);
        now.set(name, text);
        if (known.get(name) !== text) changes[name] = plain;
      }
      last.length = depth;
      last[depth] = now;
      return changes;
    },
  };
}

function stackText(line: number, step: number, vm: Recorded, before: ReadonlySet<string>): string {
  const { threads, globals, tables } = readMoment(vm, before, LIMITS);
  const shown = (variables: typeof globals, indent: string): string[] =>
    variables.map(({ name, value }) => `${indent}${name} = ${JSON.stringify(plainValue(value, tables))}`);
  const lines = [`Line ${line}, step ${step}`];
  for (const { id, frames, skipped } of threads) {
    if (id !== 0) lines.push(`  coroutine ${id}`);
    for (const frame of frames) {
      lines.push(`  ${frame.what}, line ${frame.line}`);
      lines.push(...shown(frame.locals, "    "), ...shown(frame.upvalues, "    (outer) "));
    }
    if (skipped > 0) lines.push(`  and ${skipped} more`);
  }
  if (globals.length > 0) lines.push("  globals", ...shown(globals, "    "));
  return `${lines.join("\n")}\n`;
}
