import { messageOf } from "../shared/message-of";
import { raise, type VmParts } from "./door";
import type { Host } from "./host";
import { type LuaState, LuaType } from "./lua-api";
import { PatternError } from "./regex/delimiters";
import { findMatches } from "./regex/find-matches";

export type CFunction = (L: LuaState) => number;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * What the prelude's Lua code may call: raw C functions from strings to strings. Wasmoon's own conversions are unsafe
 * (`docs/sandbox.md`).
 */
export function createNatives(parts: VmParts, host: Host): Readonly<Record<string, CFunction>> {
  const { lua, values } = parts;
  const { api } = lua;
  return {
    /** `raise(message)`: an error at the script's line. */
    raise: (L) => raise(parts, L, values.text(L, 1) ?? "error"),
    /** `metafield(value, name)`: a field of the value's metatable, protected or not, or nil if there is none. */
    metafield: (L) => {
      const name = values.text(L, 2) ?? "";
      if (api.luaL_getmetafield(L, 1, values.name(name)) === LuaType.nil) api.lua_pushnil(L);
      return 1;
    },
    /** `docs(request)`: as in `Host.docs`. */
    docs: (L) => answer(L, () => host.docs(values.text(L, 1) ?? "")),
    /** `find_matches(subject, pattern, limit)`: matches as JSON, `{"ok":false,"message"}` when the pattern cannot be used. */
    find_matches: (L) => answer(L, () => JSON.stringify(matches(L))),
  };

  /**
   * Pushes the string that `make` returns. Anything it throws (a pattern too large for the engine, no memory) becomes an error
   * that `pcall` catches. It must not call Lua, whose own errors are exceptions too.
   */
  function answer(L: LuaState, make: () => string): number {
    let text: string;
    try {
      text = make();
    } catch (problem) {
      return raise(parts, L, messageOf(problem));
    }
    values.pushText(L, text);
    return 1;
  }

  function matches(L: LuaState): object {
    try {
      return {
        ok: true,
        value: findMatches(
          utf8(values.bytes(L, 1), "subject"),
          utf8(values.bytes(L, 2), "pattern"),
          api.lua_tonumberx(L, 3, 0),
        ),
      };
    } catch (problem) {
      if (problem instanceof PatternError) return { ok: false, message: problem.message };
      throw problem;
    }
  }
}

function utf8(bytes: Uint8Array | null, what: string): string {
  try {
    return strict.decode(bytes ?? new Uint8Array(0));
  } catch {
    throw new PatternError(`the ${what} is not valid UTF-8`);
  }
}
