import type { TraceFrame } from "../../runtime/host";
import { type LuaState, LuaType, type Pointer, REGISTRY } from "../../runtime/lua-api";
import type { Moment, ShownFrame, ShownThread, ShownVariable } from "../moment";
import type { Thread } from "./open-calls";
import { type ReadLimits, ValueReader } from "./read-value";
import type { Recorded } from "./recorder";

/** Levels of a stack that are looked at, and frames of them that are shown. */
const MOST_LEVELS = 2_000;
const MOST_FRAMES = 50;
/** Registry index of the table of globals (lua.h: LUA_RIDX_GLOBALS). */
export const GLOBALS = 2n;

/** Returns the names of all globals, by which those that the script adds are known later. */
export function globalNames(vm: Recorded, L: LuaState): ReadonlySet<string> {
  const names = new Set<string>();
  eachGlobal(vm, L, (name) => {
    names.add(name);
    vm.api.lua_settop(L, -2);
  });
  return names;
}

/** Reads everything that can be seen at this step. `before`: the globals that are not the script's. */
export function readMoment(vm: Recorded, before: ReadonlySet<string>, limits: ReadLimits): Moment {
  const reader = new ValueReader(vm, limits);
  const threads = vm.threads.waiting.map((thread) => readThread(vm, thread, reader));
  const globals: ShownVariable[] = [];
  const [running] = vm.threads.waiting;
  if (running !== undefined) {
    eachGlobal(vm, running.L, (name) => {
      if (before.has(name)) vm.api.lua_settop(running.L, -2);
      else globals.push({ name, value: reader.pop(running.L) });
    });
  }
  return { threads, globals, tables: reader.tables };
}

function readThread(vm: Recorded, { id, L }: Thread, reader: ValueReader): ShownThread {
  const frames: ShownFrame[] = [];
  let skipped = 0;
  if (vm.api.lua_checkstack(L, 12) === 0) return { id, frames, skipped };
  for (let level = 0; level < MOST_LEVELS && vm.api.lua_getstack(L, level, vm.scratch) !== 0; level++) {
    const frame = vm.stack.frameAt(L, level);
    if (frame === null) continue;
    if (frames.length === MOST_FRAMES) skipped++;
    else frames.push({ ...shownFrame(frame), ...readFrame(vm, L, level, reader) });
  }
  return { id, frames, skipped };
}

const shownFrame = ({ what, line }: TraceFrame) => ({ what, line });

function readFrame(vm: Recorded, L: LuaState, level: number, reader: ValueReader) {
  const { api, values, scratch } = vm;
  const at = () => api.lua_getstack(L, level, scratch);
  const locals = new Map<string, ShownVariable>();
  const add = (index: number, nameOf: (name: string) => string | null): boolean => {
    at();
    const pointer = api.lua_getlocal(L, scratch, index);
    if (pointer === 0) return false;
    const name = nameOf(values.textAt(pointer));
    // Of several with the same name, only the innermost is visible.
    if (name === null) api.lua_settop(L, -2);
    else {
      locals.delete(name);
      locals.set(name, { name, value: reader.pop(L) });
    }
    return true;
  };
  for (let index = 1; add(index, (name) => (name.startsWith("(") ? null : name)); index++);
  for (let index = 1; add(-index, () => `... (${index})`); index++);
  at();
  api.lua_getinfo(L, values.name("f"), scratch);
  const upvalues: ShownVariable[] = [];
  for (let index = 1; ; index++) {
    const pointer: Pointer = api.lua_getupvalue(L, -1, index);
    if (pointer === 0) break;
    const name = values.textAt(pointer);
    if (name === "_ENV") api.lua_settop(L, -2);
    else upvalues.push({ name, value: reader.pop(L) });
  }
  api.lua_settop(L, -2);
  return { locals: [...locals.values()], upvalues };
}

/** Calls `visit` with each global that has a name, its value on top of the stack. `visit` must pop it. */
function eachGlobal({ api, values }: Recorded, L: LuaState, visit: (name: string) => void): void {
  if (api.lua_checkstack(L, 12) === 0) return;
  api.lua_rawgeti(L, REGISTRY, GLOBALS);
  api.lua_pushnil(L);
  while (api.lua_next(L, -2) !== 0) {
    if (api.lua_type(L, -2) === LuaType.string) visit(values.text(L, -2) ?? "");
    else api.lua_settop(L, -2);
  }
  api.lua_settop(L, -2);
}
