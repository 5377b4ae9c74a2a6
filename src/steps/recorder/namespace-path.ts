import { type LuaState, LuaType } from "../../runtime/lua-api";
import type { Recorded } from "./recorder";

/** Longest path followed: a script may index `app` endlessly. */
const MOST_SEGMENTS = 20;

/**
 * Returns the path of a namespace such as `app.integrations.whatsapp`, or `null` if the table on top of the stack is something
 * else. A namespace is an empty table; what `namespace.lua` knows of it is reached through its `__tostring`, which isn't
 * called.
 */
export function namespacePath(vm: Recorded, L: LuaState): string | null {
  const { api, values } = vm;
  const top = api.lua_gettop(L);
  try {
    if (api.lua_checkstack(L, 16) === 0 || api.lua_getmetatable(L, -1) === 0) return null;
    const lock = pushField(vm, L, top + 1, "__metatable") ? values.text(L, -1) : null;
    if (lock !== "app is read-only" || !pushField(vm, L, top + 1, "__tostring")) return null;
    if (!pushUpvalue(vm, L, "path_text") || !pushUpvalue(vm, L, "records")) return null;
    const records = api.lua_gettop(L);
    api.lua_pushvalue(L, top);
    api.lua_rawget(L, records);
    const segments: string[] = [];
    while (api.lua_type(L, -1) === LuaType.table && segments.length < MOST_SEGMENTS) {
      const record = api.lua_gettop(L);
      if (!pushField(vm, L, record, "name")) return null;
      segments.unshift(values.text(L, -1) ?? "?");
      if (!pushField(vm, L, record, "parent")) break;
      // The parent takes the record's place, so a long path needs no more stack.
      api.lua_copy(L, -1, record);
      api.lua_settop(L, record);
    }
    return segments.length === 0 ? null : segments.join(".");
  } finally {
    api.lua_settop(L, top);
  }
}

/** Pushes a field of the table at an index, found by looking through it: making its name would allocate. */
function pushField({ api, values }: Recorded, L: LuaState, table: number, name: string): boolean {
  const above = api.lua_gettop(L);
  api.lua_pushnil(L);
  while (api.lua_next(L, table) !== 0) {
    if (api.lua_type(L, -2) === LuaType.string && values.text(L, -2) === name) {
      api.lua_copy(L, -1, above + 1);
      api.lua_settop(L, above + 1);
      return true;
    }
    api.lua_settop(L, -2);
  }
  return false;
}

/** Pushes an upvalue of the function on top of the stack. */
function pushUpvalue({ api, values }: Recorded, L: LuaState, name: string): boolean {
  const fn = api.lua_gettop(L);
  if (api.lua_type(L, fn) !== LuaType.function) return false;
  for (let index = 1; ; index++) {
    const found = api.lua_getupvalue(L, fn, index);
    if (found === 0) return false;
    if (values.textAt(found) === name) return true;
    api.lua_settop(L, fn);
  }
}
