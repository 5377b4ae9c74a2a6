import { type LuaState, LuaType, type Pointer } from "./lua-api";
import type { LuaModule } from "./lua-module";

/** Room in linear memory for what is passed in one step: short strings, a length word, a `lua_Debug`. */
const SCRATCH = 16_384;

/**
 * Strings in and out of Lua: bytes with a length, NULs included. Only strings cross. Everything else stays in Lua.
 */
export class Values {
  readonly #lua: LuaModule;
  readonly #scratch: Pointer;
  readonly #length: Pointer;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  readonly #names = new Map<string, Pointer>();

  constructor(lua: LuaModule) {
    this.#lua = lua;
    this.#scratch = lua.api.malloc(SCRATCH);
    this.#length = lua.api.malloc(8);
    if (this.#scratch === 0 || this.#length === 0) throw new Error("The Lua VM has no memory to start with.");
  }

  /** Address of a NUL-terminated constant, made once. */
  name(text: string): Pointer {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const bytes = this.#encoder.encode(`${text}\0`);
    const address = this.#lua.api.malloc(bytes.length);
    if (address === 0) throw new Error("The Lua VM has no memory left for a name.");
    this.#lua.bytes().set(bytes, address);
    this.#names.set(text, address);
    return address;
  }

  /**
   * The string (or number, which becomes its text) at an index as bytes of linear memory, or `null` for any other type. The
   * view is valid until Lua allocates.
   */
  bytes(L: LuaState, index: number): Uint8Array | null {
    const { api } = this.#lua;
    const type = api.lua_type(L, index);
    if (type !== LuaType.string && type !== LuaType.number) return null;
    const start = api.lua_tolstring(L, index, this.#length);
    return this.#lua.bytes().subarray(start, start + this.#lua.word(this.#length));
  }

  /** Length of the string at an index; call it right after `lua_tolstring(L, index, lengthAddress)`. */
  get lengthAddress(): Pointer {
    return this.#length;
  }

  /** The string or number at an index as text with invalid UTF-8 replaced, or `null` for any other type. */
  text(L: LuaState, index: number): string | null {
    const bytes = this.bytes(L, index);
    return bytes === null ? null : this.#decoder.decode(bytes);
  }

  /** NUL-terminated text at an address. */
  textAt(address: Pointer): string {
    const memory = this.#lua.bytes();
    return this.#decoder.decode(memory.subarray(address, memory.indexOf(0, address)));
  }

  /** Pushes text as UTF-8. Raises `not enough memory` in Lua. */
  pushText(L: LuaState, text: string): void {
    const { api } = this.#lua;
    if (text.length * 3 > SCRATCH) {
      this.pushBytes(L, this.#encoder.encode(text));
      return;
    }
    const room = this.#lua.bytes().subarray(this.#scratch, this.#scratch + SCRATCH);
    api.lua_pushlstring(L, this.#scratch, this.#encoder.encodeInto(text, room).written);
  }

  /** Pushes bytes as a string. Raises `not enough memory` in Lua. */
  pushBytes(L: LuaState, bytes: Uint8Array): void {
    const { api } = this.#lua;
    if (bytes.length <= SCRATCH) {
      this.#lua.bytes().set(bytes, this.#scratch);
      api.lua_pushlstring(L, this.#scratch, bytes.length);
      return;
    }
    // Passed in through a userdata: Lua frees it even if the string no longer fits.
    const room = api.lua_newuserdatauv(L, bytes.length, 0);
    this.#lua.bytes().set(bytes, room);
    api.lua_pushlstring(L, room, bytes.length);
    api.lua_rotate(L, -2, 1);
    api.lua_settop(L, -2);
  }
}
