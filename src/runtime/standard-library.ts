import { raise, type VmParts } from "./door";
import type { Host } from "./host";
import { type LuaState, LuaType, type Pointer, REGISTRY } from "./lua-api";
import type { CFunction } from "./natives";

/** Base functions that scripts do not get (`docs/runtime.md`). */
const NO_BASE = ["dofile", "loadfile"];
const NO_STRING = ["dump"];

/** Milliseconds the script itself has computed so far. */
export type OwnTime = () => number;

/**
 * Opens Lua's library as far as the contract grants it: no io, package, os but the clock, debug but `traceback`; `load` for text
 * only. Wrapped functions call the originals in their own frame, so that error texts stay Lua's.
 */
export function openStandardLibrary(parts: VmParts, L: LuaState, host: Host, ownTime: OwnTime): void {
  const { lua, values } = parts;
  const { api } = lua;
  const open = (name: string, opener: (L: LuaState) => number): void => {
    api.luaL_requiref(L, values.name(name), lua.cfunction(opener), 1);
    api.lua_settop(L, -2);
  };
  open("_G", api.luaopen_base);
  open("coroutine", api.luaopen_coroutine);
  open("table", api.luaopen_table);
  open("string", api.luaopen_string);
  open("math", api.luaopen_math);
  open("utf8", api.luaopen_utf8);

  for (const name of NO_BASE) {
    api.lua_pushnil(L);
    api.lua_setglobal(L, values.name(name));
  }
  api.lua_getglobal(L, values.name("string"));
  for (const name of NO_STRING) {
    api.lua_pushnil(L);
    api.lua_setfield(L, -2, values.name(name));
  }
  api.lua_settop(L, -2);

  const original = (name: string): Pointer => {
    api.lua_getglobal(L, values.name(name));
    const address = api.lua_tocfunction(L, -1);
    api.lua_settop(L, -2);
    return address;
  };
  const setGlobal = (name: string, fn: CFunction): void => {
    api.lua_pushcclosure(L, lua.cfunction(fn), 0);
    api.lua_setglobal(L, values.name(name));
  };
  setGlobal("load", textOnlyLoad(parts, original("load")));
  setGlobal("collectgarbage", collectOnly(parts, original("collectgarbage")));

  const library = (name: string, functions: Readonly<Record<string, CFunction>>): void => {
    api.lua_createtable(L, 0, Object.keys(functions).length);
    for (const [key, fn] of Object.entries(functions)) {
      api.lua_pushcclosure(L, lua.cfunction(fn), 0);
      api.lua_setfield(L, -2, values.name(key));
    }
    registerLoaded(parts, L, name);
    api.lua_setglobal(L, values.name(name));
  };
  library("debug", { traceback: traceback(parts) });
  library("os", osFunctions(parts, L, host, ownTime));
}

function textOnlyLoad({ lua, values }: VmParts, load: Pointer): CFunction {
  const { api } = lua;
  return (L) => {
    if (api.lua_gettop(L) < 3) api.lua_settop(L, 3);
    values.pushText(L, "t");
    api.lua_copy(L, -1, 3);
    api.lua_settop(L, -2);
    return lua.delegate(load, L);
  };
}

function collectOnly(parts: VmParts, collect: Pointer): CFunction {
  const { lua, values } = parts;
  return (L) => {
    const option = lua.api.lua_type(L, 1) <= LuaType.nil ? "collect" : values.text(L, 1);
    if (option === "count" || option === "collect") return lua.delegate(collect, L);
    const given = option === null ? "that" : `"${option}"`;
    return raise(parts, L, `collectgarbage takes "count" and "collect" here; ${given} is not available.`);
  };
}

function traceback({ lua, values, stack }: VmParts): CFunction {
  const { api } = lua;
  return (L) => {
    const first = api.lua_type(L, 1) === LuaType.thread ? 1 : 0;
    const of = first === 1 ? api.lua_tothread(L, 1) : L;
    const kind = api.lua_type(L, first + 1);
    if (kind > LuaType.nil && kind !== LuaType.string && kind !== LuaType.number) {
      api.lua_settop(L, first + 1);
      return 1;
    }
    const given = values.bytes(L, first + 1)?.slice();
    const level =
      api.lua_type(L, first + 2) > LuaType.nil ? api.lua_tonumberx(L, first + 2, 0) : of === L ? 1 : 0;
    const trace = new TextEncoder().encode(`${given ? "\n" : ""}${stack.traceback(L, of, level)}`);
    const whole = new Uint8Array((given?.length ?? 0) + trace.length);
    if (given) whole.set(given);
    whole.set(trace, given?.length ?? 0);
    values.pushBytes(L, whole);
    return 1;
  };
}

/** `os.time` and `os.date` by the host's clock when no time is given; `os.clock` without the time spent waiting for calls. */
function osFunctions(
  { lua, values }: VmParts,
  L: LuaState,
  host: Host,
  ownTime: OwnTime,
): Readonly<Record<string, CFunction>> {
  const { api } = lua;
  api.luaopen_os(L);
  const original = (name: string): Pointer => {
    api.lua_getfield(L, -1, values.name(name));
    const address = api.lua_tocfunction(L, -1);
    api.lua_settop(L, -2);
    return address;
  };
  const date = original("date");
  const time = original("time");
  const difftime = original("difftime");
  api.lua_settop(L, -2);
  const now = (): bigint => BigInt(Math.floor(host.now() / 1000));
  return {
    clock: (L) => {
      api.lua_pushnumber(L, ownTime() / 1000);
      return 1;
    },
    date: (L) => {
      if (api.lua_type(L, 2) <= LuaType.nil) {
        api.lua_settop(L, 1);
        api.lua_pushinteger(L, now());
      }
      return lua.delegate(date, L);
    },
    difftime: (L) => lua.delegate(difftime, L),
    time: (L) => {
      if (api.lua_type(L, 1) > LuaType.nil) return lua.delegate(time, L);
      api.lua_pushinteger(L, now());
      return 1;
    },
  };
}

/** Makes the table on top of the stack known by name to Lua's error texts ("bad argument #1 to 'json.decode'"). */
export function registerLoaded({ lua, values }: VmParts, L: LuaState, name: string): void {
  const { api } = lua;
  api.lua_getfield(L, REGISTRY, values.name("_LOADED"));
  api.lua_pushvalue(L, -2);
  api.lua_setfield(L, -2, values.name(name));
  api.lua_settop(L, -2);
}
