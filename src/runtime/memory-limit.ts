import type { LuaApi, Pointer } from "./lua-api";

const PAGE = 65_536;
const MAX_MEMORY = 2_147_483_648;
/** Larger than any hole an empty VM's heap can have, so that malloc takes it from the heap's end. */
const PROBE = 1_048_576;

/**
 * A cap on the heap. It costs nothing while Lua runs: a growth past the cap is refused, malloc fails, and Lua collects
 * garbage and then raises its own `not enough memory`, which `pcall` catches (`docs/sandbox.md`).
 */
export class MemoryLimit {
  #cap = MAX_MEMORY;
  #ballast: Pointer[] = [];
  /**
   * Called from within malloc when growth is about to be refused: a result above 0 grants it and raises the limit by that many
   * bytes beyond it. Must not allocate in the VM.
   */
  exempt: () => number = () => 0;

  /** Lets the heap grow by `bytes` above what is in use now, to the 64 KiB page. */
  set(api: LuaApi, bytes: number): void {
    this.lift(api);
    const probe = api.malloc(PROBE);
    if (probe === 0) throw new Error("The Lua VM has no memory to start with.");
    api.free(probe);
    // The probe's address is where free memory begins.
    const end = probe + bytes;
    const size = api.memory.buffer.byteLength;
    this.#cap = Math.min(MAX_MEMORY, Math.max(size, Math.ceil(end / PAGE) * PAGE));
    this.#fill(api, size - end);
  }

  /** The machine starts with free room. Takes up the part that the limit does not grant, in as few blocks as fit. */
  #fill(api: LuaApi, bytes: number): void {
    let left = bytes;
    const { exempt } = this;
    this.exempt = () => 0;
    for (let size = bytes; size >= PAGE; size = Math.min(size, left)) {
      const block = api.malloc(size);
      if (block === 0) size = Math.floor(size / 2);
      else {
        this.#ballast.push(block);
        left -= size;
      }
    }
    this.exempt = exempt;
  }

  /** Removes the limit. The machine's own 2 GB remains. */
  lift(api: LuaApi): void {
    for (const block of this.#ballast) api.free(block);
    this.#ballast = [];
    this.#cap = MAX_MEMORY;
  }

  /** Adds room for reporting how the script ended, since it may have used up its own. */
  extend(api: LuaApi, bytes: number): void {
    const cap = this.#cap;
    this.lift(api);
    this.#cap = Math.min(MAX_MEMORY, cap + bytes);
  }

  /** The glue's imports with its growth function behind the cap. */
  guard(imports: WebAssembly.Imports): WebAssembly.Imports {
    const resize = imports.env?.emscripten_resize_heap;
    if (typeof resize !== "function") throw new Error("wasmoon's glue no longer grows its memory by import.");
    const guarded = (size: number): number => {
      const wanted = size >>> 0;
      if (wanted > this.#cap) {
        const more = wanted > MAX_MEMORY ? 0 : this.exempt();
        if (more === 0) return 0;
        this.#cap = Math.min(MAX_MEMORY, Math.ceil((wanted + more) / PAGE) * PAGE);
      }
      return Number(resize(size));
    };
    return { ...imports, env: { ...imports.env, emscripten_resize_heap: guarded } };
  }

  /** The memory as the glue sees it: the glue grows by a fifth more than it needs, but this stops at the cap. */
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
