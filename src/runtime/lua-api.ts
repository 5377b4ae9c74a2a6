/** A `lua_State *`: the main thread or a coroutine. */
export type LuaState = number;
/** An address in the VM's linear memory. */
export type Pointer = number;

/**
 * The part of Lua 5.4's C API (manual §4) that the runtime uses, as the wasm file exports it: every argument a number, no
 * conversion of any kind. A call that can raise does so by throwing through JavaScript: let it pass, never catch it.
 */
export interface LuaApi {
  readonly memory: WebAssembly.Memory;
  /** Where C functions live; a `lua_CFunction`'s address is an index here. */
  readonly __indirect_function_table: WebAssembly.Table;
  malloc(size: number): Pointer;
  free(pointer: Pointer): void;
  luaL_newstate(): LuaState;
  luaL_requiref(L: LuaState, name: Pointer, open: Pointer, global: number): void;
  luaL_loadbufferx(L: LuaState, buffer: Pointer, size: number, name: Pointer, mode: Pointer): number;
  luaL_traceback(L: LuaState, of: LuaState, message: Pointer, level: number): void;
  luaL_getmetafield(L: LuaState, index: number, name: Pointer): number;
  luaopen_base(L: LuaState): number;
  luaopen_coroutine(L: LuaState): number;
  luaopen_table(L: LuaState): number;
  luaopen_string(L: LuaState): number;
  luaopen_math(L: LuaState): number;
  luaopen_utf8(L: LuaState): number;
  luaopen_os(L: LuaState): number;
  lua_atpanic(L: LuaState, handler: Pointer): Pointer;
  lua_setwarnf(L: LuaState, handler: Pointer, data: Pointer): void;
  lua_sethook(L: LuaState, hook: Pointer, mask: number, count: number): void;
  lua_gettop(L: LuaState): number;
  lua_settop(L: LuaState, index: number): void;
  lua_checkstack(L: LuaState, size: number): number;
  lua_pushvalue(L: LuaState, index: number): void;
  lua_rotate(L: LuaState, index: number, count: number): void;
  lua_copy(L: LuaState, from: number, to: number): void;
  lua_type(L: LuaState, index: number): number;
  lua_toboolean(L: LuaState, index: number): number;
  lua_tonumberx(L: LuaState, index: number, isNumber: Pointer): number;
  lua_tolstring(L: LuaState, index: number, length: Pointer): Pointer;
  lua_tothread(L: LuaState, index: number): LuaState;
  lua_tocfunction(L: LuaState, index: number): Pointer;
  lua_pushnil(L: LuaState): void;
  lua_pushboolean(L: LuaState, value: number): void;
  lua_pushnumber(L: LuaState, value: number): void;
  lua_pushinteger(L: LuaState, value: bigint): void;
  lua_pushlstring(L: LuaState, text: Pointer, length: number): Pointer;
  lua_pushcclosure(L: LuaState, fn: Pointer, upvalues: number): void;
  lua_createtable(L: LuaState, array: number, record: number): void;
  lua_newuserdatauv(L: LuaState, size: number, values: number): Pointer;
  lua_getupvalue(L: LuaState, index: number, upvalue: number): Pointer;
  lua_getglobal(L: LuaState, name: Pointer): number;
  lua_setglobal(L: LuaState, name: Pointer): void;
  lua_getfield(L: LuaState, index: number, name: Pointer): number;
  lua_setfield(L: LuaState, index: number, name: Pointer): void;
  lua_callk(L: LuaState, args: number, results: number, context: number, k: Pointer): void;
  lua_pcallk(
    L: LuaState,
    args: number,
    results: number,
    handler: number,
    context: number,
    k: Pointer,
  ): number;
  lua_error(L: LuaState): number;
  lua_getstack(L: LuaState, level: number, activation: Pointer): number;
  lua_getinfo(L: LuaState, what: Pointer, activation: Pointer): number;
}

/** `LuaApi` and what emscripten's own JavaScript calls. */
export interface LuaExports extends LuaApi {
  __wasm_call_ctors(): void;
  emscripten_stack_init(): void;
  stackSave(): Pointer;
  stackRestore(stack: Pointer): void;
  /** Tells C that the call it made through JavaScript ended by a long jump. */
  setThrew(threw: number, value: number): void;
  __errno_location(): Pointer;
}

/** Names of the functions of `LuaExports`. */
export const LUA_FUNCTIONS: readonly string[] = [
  "__wasm_call_ctors emscripten_stack_init stackSave stackRestore setThrew __errno_location",
  "malloc free luaL_newstate luaL_requiref luaL_loadbufferx luaL_traceback luaL_getmetafield",
  "luaopen_base luaopen_coroutine luaopen_table luaopen_string luaopen_math luaopen_utf8 luaopen_os",
  "lua_atpanic lua_setwarnf lua_sethook lua_gettop lua_settop lua_checkstack lua_pushvalue",
  "lua_rotate lua_copy lua_type lua_toboolean lua_tonumberx lua_tolstring lua_tothread",
  "lua_tocfunction lua_pushnil lua_pushboolean lua_pushnumber lua_pushinteger lua_pushlstring lua_pushcclosure",
  "lua_createtable lua_newuserdatauv lua_getglobal lua_setglobal lua_getfield lua_setfield",
  "lua_callk lua_pcallk lua_error lua_getstack lua_getinfo lua_getupvalue",
].flatMap((line) => line.split(" "));

/** Whether the exports of a wasm instance are those of wasmoon's machine. */
export function isLuaExports(exports: WebAssembly.Exports): exports is WebAssembly.Exports & LuaExports {
  return (
    exports.memory instanceof WebAssembly.Memory &&
    exports.__indirect_function_table instanceof WebAssembly.Table &&
    LUA_FUNCTIONS.every((name) => typeof exports[name] === "function")
  );
}

/** Type tags of `lua_type` (lua.h). */
export const LuaType = {
  none: -1,
  nil: 0,
  boolean: 1,
  number: 3,
  string: 4,
  table: 5,
  function: 6,
  thread: 8,
} as const;

/** Pseudo-index of the registry (lua.h: -LUAI_MAXSTACK - 1000). */
export const REGISTRY = -1_001_000;

/** Pseudo-index of a C function's upvalue, counted from 1. */
export function upvalue(index: number): number {
  return REGISTRY - index;
}

/** Byte offsets in wasm32's `lua_Debug` (`docs/sandbox.md`). */
export const LuaDebug = {
  size: 108,
  name: 4,
  nameWhat: 8,
  what: 12,
  source: 16,
  currentLine: 24,
  lineDefined: 28,
  shortSource: 44,
  callInfo: 104,
} as const;

/** Status of `lua_pcallk` and `luaL_loadbufferx` when nothing was raised. */
export const LUA_OK = 0;
/** Status when memory ran out: no message handler was called. */
export const LUA_ERRMEM = 4;
export const LUA_MULTRET = -1;
/** Mask of `lua_sethook` for a hook by instruction count. */
export const MASK_COUNT = 8;
