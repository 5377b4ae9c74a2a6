import type { LuaApi, Pointer } from "./lua-api";

const PAGE = 65_536;
const MAX_MEMORY = 2_147_483_648;
/** At most this much is taken beyond what is needed (emscripten's `growMemory`). */
const MOST_SPARE = 100_663_296;
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

  /**
   * Grows the memory to `size` bytes, and by up to a fifth more, as emscripten does, so that it grows less often. Returns false
   * if the cap refuses it or the browser has no more.
   */
  grow(memory: WebAssembly.Memory, size: number): boolean {
    if (size > this.#cap) {
      const more = size > MAX_MEMORY ? 0 : this.exempt();
      if (more === 0) return false;
      this.#cap = Math.min(MAX_MEMORY, Math.ceil((size + more) / PAGE) * PAGE);
    }
    const before = memory.buffer.byteLength;
    const left = Math.floor((this.#cap - before) / PAGE);
    for (const spare of [0.2, 0.1, 0.05]) {
      const roomy = Math.max(size, Math.min(before * (1 + spare), size + MOST_SPARE));
      try {
        memory.grow(Math.max(0, Math.min(Math.ceil((roomy - before) / PAGE), left)));
        return true;
      } catch {
        // The browser doesn't have that much.
      }
    }
    return false;
  }
}
