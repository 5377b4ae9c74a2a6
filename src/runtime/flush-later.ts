import type { Outgoing } from "./host";
import { type LuaState, MASK_COUNT } from "./lua-api";
import type { LuaModule } from "./lua-module";

/** Instructions between two checks whether something is due. */
const HOOK_INSTRUCTIONS = 10_000;

/** Flushes output that would otherwise wait for a next print or call that may never come, as before an endless loop. */
export interface FlushLater {
  /** Something is pending, and the thread `L` keeps computing. */
  schedule(L: LuaState): void;
  /** Nothing to watch for now: someone else will flush or schedule again. */
  cancel(L: LuaState): void;
}

/** Uses a count hook on the running and main threads, only while something is pending, since a hook slows Lua down. */
export function flushLater(lua: LuaModule, main: LuaState, outgoing: Outgoing): FlushLater {
  const { api } = lua;
  let hooked: LuaState = 0;
  // Only threads that are certainly alive are touched. Any other thread that still has the hook ends up here by itself.
  const cancel = (L: LuaState) => {
    if (hooked === 0) return;
    hooked = 0;
    api.lua_sethook(main, 0, 0, 0);
    if (L !== main) api.lua_sethook(L, 0, 0, 0);
  };
  const hook = lua.callback(2, (L = 0) => {
    if (outgoing.pending) {
      if (!outgoing.due()) return;
      outgoing.flush();
    }
    hooked = L;
    cancel(L);
  });
  return {
    schedule(L) {
      if (hooked === L) return;
      hooked = L;
      api.lua_sethook(main, hook, MASK_COUNT, HOOK_INSTRUCTIONS);
      if (L !== main) api.lua_sethook(L, hook, MASK_COUNT, HOOK_INSTRUCTIONS);
    },
    cancel,
  };
}
