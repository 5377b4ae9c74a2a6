import type { Expression } from "../../language/parse/ast";
import { type LuaState, LuaType, REGISTRY } from "../../runtime/lua-api";
import type { FramePlace } from "../changes";
import type { ShownValue } from "../moment";
import type { Evaluated } from "../replay-protocol";
import { GLOBALS } from "./moment-reader";
import { floatText } from "./number-text";
import {
  boolean,
  computed,
  concatenable,
  ExpressionError,
  float,
  integer,
  inverted,
  isEqual,
  isLess,
  isTrue,
  NIL,
  negated,
  numberFromText,
  type Operand,
  typeOf,
} from "./operands";
import { type ReadLimits, ValueReader } from "./read-value";
import type { Recorded } from "./recorder";

/** Values that an expression may keep on Lua's stack at once. */
const ROOM = 200;
const LONGEST_TEXT = 1024 * 1024;
const NO_CALLS = "Expressions can't call functions: a call could change the run.";
const NO_METAMETHODS = "This would call a metamethod, which could change the run.";

/**
 * Evaluates an expression over the variables of a frame. It changes nothing: calls are refused, and so is anything that would
 * invoke a metamethod.
 */
export function evaluate(
  vm: Recorded,
  expression: Expression,
  { thread, frame }: FramePlace,
  limits: ReadLimits,
): Evaluated {
  const running = vm.threads.waiting[thread];
  if (running === undefined) return { ok: false, message: "The script has no such coroutine at this step." };
  const { api } = vm;
  const { L } = running;
  const top = api.lua_gettop(L);
  try {
    if (api.lua_checkstack(L, ROOM + 20) === 0) throw new ExpressionError("not enough memory");
    const evaluator = new Evaluator(vm, L, frame, top + ROOM);
    const operand = evaluator.value(expression);
    const reader = new ValueReader(vm, limits);
    const value = shown(operand) ?? evaluator.read(operand, reader);
    return { ok: true, value, holds: isTrue(operand), tables: reader.tables };
  } catch (problem) {
    if (!(problem instanceof ExpressionError)) throw problem;
    return { ok: false, message: problem.message };
  } finally {
    api.lua_settop(L, top);
  }
}

class Evaluator {
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

  value(expression: Expression): Operand {
    switch (expression.kind) {
      case "nil":
        return NIL;
      case "boolean":
        return boolean(expression.value);
      case "number":
        return numberFromText(expression.text) ?? NIL;
      case "string":
        return { kind: "string", value: binary(expression.value) };
      case "name":
        return this.#named(expression.text);
      case "paren":
        return this.value(expression.inner);
      case "member":
        if (expression.style === ":") throw new ExpressionError(NO_CALLS);
        return this.#field(this.value(expression.object), {
          kind: "string",
          value: binary(expression.name.text),
        });
      case "index":
        return this.#field(this.value(expression.object), this.value(expression.key));
      case "unary":
        return this.#unary(expression.operator, this.value(expression.operand));
      case "binary":
        return this.#binary(expression);
      case "call":
        throw new ExpressionError(NO_CALLS);
      case "vararg":
        return this.#named("... (1)");
      case "function":
      case "table":
        throw new ExpressionError("Expressions can't create functions or tables.");
      case "missing":
        throw new ExpressionError("The expression is incomplete.");
    }
  }

  /** Reads values from the stack. */
  read(operand: Operand, reader: ValueReader): ShownValue {
    if (!("index" in operand)) throw new ExpressionError("This value can't be shown.");
    this.#vm.api.lua_pushvalue(this.#L, operand.index);
    return reader.pop(this.#L);
  }

  #unary(operator: string, operand: Operand): Operand {
    if (operator === "not") return boolean(!isTrue(operand));
    if (operator === "-") return this.#plain([operand], () => negated(operand));
    if (operator === "~") return this.#plain([operand], () => inverted(operand));
    if (operand.kind === "string") return integer(BigInt(operand.value.length));
    if (operand.kind !== "table")
      throw new ExpressionError(`attempt to get length of a ${typeOf(operand)} value`);
    this.#refuseMeta(operand, "__len");
    return integer(BigInt(this.#vm.api.lua_rawlen(this.#L, operand.index)));
  }

  #binary({ operator, left, right }: Extract<Expression, { kind: "binary" }>): Operand {
    const first = this.value(left);
    if (operator === "and") return isTrue(first) ? this.value(right) : first;
    if (operator === "or") return isTrue(first) ? first : this.value(right);
    const second = this.value(right);
    switch (operator) {
      case "==":
      case "~=":
        return boolean(this.#equal(first, second) === (operator === "=="));
      case "<":
      case "<=":
        return this.#plain([first, second], () => boolean(isLess(first, second, operator === "<=")));
      case ">":
      case ">=":
        return this.#plain([first, second], () => boolean(isLess(second, first, operator === ">=")));
      case "..":
        return this.#plain([first, second], () => {
          const [a, b] = [concatenable(first), concatenable(second)];
          if (a !== null && b !== null) return { kind: "string", value: a + b };
          throw new ExpressionError(`attempt to concatenate a ${typeOf(a === null ? first : second)} value`);
        });
    }
    return this.#plain([first, second], () => {
      const value = computed(operator, first, second);
      if (value === null) throw new ExpressionError(`Unknown operator ${operator}.`);
      return value;
    });
  }

  /** Does `work`, unless an operand has a metatable that might be asked instead. */
  #plain(operands: readonly Operand[], work: () => Operand): Operand {
    for (const operand of operands) {
      if ("index" in operand && this.#vm.api.lua_getmetatable(this.#L, operand.index) !== 0)
        throw new ExpressionError(NO_METAMETHODS);
    }
    return work();
  }

  #equal(left: Operand, right: Operand): boolean {
    if (!("index" in left && "index" in right)) return isEqual(left, right);
    const { api } = this.#vm;
    if (api.lua_topointer(this.#L, left.index) === api.lua_topointer(this.#L, right.index)) return true;
    if (left.kind === right.kind) for (const one of [left, right]) this.#refuseMeta(one, "__eq");
    return false;
  }

  #field(object: Operand, key: Operand): Operand {
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
      const same = this.#same(this.#top(), whole);
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

  #same(left: Operand, right: Operand): boolean {
    if (!("index" in left && "index" in right)) return isEqual(left, right);
    const { api } = this.#vm;
    return api.lua_topointer(this.#L, left.index) === api.lua_topointer(this.#L, right.index);
  }

  #refuseMeta(operand: Operand, name: string): void {
    const { api } = this.#vm;
    if (!("index" in operand) || api.lua_getmetatable(this.#L, operand.index) === 0) return;
    const found = this.#raw(api.lua_gettop(this.#L), { kind: "string", value: name });
    if (found.kind !== "nil") throw new ExpressionError(NO_METAMETHODS);
  }

  #named(name: string): Operand {
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
    return this.#field(this.#top(), { kind: "string", value: binary(name) });
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
    throw new ExpressionError("The script has no such function open at this step.");
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
        if (length > LONGEST_TEXT) throw new ExpressionError("The expression reads a string of over 1 MB.");
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

/** The value as it is shown, if it is not on Lua's stack. */
function shown(operand: Operand): ShownValue | null {
  switch (operand.kind) {
    case "nil":
      return { kind: "nil", text: "nil" };
    case "boolean":
    case "integer":
      return { kind: operand.kind === "integer" ? "number" : "boolean", text: String(operand.value) };
    case "float":
      return { kind: "number", text: floatText(operand.value) };
    case "string":
      return { kind: "string", text: fromBinary(operand.value), cut: 0 };
    default:
      return null;
  }
}

/** Bytes as a string of one character each. */
function byteText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function binary(text: string): string {
  return byteText(new TextEncoder().encode(text));
}

function fromBinary(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    Uint8Array.from(text, (byte) => byte.charCodeAt(0)),
  );
}
