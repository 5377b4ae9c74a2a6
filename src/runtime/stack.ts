import type { TraceFrame } from "./host";
import { LuaDebug, type LuaState, type Pointer } from "./lua-api";
import type { LuaModule } from "./lua-module";
import type { Values } from "./values";

/** Chunk name of the prelude's functions. They are left out wherever a script's stack is shown. */
export const HOST_CHUNK = "=[host]";

/** Stack levels searched for the script; deeper, a call counts as made from nowhere. */
const MAX_LEVELS = 1000;

export interface Position {
  /** `order-update.lua:7` */
  readonly text: string;
  readonly line: number;
}

/** Where a script stands: positions and tracebacks, the runtime's own frames left out. */
export class ScriptStack {
  readonly #lua: LuaModule;
  readonly #values: Values;
  readonly #main: LuaState;
  readonly #activation: Pointer;
  #source: Pointer = 0;

  constructor(lua: LuaModule, values: Values, main: LuaState) {
    this.#lua = lua;
    this.#values = values;
    this.#main = main;
    this.#activation = lua.api.malloc(LuaDebug.size);
  }

  /** Takes the function on top of the stack for the script's main chunk (and leaves it there). */
  adopt(L: LuaState): void {
    this.#lua.api.lua_pushvalue(L, -1);
    this.#lua.api.lua_getinfo(L, this.#values.name(">S"), this.#activation);
    this.#source = this.#lua.word(this.#activation + LuaDebug.source);
  }

  /**
   * The script's line that `L` is at: the innermost frame of the script's own chunk. In a coroutine without such a frame
   * (`coroutine.wrap(app.x.y)`) it is the line the main chunk has reached. Null before the script runs.
   */
  position(L: LuaState): Position | null {
    return this.#search(L) ?? (L === this.#main ? null : this.#search(this.#main));
  }

  #search(L: LuaState): Position | null {
    const { api } = this.#lua;
    for (let level = 0; level < MAX_LEVELS && api.lua_getstack(L, level, this.#activation) !== 0; level++) {
      api.lua_getinfo(L, this.#values.name("Sl"), this.#activation);
      if (this.#lua.word(this.#activation + LuaDebug.source) !== this.#source) continue;
      const line = this.#lua.word(this.#activation + LuaDebug.currentLine);
      return { text: `${this.#values.textAt(this.#activation + LuaDebug.shortSource)}:${line}`, line };
    }
    return null;
  }

  /** Lua's own traceback of thread `of` from a level on, as text without the runtime's frames. Leaves nothing pushed. */
  traceback(L: LuaState, of: LuaState, level: number): string {
    const { api } = this.#lua;
    api.luaL_traceback(L, of, 0, level);
    const text = this.#values.text(L, -1) ?? "";
    api.lua_settop(L, -2);
    return text
      .split("\n")
      .filter((frame) => !frame.startsWith("\t[host]:"))
      .join("\n");
  }

  /** The script's frames of the running thread, innermost first. */
  frames(L: LuaState, shortSource: string): TraceFrame[] {
    const frames: TraceFrame[] = [];
    const start = `\t${shortSource}:`;
    for (const text of this.traceback(L, L, 0).split("\n")) {
      const skipped = /^\t\.\.\.\t\(skipping (\d+) levels\)$/.exec(text);
      const previous = frames.at(-1);
      if (skipped && previous) frames[frames.length - 1] = { ...previous, skippedAfter: Number(skipped[1]) };
      if (!text.startsWith(start)) continue;
      const frame = /^(\d+): in ([\s\S]*)$/.exec(text.slice(start.length));
      if (frame) frames.push({ line: Number(frame[1]), what: frame[2] ?? "" });
    }
    return frames;
  }
}
