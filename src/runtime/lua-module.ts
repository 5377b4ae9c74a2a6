import { isLuaExports, type LuaApi, type LuaExports, type LuaState, type Pointer } from "./lua-api";
import { MemoryLimit } from "./memory-limit";
import { systemImports } from "./system";
import { addFunction } from "./table-functions";

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

/**
 * Makes an instance of the Lua machine from wasmoon's compiled `glue.wasm`, without touching network or file system. Machines
 * with the same `seed` (32 bits, unsigned) behave alike: the order of `pairs`, `math.random` and addresses depend on nothing
 * else. Rejects if the module is not that file.
 */
export async function instantiateLua(wasm: WebAssembly.Module, seed: number): Promise<LuaModule> {
  const limit = new MemoryLimit();
  const api = await start(wasm, (machine) => systemImports(machine, limit, seed));
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
    cfunction: (fn) => addFunction(api.__indirect_function_table, fn, 1, true),
    callback: (args, fn) => addFunction(api.__indirect_function_table, fn, args, false),
    delegate: (address, L) => api.__indirect_function_table.get(address)(L),
    limitMemory: (bytes) => limit.set(api, bytes),
    onMemoryLimit: (exempt) => {
      limit.exempt = exempt;
    },
    extendMemory: (bytes) => limit.extend(api, bytes),
  };
}

async function start(
  wasm: WebAssembly.Module,
  imports: (machine: () => LuaExports) => WebAssembly.Imports,
): Promise<LuaExports> {
  if (!WebAssembly.Module.exports(wasm).some(({ name }) => name === "luaL_newstate"))
    throw new Error(NOT_GLUE);
  let machine: LuaExports | null = null;
  const { exports } = await WebAssembly.instantiate(
    wasm,
    imports(() => {
      if (machine === null) throw new Error("The Lua VM called before it was started.");
      return machine;
    }),
  );
  if (!isLuaExports(exports)) throw new Error(NOT_GLUE);
  machine = exports;
  exports.emscripten_stack_init();
  exports.__wasm_call_ctors();
  return exports;
}
