import type { LuaApi, LuaState, Pointer } from "../../runtime/lua-api";

/**
 * The functions of Lua's C API that the recorder needs and a run doesn't. None of them allocates in the VM, so looking at a run
 * doesn't change it.
 */
export interface TraceApi extends LuaApi {
  lua_getlocal(L: LuaState, activation: Pointer, index: number): Pointer;
  lua_getupvalue(L: LuaState, index: number, upvalue: number): Pointer;
  lua_getmetatable(L: LuaState, index: number): number;
  lua_isinteger(L: LuaState, index: number): number;
  lua_next(L: LuaState, index: number): number;
  lua_rawget(L: LuaState, index: number): number;
  lua_rawgeti(L: LuaState, index: number, key: bigint): number;
  lua_rawlen(L: LuaState, index: number): number;
  lua_status(L: LuaState): number;
  lua_tointegerx(L: LuaState, index: number, isInteger: Pointer): bigint;
  lua_topointer(L: LuaState, index: number): Pointer;
}

/** Names of the functions that `TraceApi` adds. */
export const TRACE_FUNCTIONS: readonly string[] = [
  "lua_getlocal lua_getupvalue lua_getmetatable lua_isinteger lua_next lua_rawget",
  "lua_rawgeti lua_rawlen lua_status lua_tointegerx lua_topointer",
].flatMap((line) => line.split(" "));

/** Returns the API with what the recorder needs. Throws if this wasm file does not export it. */
export function traceApi(api: LuaApi): TraceApi {
  if (!isTraceApi(api)) throw new Error("This Lua VM can't be stepped through: functions are missing.");
  return api;
}

function isTraceApi(api: LuaApi): api is TraceApi {
  return TRACE_FUNCTIONS.every((name) => typeof Reflect.get(api, name) === "function");
}

/** Masks of `lua_sethook` (lua.h). */
export const MASK_CALL = 1;
export const MASK_RETURN = 2;
export const MASK_LINE = 4;

/** `event` of a `lua_Debug` (lua.h). */
export const HookEvent = { call: 0, return: 1, line: 2, tailCall: 4 } as const;

/** Byte offset in wasm32's `CallInfo` of the place on the stack where the called function is. */
export const CALLED = 0;
/** Byte offset of the caller in wasm32's `CallInfo`; `0` there marks the outermost one of a thread, which is no function's. */
export const CALLER = 8;
/** Bytes of one place on the stack. */
export const PLACE = 16;

/** What `lua_status` says of a coroutine that has yielded (lua.h). */
export const LUA_YIELD = 1;

/**
 * Byte offset in wasm32's `lua_Debug` of two 16-bit numbers, filled in by "r": the index (for `lua_getlocal`) of the first result of a function
 * that is returning, and how many results there are.
 */
export const TRANSFER = 40;
