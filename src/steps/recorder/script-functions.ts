import { LuaDebug, type LuaState, type Pointer } from "../../runtime/lua-api";
import type { LuaModule } from "../../runtime/lua-module";
import type { Values } from "../../runtime/values";
import { CALLED, type TraceApi } from "./trace-api";

/** Byte offsets in wasm32's structures of Lua 5.4 (lobject.h, lstate.h). */
const VALUE_TAG = 8;
const LUA_CLOSURE = 0x46;
const CLOSURE_PROTOTYPE = 12;
const PROTOTYPE_LINE = 40;
const PROTOTYPE_SOURCE = 76;
const STRING_TEXT = 16;

/** Distinguishes the script's own functions from others. */
export interface ScriptFunctions {
  /**
   * Returns the line where the called function begins, 0 for the main chunk, or `null` if it is not one of the script's.
   * `activation`: the hook's `lua_Debug`.
   */
  lineOf(L: LuaState, call: Pointer, activation: Pointer): number | null;
}

/**
 * Must be called while the main function is on top of the stack. `lua_getinfo` takes half of a step's time, so Lua's structures
 * are read directly from memory, if they prove to be laid out as expected.
 */
export function scriptFunctions(
  { api, lua, values }: { readonly api: TraceApi; readonly lua: LuaModule; readonly values: Values },
  L: LuaState,
  scratch: Pointer,
): ScriptFunctions {
  const sourceInfo = values.name("S");
  api.lua_pushvalue(L, -1);
  api.lua_getinfo(L, values.name(">S"), scratch);
  const text = lua.word(scratch + LuaDebug.source);
  const prototype = lua.word(api.lua_topointer(L, -1) + CLOSURE_PROTOTYPE);
  const source = lua.word(prototype + PROTOTYPE_SOURCE);
  if (source + STRING_TEXT === text && lua.word(prototype + PROTOTYPE_LINE) === 0) {
    return {
      lineOf(_, call) {
        const fn = lua.word(call + CALLED);
        if ((lua.word(fn + VALUE_TAG) & 0xff) !== LUA_CLOSURE) return null;
        const made = lua.word(lua.word(fn) + CLOSURE_PROTOTYPE);
        return lua.word(made + PROTOTYPE_SOURCE) === source ? lua.word(made + PROTOTYPE_LINE) : null;
      },
    };
  }
  return {
    lineOf(L, _, activation) {
      api.lua_getinfo(L, sourceInfo, activation);
      if (lua.word(activation + LuaDebug.source) !== text) return null;
      return lua.word(activation + LuaDebug.lineDefined);
    },
  };
}
