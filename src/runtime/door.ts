import type { FlushLater } from "./flush-later";
import type { Host } from "./host";
import { type LuaState, upvalue } from "./lua-api";
import type { LuaModule } from "./lua-module";
import type { OutputBuffer } from "./output-buffer";
import type { ScriptStack } from "./stack";
import type { Values } from "./values";

/** What the door needs from the VM. */
export interface VmParts {
  readonly lua: LuaModule;
  readonly values: Values;
  readonly stack: ScriptStack;
  readonly buffer: OutputBuffer;
  readonly later: FlushLater;
  /** Called with the milliseconds that a call kept the script waiting. */
  waited(milliseconds: number): void;
}

/** Raises `message` in Lua as a plain string that starts with the script's position. */
export function raise({ lua, values, stack }: VmParts, L: LuaState, message: string): number {
  const position = stack.position(L);
  values.pushText(L, position === null ? message : `${position.text}: ${message}`);
  return lua.api.lua_error(L);
}

/**
 * The `__call` metamethod of the `app` namespace. It is a C function, so a script's `return app.x.y{…}` keeps the calling frame
 * and its line, which a tail call to a Lua function would not. Upvalues: the Lua functions `request` (arguments to JSON) and
 * `answer` (JSON to value or message).
 */
export function createDoor(parts: VmParts, host: Host): (L: LuaState) => number {
  const { lua, values, stack, buffer, later } = parts;
  const { api } = lua;
  return (L) => {
    later.cancel(L);
    const count = api.lua_gettop(L);
    api.lua_pushvalue(L, upvalue(1));
    api.lua_rotate(L, 1, 1);
    api.lua_callk(L, count, 1, 0, 0);
    const request = values.text(L, 1);
    const position = stack.position(L);
    buffer.flush();
    const before = performance.now();
    const reply = host.call(`{${request},"line":${position?.line ?? null}}`);
    parts.waited(performance.now() - before);
    api.lua_settop(L, 0);
    api.lua_pushvalue(L, upvalue(2));
    values.pushText(L, reply);
    api.lua_callk(L, 1, 2, 0, 0);
    if (host.pending?.pending) later.schedule(L);
    if (api.lua_toboolean(L, 1) !== 0) return 1;
    return raise(parts, L, values.text(L, 2) ?? "The call failed without a message.");
  };
}
