import { firstIndex } from "../shared/first-index";
import type { TraceFrame } from "./host";
import { LuaDebug, type LuaState, type Pointer } from "./lua-api";
import type { LuaModule } from "./lua-module";
import type { Values } from "./values";

/** Chunk name of the prelude's functions. A script's stack is shown without them. */
export const HOST_CHUNK = "=[host]";

/** Stack levels searched for the script. A deeper call has no position. */
const MAX_LEVELS = 1000;
/** Open calls that only endless recursion reaches. */
const DEEP = 10_000;
/** Levels listed at the inner and outer end of a deep stack, as in Lua's own traceback. */
const HEAD = 10;
const TAIL = 11;
/** The heap starts above the C stack's end and the machine's constants. */
const LOWEST_ADDRESS = 65_536;

export interface Position {
  /** `order-update.lua:7` */
  readonly text: string;
  readonly line: number;
}

/** Where a script is: positions and tracebacks, without the runtime's own frames. */
export class ScriptStack {
  readonly #lua: LuaModule;
  readonly #values: Values;
  readonly #main: LuaState;
  /** Room for a `lua_Debug`, used only while a method runs. */
  readonly activation: Pointer;
  #source: Pointer = 0;
  /** The thread that is running: the main one, or the innermost coroutine. */
  running: LuaState;

  constructor(lua: LuaModule, values: Values, main: LuaState) {
    this.#lua = lua;
    this.#values = values;
    this.#main = main;
    this.running = main;
    this.activation = lua.api.malloc(LuaDebug.size);
    // Created now: later there may be no memory for it.
    for (const what of ["Sl", "Sln", ">S", "S", "f", "r"]) values.name(what);
  }

  /** Registers the function on top of the stack as the script's main chunk, and leaves it there. */
  adopt(L: LuaState): void {
    this.#lua.api.lua_pushvalue(L, -1);
    this.#lua.api.lua_getinfo(L, this.#values.name(">S"), this.activation);
    this.#source = this.#lua.word(this.activation + LuaDebug.source);
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
    for (let level = 0; level < MAX_LEVELS && api.lua_getstack(L, level, this.activation) !== 0; level++) {
      api.lua_getinfo(L, this.#values.name("Sl"), this.activation);
      if (this.#lua.word(this.activation + LuaDebug.source) !== this.#source) continue;
      const line = this.#lua.word(this.activation + LuaDebug.currentLine);
      return { text: `${this.#values.textAt(this.activation + LuaDebug.shortSource)}:${line}`, line };
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

  /**
   * The script's frames of a thread, innermost first, or the two ends of a deep stack. Allocates nothing in the VM, so it can be
   * called when memory has run out.
   */
  frames(L: LuaState): TraceFrame[] {
    const depth = this.#depth(L);
    const frames: TraceFrame[] = [];
    for (let level = 0; level < depth; level++) {
      if (level === HEAD && depth > HEAD + TAIL) {
        level = depth - TAIL;
        const last = frames.pop();
        if (last) frames.push({ ...last, skippedAfter: depth - HEAD - TAIL });
      }
      const frame = this.frameAt(L, level);
      if (frame) frames.push(frame);
    }
    return frames;
  }

  /**
   * True while Lua moves a thread's stack to a larger block: 5.4.5 (`luaD_reallocstack`) then keeps positions as offsets, so the
   * outermost call's, normally an address, is close to 0. No frame can be read then.
   */
  moving(L: LuaState): boolean {
    const depth = this.#depth(L);
    if (depth === 0 || this.#lua.api.lua_getstack(L, depth - 1, this.activation) === 0) return false;
    const callInfo = this.#lua.word(this.activation + LuaDebug.callInfo);
    return this.#lua.word(callInfo) < LOWEST_ADDRESS;
  }

  /** Whether so many calls are open that recursion must be running away. */
  isDeep(L: LuaState): boolean {
    return this.#lua.api.lua_getstack(L, DEEP, this.activation) !== 0;
  }

  /** The script's frame at a level of a thread's stack, or `null` if that is not one of the script's functions. */
  frameAt(L: LuaState, level: number): TraceFrame | null {
    const { api } = this.#lua;
    const at = (field: number): number => this.#lua.word(this.activation + field);
    if (api.lua_getstack(L, level, this.activation) === 0) return null;
    api.lua_getinfo(L, this.#values.name("Sln"), this.activation);
    if (at(LuaDebug.source) !== this.#source) return null;
    const line = at(LuaDebug.currentLine);
    if (this.#values.textAt(at(LuaDebug.what)) === "main") return { line, what: "main chunk" };
    // Worded like Lua's own traceback.
    const kind = this.#values.textAt(at(LuaDebug.nameWhat)).replace("global", "function");
    if (kind !== "") return { line, what: `${kind} '${this.#values.textAt(at(LuaDebug.name))}'` };
    const chunk = this.#values.textAt(this.activation + LuaDebug.shortSource);
    return { line, what: `function <${chunk}:${at(LuaDebug.lineDefined)}>` };
  }

  /** Number of levels, found by bisection since each lookup walks the stack. */
  #depth(L: LuaState): number {
    const reaches = (level: number): boolean => this.#lua.api.lua_getstack(L, level, this.activation) !== 0;
    let low = 0;
    let high = 1;
    while (reaches(high)) {
      low = high;
      high *= 2;
    }
    return low + firstIndex(high - low, (level) => !reaches(low + level));
  }
}
