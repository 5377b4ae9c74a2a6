import { raise, type VmParts } from "./door";
import type { Host } from "./host";
import { type LuaState, LuaType, type Pointer, REGISTRY, upvalue } from "./lua-api";
import type { CFunction } from "./natives";

/** Milliseconds of CPU time that the script itself has used so far. */
export type OwnTime = () => number;

/**
 * Opens the part of Lua's library that scripts get (`docs/runtime.md`): no io or package, of os only the clock, of debug only
 * `traceback`, and `load` only for text. Wrapped functions call the originals in their own frame, so error texts stay Lua's.
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

  for (const name of ["dofile", "loadfile"]) {
    api.lua_pushnil(L);
    api.lua_setglobal(L, values.name(name));
  }
  api.lua_getglobal(L, values.name("string"));
  api.lua_pushnil(L);
  api.lua_setfield(L, -2, values.name("dump"));
  api.lua_settop(L, -2);

  const wrapGlobal = (name: string, wrap: (parts: VmParts, original: Pointer) => CFunction): void => {
    api.lua_getglobal(L, values.name(name));
    api.lua_pushcclosure(L, lua.cfunction(wrap(parts, popCFunction(parts, L))), 0);
    api.lua_setglobal(L, values.name(name));
  };
  const nesting = { depth: 0 };
  wrapGlobal("load", (parts, load) => textOnlyLoad(parts, load, nesting));
  wrapGlobal("collectgarbage", collectOnly);

  noteRunning(parts, L, nesting);

  const library = (name: string, functions: Readonly<Record<string, CFunction>>): void => {
    const entries = Object.entries(functions);
    setLibrary(
      parts,
      L,
      name,
      entries.map(([key, fn]) => [key, () => api.lua_pushcclosure(L, lua.cfunction(fn), 0)]),
    );
  };
  library("debug", { traceback: traceback(parts) });
  library("os", osFunctions(parts, L, host, ownTime));
}

/**
 * Coroutines that may have resumed each other, and readers of `load` that may be open, together. Lua allows some 190. With our
 * own frames between them, Chromium's stack ends at 157, and a stack that ends there breaks the VM.
 */
const MOST_NESTED = 100;
/** How many calls of ours are open between frames of Lua. */
interface Nesting {
  depth: number;
}
const TOO_NESTED = "C stack overflow";

/** Wraps `coroutine.resume` and `coroutine.wrap`, so that the runtime knows which thread is running. */
function noteRunning(parts: VmParts, L: LuaState, nesting: Nesting): void {
  const { lua, values, stack } = parts;
  const { api } = lua;
  const run = (thread: LuaState, original: Pointer, co: LuaState): number => {
    const { running } = stack;
    if (co !== 0) stack.running = co;
    nesting.depth++;
    try {
      return lua.delegate(original, thread);
    } finally {
      nesting.depth--;
      stack.running = running;
    }
  };
  api.lua_getglobal(L, values.name("coroutine"));
  const replace = (name: string, wrap: (original: Pointer) => CFunction): void => {
    api.lua_getfield(L, -1, values.name(name));
    const original = api.lua_tocfunction(L, -1);
    api.lua_settop(L, -2);
    api.lua_pushcclosure(L, lua.cfunction(wrap(original)), 0);
    api.lua_setfield(L, -2, values.name(name));
  };
  replace("resume", (resume) => (thread) => {
    if (nesting.depth < MOST_NESTED) return run(thread, resume, api.lua_tothread(thread, 1));
    api.lua_pushboolean(thread, 0);
    values.pushText(thread, TOO_NESTED);
    return 2;
  });
  replace("wrap", (wrap) => {
    let resume: Pointer = 0;
    // The original expects the coroutine as its upvalue, which it is here too.
    const enter = lua.cfunction((thread) =>
      nesting.depth < MOST_NESTED
        ? run(thread, resume, api.lua_tothread(thread, upvalue(1)))
        : raise(parts, thread, TOO_NESTED),
    );
    return (thread) => {
      lua.delegate(wrap, thread);
      resume = api.lua_tocfunction(thread, -1);
      api.lua_getupvalue(thread, -1, 1);
      api.lua_pushcclosure(thread, enter, 1);
      return 1;
    };
  });
  api.lua_settop(L, -2);
}

/** Makes a global table of functions. Each `push` leaves its function on the stack. */
export function setLibrary(
  { lua: { api }, values }: VmParts,
  L: LuaState,
  name: string,
  functions: readonly (readonly [key: string, push: () => void])[],
): void {
  api.lua_createtable(L, 0, functions.length);
  for (const [key, push] of functions) {
    push();
    api.lua_setfield(L, -2, values.name(key));
  }
  // Lua's error texts know the table by this name ("bad argument #1 to 'json.decode'").
  api.lua_getfield(L, REGISTRY, values.name("_LOADED"));
  api.lua_pushvalue(L, -2);
  api.lua_setfield(L, -2, values.name(name));
  api.lua_settop(L, -2);
  api.lua_setglobal(L, values.name(name));
}

/** Pops a C function and returns its address. */
export function popCFunction({ lua: { api } }: VmParts, L: LuaState): Pointer {
  const address = api.lua_tocfunction(L, -1);
  api.lua_settop(L, -2);
  return address;
}

function textOnlyLoad({ lua, values }: VmParts, load: Pointer, nesting: Nesting): CFunction {
  const { api } = lua;
  return (L) => {
    if (nesting.depth >= MOST_NESTED) {
      api.lua_pushnil(L);
      values.pushText(L, TOO_NESTED);
      return 2;
    }
    if (api.lua_gettop(L) < 3) api.lua_settop(L, 3);
    values.pushText(L, "t");
    api.lua_copy(L, -1, 3);
    api.lua_settop(L, -2);
    nesting.depth++;
    try {
      return lua.delegate(load, L);
    } finally {
      nesting.depth--;
    }
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

/** The last second, before and after 1970, that has a date. */
const LAST_SECOND = 8_640_000_000_000;

/** `os.time` and `os.date` use the host's clock if no time is given. `os.clock` leaves out the time spent waiting for calls. */
function osFunctions(
  parts: VmParts,
  L: LuaState,
  host: Host,
  ownTime: OwnTime,
): Readonly<Record<string, CFunction>> {
  const { lua, values } = parts;
  const { api } = lua;
  api.luaopen_os(L);
  const original = (name: string): Pointer => {
    api.lua_getfield(L, -1, values.name(name));
    return popCFunction(parts, L);
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
      const type = api.lua_type(L, 2);
      if (type <= LuaType.nil) {
        api.lua_settop(L, 1);
        api.lua_pushinteger(L, now());
      } else if (type === LuaType.number || type === LuaType.string) {
        const time = api.lua_tonumberx(L, 2, 0);
        if (Number.isInteger(time) && Math.abs(time) > LAST_SECOND)
          return raise(parts, L, "date result cannot be represented in this installation");
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
