import type { Outgoing } from "./host";
import { type LuaState, MASK_COUNT } from "./lua-api";
import type { LuaModule } from "./lua-module";

/** Instructions between two looks at whether something is due. */
const HOOK_INSTRUCTIONS = 10_000;

/** Lets out what would otherwise wait for a next print or call that may never come: an endless loop after it. */
export interface FlushLater {
  /** Something is pending, and the thread `L` computes on. */
  schedule(L: LuaState): void;
  /** Nothing needs to be watched for now: someone else will flush or schedule again. */
  cancel(L: LuaState): void;
}

/** By a count hook on the running thread and the main one, there only while something is pending: a hook slows Lua down. */
export function flushLater(lua: LuaModule, main: LuaState, outgoing: Outgoing): FlushLater {
  const { api } = lua;
  let hooked: LuaState = 0;
  // Only threads that are certainly alive are touched. Any other one that still has the hook comes here by itself.
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
