import { BRIDGE_NAMES_ADVICE, BRIDGE_NAMES_MESSAGE, bridgeNames } from "../shared/bridge-names";
import type { JsonValue } from "../shared/json";
import { messageOf } from "../shared/message-of";
import { createConsole } from "./console";
import type { VmParts } from "./door";
import { flushLater } from "./flush-later";
import type { ChunkResult, Host, Outgoing, ScriptError, TraceFrame } from "./host";
import { LUA_ERRMEM, LUA_MULTRET, LUA_OK, type LuaState, type Pointer } from "./lua-api";
import type { LuaModule } from "./lua-module";
import { OutputBuffer } from "./output-buffer";
import { loadPrelude, type PushOutcome, placeText } from "./prelude";
import { ScriptStack } from "./stack";
import { openStandardLibrary } from "./standard-library";
import { Values } from "./values";

/** Bytes beyond the script's limit for writing results and errors once it has ended. */
const CLOSING_ROOM = 64 * 1024 * 1024;

/** Bytes beyond the script's limit for the frames of a recursion that is about to overflow the stack, and how many at once. */
const FRAMES_ROOM = 64 * 1024 * 1024;
const FRAMES_STEP = 8 * 1024 * 1024;

/** A script and what it may use. */
export interface Chunk {
  /** File name, as messages show it: `order-update.lua`. */
  readonly name: string;
  readonly source: string;
  /** Bytes it may use on top of the empty VM. */
  readonly memoryBytes: number;
}

/** What follows a run step by step (`src/steps`). */
export interface Observer {
  /** The chunk is about to run; its main function is on top of the stack. */
  begin(parts: VmParts, L: LuaState): void;
  /** Nothing caught an error; the stack of thread `L` is as it was, with the error value at index 1. */
  failed(L: LuaState): void;
  /** The chunk has ended. */
  end(): void;
}

/** A Lua VM for one run. */
export interface Vm {
  /**
   * Runs a chunk to its end, blocking. Script errors are in the result. Throws if the VM (a panic, a wasm trap) or the host
   * breaks down, and on a second run.
   */
  run(chunk: Chunk): ChunkResult;
}

/**
 * Makes a VM with everything but the script loaded, so one can be ready in advance. One module serves one VM. With an observer,
 * each print is sent separately.
 */
export function createVm(lua: LuaModule, host: Host, observer?: Observer): Vm {
  const machine = new Machine(lua, host, observer);
  return { run: (chunk) => machine.run(chunk) };
}

class Machine {
  readonly #lua: LuaModule;
  readonly #values: Values;
  readonly #main: LuaState;
  readonly #parts: VmParts;
  readonly #pushOutcome: PushOutcome;
  readonly #collect: Pointer;
  readonly #emptyBytes: number;
  readonly #observer: Observer | undefined;
  #ran = false;
  #startedAt = 0;
  #waitedMs = 0;

  constructor(lua: LuaModule, host: Host, observer?: Observer) {
    const { api } = lua;
    this.#lua = lua;
    this.#observer = observer;
    this.#values = new Values(lua);
    this.#main = api.luaL_newstate();
    if (this.#main === 0) throw new Error("The Lua VM could not be made: not enough memory.");
    api.lua_atpanic(
      this.#main,
      lua.cfunction((L) => {
        throw new Error(`Lua panic: ${this.#values.text(L, -1) ?? "an error outside any protected call"}`);
      }),
    );
    const buffer = new OutputBuffer((frames) => host.output(frames), observer && Number.POSITIVE_INFINITY);
    // An observer has Lua's only hook.
    const later = observer
      ? { schedule() {}, cancel() {} }
      : flushLater(lua, this.#main, together(host.pending ? [buffer, host.pending] : [buffer]));
    this.#parts = {
      lua,
      values: this.#values,
      stack: new ScriptStack(lua, this.#values, this.#main),
      buffer,
      later,
      waited: (milliseconds) => {
        this.#waitedMs += milliseconds;
      },
    };
    const terminal = createConsole(lua, this.#values, this.#main, buffer, later);
    api.lua_setwarnf(
      this.#main,
      lua.callback(3, (data = 0, message = 0, more = 0) => terminal.warning(data, message, more)),
      0,
    );
    openStandardLibrary(
      this.#parts,
      this.#main,
      host,
      () => host.computed?.() ?? performance.now() - this.#startedAt - this.#waitedMs,
    );
    api.lua_getglobal(this.#main, this.#values.name("collectgarbage"));
    this.#collect = api.lua_gettop(this.#main);
    this.#pushOutcome = loadPrelude(this.#parts, this.#main, host, terminal);
    this.#collectGarbage("collect");
    this.#emptyBytes = this.#collectGarbage("count") * 1024;
  }

  run(chunk: Chunk): ChunkResult {
    if (this.#ran) throw new Error("A Lua VM runs one chunk; make another for the next.");
    this.#ran = true;
    const refused = refuseBridgeNames(chunk.source);
    if (refused !== null) return { result: [], error: refused, memoryBytes: 0 };
    try {
      return this.#run(chunk);
    } catch (problem) {
      const why = messageOf(problem);
      throw new Error(`The Lua VM broke down: ${why}`, { cause: problem });
    } finally {
      this.#parts.buffer.flush();
    }
  }

  #run({ name, source, memoryBytes }: Chunk): ChunkResult {
    const { api } = this.#lua;
    const L = this.#main;
    const shown = shortName(name);
    let frames: readonly TraceFrame[] = [];
    api.lua_pushcclosure(
      L,
      this.#lua.cfunction((thread) => {
        frames = this.#parts.stack.frames(thread);
        this.#observer?.failed(thread);
        return 1;
      }),
      0,
    );
    const handler = api.lua_gettop(L);
    const chunkName = `@${name}`;
    this.#values.name(chunkName);
    const load = placeText(this.#parts, withoutPrologue(source));
    this.#lua.limitMemory(memoryBytes);
    let forFrames = FRAMES_ROOM;
    this.#lua.onMemoryLimit(() => {
      // Lua limits its own stack (24 MB at most): runaway recursion should end as a stack overflow, with a traceback.
      const { stack } = this.#parts;
      if (stack.moving(stack.running)) return 1;
      // The same goes for the frames on it, which take about as much again.
      if (forFrames > 0 && stack.isDeep(stack.running)) {
        forFrames -= FRAMES_STEP;
        return FRAMES_STEP;
      }
      frames = stack.frames(L);
      return 0;
    });
    this.#startedAt = performance.now();
    let status = load(L, chunkName);
    if (status === LUA_OK) {
      this.#parts.stack.adopt(L);
      // The copy below the results keeps the chunk alive, and with it the name that identifies positions.
      api.lua_pushvalue(L, -1);
      this.#observer?.begin(this.#parts, L);
      status = api.lua_pcallk(L, 0, LUA_MULTRET, handler, 0, 0);
      this.#observer?.end();
    }
    this.#lua.onMemoryLimit(() => 0);
    this.#lua.extendMemory(CLOSING_ROOM);
    const used = Math.max(0, Math.round(this.#collectGarbage("count") * 1024 - this.#emptyBytes));
    if (status !== LUA_OK) {
      const error = this.#error(shown, frames);
      // This message is Lua's own and has no position. The frames saved when memory was refused do.
      const line = status === LUA_ERRMEM ? (frames[0]?.line ?? null) : error.line;
      return { result: [], error: { ...error, line }, memoryBytes: used };
    }
    return { ...this.#results(api.lua_gettop(L) - handler - 1), memoryBytes: used };
  }

  /** The values on top of the stack as JSON values. */
  #results(count: number): Pick<ChunkResult, "result" | "exact" | "error"> {
    const { api } = this.#lua;
    const L = this.#main;
    if (count === 0) return { result: [], error: null };
    api.lua_checkstack(L, 2);
    this.#pushOutcome(L, "results");
    api.lua_rotate(L, -count - 1, 1);
    if (api.lua_pcallk(L, count, 2, 0, 0, 0) !== LUA_OK) {
      const message = `The returned values could not be written out: ${this.#values.text(L, -1) ?? "unknown"}`;
      return { result: [], error: { message, line: null, traceback: [] } };
    }
    const result: readonly JsonValue[] = JSON.parse(this.#values.text(L, -2) ?? "[]");
    const exact = this.#values.text(L, -1);
    return { result, ...(exact !== null && { exact }), error: null };
  }

  /** The error value on top of the stack. */
  #error(shown: string, traceback: readonly TraceFrame[]): ScriptError {
    const L = this.#main;
    let message = this.#values.text(L, -1);
    if (message === null) {
      this.#pushOutcome(L, "error_text");
      this.#lua.api.lua_rotate(L, -2, 1);
      this.#lua.api.lua_pcallk(L, 1, 1, 0, 0, 0);
      message = this.#values.text(L, -1) ?? "an error that has no text";
    }
    // It is only by chance that the stack ran out in our function.
    message = message.replace(/^\[host\]:\d+: /, "");
    return { message, line: lineOf(message, shown), traceback };
  }

  #collectGarbage(option: "collect" | "count"): number {
    const { api } = this.#lua;
    const L = this.#main;
    api.lua_pushvalue(L, this.#collect);
    this.#values.pushText(L, option);
    api.lua_pcallk(L, 1, 1, 0, 0, 0);
    const result = api.lua_tonumberx(L, -1, 0);
    api.lua_settop(L, -2);
    return result;
  }
}

/** A source as `lua` reads a file: without a byte order mark, and without a first line that begins with `#`. */
function withoutPrologue(source: string): string {
  return source.replace(/^\ufeff/, "").replace(/^#[^\n\r]*/, "");
}

/** The host's refusal of a script that assigns bridge globals, or `null`. */
function refuseBridgeNames(source: string): ScriptError | null {
  const [first] = bridgeNames(source);
  if (first === undefined) return null;
  const line = source.slice(0, first.offset).split(/\r\n|\n\r|\n|\r/).length;
  return { message: BRIDGE_NAMES_MESSAGE, advice: BRIDGE_NAMES_ADVICE, line, traceback: [] };
}

/** Combines several into one, which is due when any pending part is. */
function together(parts: readonly Outgoing[]): Outgoing {
  return {
    get pending() {
      return parts.some(({ pending }) => pending);
    },
    due: () => parts.some((part) => part.pending && part.due()),
    flush() {
      for (const part of parts) part.flush();
    },
  };
}

/** A file name as Lua shows it: cut at the front if longer than 59 bytes (LUA_IDSIZE). */
function shortName(name: string): string {
  const bytes = new TextEncoder().encode(name);
  return bytes.length <= 59 ? name : `...${new TextDecoder().decode(bytes.slice(-56))}`;
}

/** The script line a message points at: the last of several positions (`coroutine.wrap` adds its own), where it began. */
function lineOf(message: string, shown: string): number | null {
  let rest = message;
  let line: number | null = null;
  while (rest.startsWith(`${shown}:`)) {
    const found = /^(\d+): /.exec(rest.slice(shown.length + 1));
    if (!found) break;
    line = Number(found[1]);
    rest = rest.slice(shown.length + 1 + found[0].length);
  }
  return line;
}
