import { LuaWasm } from "wasmoon";
import { closeSystem, GLUE_LOCATION, hookGlueLoading } from "./glue-loading";
import { isLuaApi, type LuaApi, type LuaState, type Pointer } from "./lua-api";
import { MemoryLimit } from "./memory-limit";

/** One instance of the Lua machine: one linear memory, created for one VM and discarded with it. */
export interface LuaModule {
  readonly api: LuaApi;
  /** The linear memory as bytes. Call this again after anything that may allocate: growing replaces it. */
  bytes(): Uint8Array<ArrayBuffer>;
  /** The 32-bit word at an address that is a multiple of four. */
  word(address: Pointer): number;
  /** Makes a JavaScript function callable as a `lua_CFunction`. Returns its address. */
  cfunction(fn: (L: LuaState) => number): Pointer;
  /** The same for callbacks without a result and with `args` numbers. */
  callback(args: number, fn: (...args: number[]) => void): Pointer;
  /** Calls the C function at an address in the frame of the running C function. Returns its number of results. */
  delegate(address: Pointer, L: LuaState): number;
  /** From now on the script may take at most `bytes` above what is in use. Can be called at any time. */
  limitMemory(bytes: number): void;
  /** Sets the function called when the limit is hit: see `MemoryLimit.exempt`. */
  onMemoryLimit(exempt: () => number): void;
  /** Raises the limit by `bytes`. */
  extendMemory(bytes: number): void;
}

const NOT_GLUE = "This WebAssembly module is not wasmoon 1.16's glue.wasm.";

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes an instance of the Lua machine from wasmoon's compiled `glue.wasm`, without touching network or file system. Machines
 * with the same `seed` (32 bits, unsigned) behave alike: the order of `pairs`, `math.random` and addresses depend on nothing
 * else. Rejects if the module is not that file.
 */
export function instantiateLua(wasm: WebAssembly.Module, seed: number): Promise<LuaModule> {
  // One at a time: each has hooks on shared globals while it starts.
  const made = last.then(() => instantiate(wasm, seed));
  last = made.catch(() => undefined);
  return made;
}

async function instantiate(wasm: WebAssembly.Module, seed: number): Promise<LuaModule> {
  if (!WebAssembly.Module.exports(wasm).some(({ name }) => name === "luaL_newstate"))
    throw new Error(NOT_GLUE);
  const limit = new MemoryLimit();
  const started: { api: LuaApi | null } = { api: null };
  const realInstantiate = WebAssembly.instantiate;
  const restore = hookGlueLoading(async (imports) => {
    const instance = await realInstantiate(wasm, limit.guard(closeSystem(imports, seed)));
    const { exports } = instance;
    if (!isLuaApi(exports)) throw new Error(NOT_GLUE);
    started.api = exports;
    const shown = { ...exports, memory: limit.facade(exports.memory) };
    return { module: wasm, instance: { exports: shown } };
  });
  let glue: LuaWasm["module"];
  try {
    glue = (await LuaWasm.initialize(GLUE_LOCATION)).module;
  } finally {
    restore();
  }
  const { api } = started;
  if (api === null) throw new Error("wasmoon started without asking for its WebAssembly module.");

  let view = new Uint8Array(api.memory.buffer);
  let words = new Int32Array(api.memory.buffer);
  return {
    api,
    bytes: () => {
      // Growing detaches the old buffer, which empties its views.
      if (view.length === 0) view = new Uint8Array(api.memory.buffer);
      return view;
    },
    word: (address) => {
      if (words.length === 0) words = new Int32Array(api.memory.buffer);
      return words[address >> 2] ?? 0;
    },
    cfunction: (fn) => glue.addFunction(fn, "ii"),
    callback: (args, fn) => glue.addFunction(fn, `v${"i".repeat(args)}`),
    delegate: (address, L) => api.__indirect_function_table.get(address)(L),
    limitMemory: (bytes) => limit.set(api, bytes),
    onMemoryLimit: (exempt) => {
      limit.exempt = exempt;
    },
    extendMemory: (bytes) => limit.extend(api, bytes),
  };
}
