import type { LuaApi } from "./lua-api";

const PAGE = 65_536;
const MAX_MEMORY = 2_147_483_648;
/** Larger than any hole an empty VM's heap can have, so that malloc takes it from the heap's end. */
const PROBE = 1_048_576;

/**
 * A cap on the heap. It costs nothing while Lua runs: a growth past the cap is refused, malloc fails, and Lua collects
 * garbage and then raises its own `not enough memory`, which `pcall` catches (`facts/wasmoon.md` §3).
 */
export class MemoryLimit {
  #cap = MAX_MEMORY;
  #ballast = 0;

  /** Lets the heap grow by `bytes` above what is in use now, to the 64 KiB page. */
  set(api: LuaApi, bytes: number): void {
    this.lift(api);
    const probe = api.malloc(PROBE);
    if (probe === 0) throw new Error("The Lua VM has no memory to start with.");
    api.free(probe);
    // The probe's address is where free memory begins.
    const end = probe + bytes;
    const size = api.memory.buffer.byteLength;
    // The machine starts with free room; what the limit does not grant of it is taken away.
    if (end < size) this.#ballast = api.malloc(size - end);
    this.#cap = Math.min(MAX_MEMORY, Math.max(size, Math.ceil(end / PAGE) * PAGE));
  }

  /** No limit any more but the machine's own 2 GB. */
  lift(api: LuaApi): void {
    if (this.#ballast !== 0) api.free(this.#ballast);
    this.#ballast = 0;
    this.#cap = MAX_MEMORY;
  }

  /** Room for writing out how the script ended, when it may have used up its own. */
  extend(api: LuaApi, bytes: number): void {
    const cap = this.#cap;
    this.lift(api);
    this.#cap = Math.min(MAX_MEMORY, cap + bytes);
  }

  /** The glue's imports with its growth function behind the cap. */
  guard(imports: WebAssembly.Imports): WebAssembly.Imports {
    const resize = imports.env?.emscripten_resize_heap;
    if (typeof resize !== "function") throw new Error("wasmoon's glue no longer grows its memory by import.");
    const guarded = (size: number): number => (size >>> 0 > this.#cap ? 0 : Number(resize(size)));
    return { ...imports, env: { ...imports.env, emscripten_resize_heap: guarded } };
  }

  /** The memory as the glue is shown it: the glue grows by a fifth more than it needs, this stops at the cap. */
  facade(memory: WebAssembly.Memory): { readonly buffer: ArrayBuffer; grow(pages: number): number } {
    return {
      get buffer() {
        return memory.buffer;
      },
      grow: (pages) => {
        const left = (this.#cap - memory.buffer.byteLength) / PAGE;
        return memory.grow(Math.max(0, Math.min(Math.trunc(pages), Math.trunc(left))));
      },
    };
  }
}
