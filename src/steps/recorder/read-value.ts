import { LuaDebug, type LuaState, LuaType } from "../../runtime/lua-api";
import type { ShownTable, ShownValue } from "../moment";
import { namespacePath } from "./namespace-path";
import { floatText } from "./number-text";
import type { Recorded } from "./recorder";

/** How much of a moment's values is read. */
export interface ReadLimits {
  /** Levels of tables inside tables. */
  readonly depth: number;
  /** Fields of one table, and of all tables together. */
  readonly fields: number;
  readonly allFields: number;
  /** Bytes of one string. */
  readonly text: number;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads values from the stack. It allocates nothing in the VM, so observing a run does not affect it. */
export class ValueReader {
  readonly tables: Record<string, ShownTable> = {};
  readonly #vm: Recorded;
  readonly #limits: ReadLimits;
  #fieldsLeft: number;

  constructor(vm: Recorded, limits: ReadLimits) {
    this.#vm = vm;
    this.#limits = limits;
    this.#fieldsLeft = limits.allFields;
  }

  /** Pops the value on top of the stack, and reads it. `level`: how many tables it is in. */
  pop(L: LuaState, level = 0): ShownValue {
    const value = this.#read(L, level);
    this.#vm.api.lua_settop(L, -2);
    return value;
  }

  #read(L: LuaState, level: number): ShownValue {
    const { api, lua, values } = this.#vm;
    switch (api.lua_type(L, -1)) {
      case LuaType.none:
      case LuaType.nil:
        return { kind: "nil", text: "nil" };
      case LuaType.boolean:
        return { kind: "boolean", text: api.lua_toboolean(L, -1) === 0 ? "false" : "true" };
      case LuaType.number:
        return {
          kind: "number",
          text:
            api.lua_isinteger(L, -1) === 0
              ? floatText(api.lua_tonumberx(L, -1, 0))
              : String(api.lua_tointegerx(L, -1, 0)),
        };
      case LuaType.string: {
        const start = api.lua_tolstring(L, -1, values.lengthAddress);
        const length = lua.word(values.lengthAddress) >>> 0;
        const shown = Math.min(length, this.#limits.text);
        const bytes = lua.bytes().subarray(start, start + shown);
        return { kind: "string", text: decoder.decode(bytes), cut: length - shown };
      }
      case LuaType.table: {
        const path = namespacePath(this.#vm, L);
        if (path !== null) return { kind: "namespace", text: path };
        const address = api.lua_topointer(L, -1);
        if (level < this.#limits.depth && this.tables[address] === undefined && this.#fieldsLeft > 0)
          this.#readTable(L, address, level);
        return { kind: "table", address };
      }
      case LuaType.function:
        return { kind: "function", text: this.#functionText(L) };
      case LuaType.thread:
        return { kind: "coroutine", address: api.lua_topointer(L, -1) };
      default:
        return { kind: "userdata", text: "userdata" };
    }
  }

  #readTable(L: LuaState, address: number, level: number): void {
    const { api } = this.#vm;
    if (api.lua_checkstack(L, 8) === 0) return;
    const fields: [ShownValue, ShownValue][] = [];
    // Entered before its fields are read: a table may contain itself.
    this.tables[address] = { fields, more: false };
    api.lua_pushnil(L);
    while (api.lua_next(L, -2) !== 0) {
      if (fields.length === this.#limits.fields || this.#fieldsLeft === 0) {
        this.tables[address] = { fields, more: true };
        api.lua_settop(L, -3);
        return;
      }
      this.#fieldsLeft--;
      const value = this.pop(L, level + 1);
      const key = this.#read(L, level + 1);
      fields.push([key, value]);
    }
  }

  #functionText(L: LuaState): string {
    const { api, lua, values, scratch } = this.#vm;
    api.lua_pushvalue(L, -1);
    api.lua_getinfo(L, values.name(">S"), scratch);
    const line = lua.word(scratch + LuaDebug.lineDefined);
    return line > 0 ? `function (line ${line})` : "function (built in)";
  }
}
