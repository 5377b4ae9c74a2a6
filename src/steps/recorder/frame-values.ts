import { type LuaState, LuaType, REGISTRY } from "../../runtime/lua-api";
import type { ShownValue } from "../moment";
import { byteText, utf8Text } from "./byte-text";
import { GLOBALS } from "./moment-reader";
import { boolean, ExpressionError, float, integer, isEqual, NIL, type Operand, typeOf } from "./operands";
import type { ValueReader } from "./read-value";
import type { Recorded } from "./recorder";

const LONGEST_TEXT = 1024 * 1024;

export const NO_METAMETHODS = "This would call a metamethod, which could change the run.";

/** What an expression reads of a frame's variables. Tables and functions stay on Lua's stack. No metamethod is called. */
export class FrameValues {
  readonly #vm: Recorded;
  readonly #L: LuaState;
  readonly #frame: number;
  /** The highest index that the expression may use. */
  readonly #most: number;
  #level: number | null = null;

  constructor(vm: Recorded, L: LuaState, frame: number, most: number) {
    this.#vm = vm;
    this.#L = L;
    this.#frame = frame;
    this.#most = most;
  }

  /** Reads values from the stack. */
  read(operand: Operand, reader: ValueReader): ShownValue {
    if (!("index" in operand)) throw new ExpressionError("This value can't be shown.");
    this.#vm.api.lua_pushvalue(this.#L, operand.index);
    return reader.pop(this.#L);
  }

  /** `object[key]`, also through `__index` tables. */
  field(object: Operand, key: Operand): Operand {
    if (object.kind !== "table")
      throw new ExpressionError(
        `attempt to index a ${typeOf(object)} value${key.kind === "string" ? ` (field '${key.value}')` : ""}`,
      );
    // A chain of `__index` tables may be a circle.
    let table = object.index;
    for (let links = 0; links < 100; links++) {
      const found = this.#raw(table, key);
      if (found.kind !== "nil") return found;
      if (this.#vm.api.lua_getmetatable(this.#L, table) === 0) return NIL;
      const next = this.#raw(this.#vm.api.lua_gettop(this.#L), { kind: "string", value: "__index" });
      if (next.kind === "nil") return NIL;
      if (next.kind !== "table") throw new ExpressionError(NO_METAMETHODS);
      table = next.index;
    }
    throw new ExpressionError("'__index' chain too long; possibly a loop");
  }

  /** The field of the table at an index, without metamethods. Making a key could allocate, so the table is searched for it. */
  #raw(table: number, key: Operand): Operand {
    const { api } = this.#vm;
    const L = this.#L;
    const whole = key.kind === "float" && Number.isSafeInteger(key.value) ? integer(BigInt(key.value)) : key;
    if (whole.kind === "integer") {
      this.#reserve();
      api.lua_rawgeti(L, table, whole.value);
      return this.#top();
    }
    const above = api.lua_gettop(L);
    api.lua_pushnil(L);
    while (api.lua_next(L, table) !== 0) {
      api.lua_pushvalue(L, -2);
      const same = this.same(this.#top(), whole);
      api.lua_settop(L, above + 2);
      if (same) {
        api.lua_copy(L, -1, above + 1);
        api.lua_settop(L, above + 1);
        return this.#top();
      }
      api.lua_settop(L, above + 1);
    }
    return NIL;
  }

  /** Whether two values are the same: equal, or one table or function. */
  same(left: Operand, right: Operand): boolean {
    if (!("index" in left && "index" in right)) return isEqual(left, right);
    const { api } = this.#vm;
    return api.lua_topointer(this.#L, left.index) === api.lua_topointer(this.#L, right.index);
  }

  /** The number of elements of a table, `#t`. */
  length(table: Operand & { readonly index: number }): Operand {
    this.refuseMeta(table, "__len");
    return integer(BigInt(this.#vm.api.lua_rawlen(this.#L, table.index)));
  }

  /** Whether a value has a metatable of its own. */
  hasMetatable(operand: Operand): boolean {
    return "index" in operand && this.#vm.api.lua_getmetatable(this.#L, operand.index) !== 0;
  }

  /** Throws if the value has this metamethod. */
  refuseMeta(operand: Operand, name: string): void {
    if (!this.hasMetatable(operand)) return;
    const found = this.#raw(this.#vm.api.lua_gettop(this.#L), { kind: "string", value: name });
    if (found.kind !== "nil") throw new ExpressionError(NO_METAMETHODS);
  }

  /** The variable of this name that the frame sees: a local, an upvalue or a global. `... (1)` is the first extra argument. */
  named(name: string): Operand {
    const { api, values, stack } = this.#vm;
    const L = this.#L;
    const at = () => api.lua_getstack(L, this.#levelOfFrame(), stack.activation);
    let local = 0;
    const vararg = /^\.\.\. \((\d+)\)$/.exec(name);
    if (vararg !== null) local = -Number(vararg[1]);
    else
      for (let index = 1; ; index++) {
        at();
        const pointer = api.lua_getlocal(L, stack.activation, index);
        if (pointer === 0) break;
        if (values.textAt(pointer) === name) local = index;
        api.lua_settop(L, -2);
      }
    at();
    if (local !== 0) return api.lua_getlocal(L, stack.activation, local) === 0 ? NIL : this.#top();
    api.lua_getinfo(L, values.name("f"), stack.activation);
    const fn = api.lua_gettop(L);
    for (let index = 1; ; index++) {
      const pointer = api.lua_getupvalue(L, fn, index);
      if (pointer === 0) break;
      if (values.textAt(pointer) === name) return this.#top();
      api.lua_settop(L, -2);
    }
    this.#reserve();
    api.lua_rawgeti(L, REGISTRY, GLOBALS);
    return this.field(this.#top(), { kind: "string", value: utf8Text(name) });
  }

  /** The stack level of the frame. */
  #levelOfFrame(): number {
    if (this.#level !== null) return this.#level;
    const { api, stack } = this.#vm;
    let frame = this.#frame;
    for (let level = 0; api.lua_getstack(this.#L, level, stack.activation) !== 0; level++) {
      if (stack.frameAt(this.#L, level) === null || frame-- > 0) continue;
      this.#level = level;
      return level;
    }
    throw new ExpressionError("That function isn't running at this step.");
  }

  #reserve(): void {
    if (this.#vm.api.lua_gettop(this.#L) >= this.#most)
      throw new ExpressionError("The expression is too long.");
  }

  /** The value on top of the stack, where tables and functions stay. */
  #top(): Operand {
    this.#reserve();
    const { api, lua, values } = this.#vm;
    const L = this.#L;
    switch (api.lua_type(L, -1)) {
      case LuaType.nil:
        return NIL;
      case LuaType.boolean:
        return boolean(api.lua_toboolean(L, -1) !== 0);
      case LuaType.number:
        return api.lua_isinteger(L, -1) === 0
          ? float(api.lua_tonumberx(L, -1, 0))
          : integer(api.lua_tointegerx(L, -1, 0));
      case LuaType.string: {
        const start = api.lua_tolstring(L, -1, values.lengthAddress);
        const length = lua.word(values.lengthAddress) >>> 0;
        if (length > LONGEST_TEXT)
          throw new ExpressionError("The expression reads a string longer than 1 MB.");
        return { kind: "string", value: byteText(lua.bytes().subarray(start, start + length)) };
      }
      case LuaType.table:
        return { kind: "table", index: api.lua_gettop(L) };
      case LuaType.function:
        return { kind: "function", index: api.lua_gettop(L) };
      case LuaType.thread:
        return { kind: "thread", index: api.lua_gettop(L) };
      default:
        return { kind: "userdata", index: api.lua_gettop(L) };
    }
  }
}
