import type { FlushLater } from "./flush-later";
import { type LuaState, LuaType, upvalue } from "./lua-api";
import type { LuaModule } from "./lua-module";
import { FRAME_TEXT } from "./output";
import type { OutputBuffer } from "./output-buffer";
import type { Values } from "./values";

const TAB = 9;
const TEXT = {
  nil: new TextEncoder().encode("nil"),
  true: new TextEncoder().encode("true"),
  false: new TextEncoder().encode("false"),
};

/** `print`, `warn` and everything else that writes lines. */
export interface Console {
  /** C function with one upvalue, the Lua function that prints what is not a plain value. */
  readonly print: (L: LuaState) => number;
  /** C function `write(kind, payload)`. */
  readonly write: (L: LuaState) => number;
  /** Lua's warning callback: user data, message (NUL-terminated), whether more follows. */
  readonly warning: (data: number, message: number, more: number) => void;
}

/** Makes the console of a VM. Frames go to `buffer`. `schedule` makes sure pending ones are flushed in time. */
export function createConsole(
  lua: LuaModule,
  values: Values,
  main: LuaState,
  buffer: OutputBuffer,
  { schedule }: FlushLater,
): Console {
  const { api } = lua;

  const printPlain = (L: LuaState, count: number): void => {
    let length = count;
    // Convert numbers first: that allocates and may collect garbage, and a finalizer may print.
    for (let i = 1; i <= count; i++) {
      const type = api.lua_type(L, i);
      if (type === LuaType.number || type === LuaType.string) {
        api.lua_tolstring(L, i, values.lengthAddress);
        length += lua.word(values.lengthAddress);
      } else length += 5;
    }
    buffer.begin(FRAME_TEXT, length);
    const memory = lua.bytes();
    for (let i = 1; i <= count; i++) {
      if (i > 1) buffer.addByte(TAB);
      const type = api.lua_type(L, i);
      if (type === LuaType.string) {
        const start = api.lua_tolstring(L, i, values.lengthAddress);
        buffer.add(memory, start, start + lua.word(values.lengthAddress));
      } else {
        const text = type === LuaType.nil ? TEXT.nil : api.lua_toboolean(L, i) ? TEXT.true : TEXT.false;
        buffer.add(text, 0, text.length);
      }
    }
    if (buffer.end()) schedule(L);
  };

  const print = (L: LuaState): number => {
    const count = api.lua_gettop(L);
    for (let i = 1; i <= count; i++) {
      const type = api.lua_type(L, i);
      if (type <= LuaType.string && type !== 2) continue;
      api.lua_pushvalue(L, upvalue(1));
      api.lua_rotate(L, 1, 1);
      api.lua_callk(L, count, 0, 0, 0);
      return 0;
    }
    printPlain(L, count);
    return 0;
  };

  const write = (L: LuaState): number => {
    const kind = api.lua_tonumberx(L, 1, 0);
    const payload = values.bytes(L, 2);
    if (payload === null) return 0;
    buffer.begin(kind, payload.length);
    buffer.add(payload, 0, payload.length);
    if (buffer.end()) schedule(L);
    return 0;
  };

  // As in lauxlib: a lone "@off" or "@on" switches, anything else is a message in one or more pieces.
  let warns = true;
  let warningText = "";
  const encoder = new TextEncoder();
  const warning = (_data: number, message: number, more: number): void => {
    const piece = values.textAt(message);
    if (warningText === "" && more === 0 && piece.startsWith("@")) {
      if (piece === "@off") warns = false;
      if (piece === "@on") warns = true;
      return;
    }
    warningText += piece;
    if (more !== 0) return;
    const line = encoder.encode(`Lua warning: ${warningText}`);
    warningText = "";
    if (!warns) return;
    buffer.begin(FRAME_TEXT, line.length);
    buffer.add(line, 0, line.length);
    if (buffer.end()) schedule(main);
  };

  return { print, write, warning };
}
