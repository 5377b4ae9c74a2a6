import type { Expression } from "../../language/parse/ast";
import type { FramePlace } from "../changes";
import type { ShownValue } from "../moment";
import type { Evaluated } from "../replay-protocol";
import { fromUtf8Text, utf8Text } from "./byte-text";
import { FrameValues, NO_METAMETHODS } from "./frame-values";
import { floatText } from "./number-text";
import {
  boolean,
  computed,
  concatenable,
  ExpressionError,
  integer,
  inverted,
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
const NO_CALLS = "Expressions can't call functions: a call could change the run.";

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
    const values = new FrameValues(vm, L, frame, top + ROOM);
    const operand = new Evaluator(values).value(expression);
    const reader = new ValueReader(vm, limits);
    const value = shown(operand) ?? values.read(operand, reader);
    return { ok: true, value, holds: isTrue(operand), tables: reader.tables };
  } catch (problem) {
    if (!(problem instanceof ExpressionError)) throw problem;
    return { ok: false, message: problem.message };
  } finally {
    api.lua_settop(L, top);
  }
}

class Evaluator {
  readonly #values: FrameValues;

  constructor(values: FrameValues) {
    this.#values = values;
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
        return { kind: "string", value: utf8Text(expression.value) };
      case "name":
        return this.#values.named(expression.text);
      case "paren":
        return this.value(expression.inner);
      case "member":
        if (expression.style === ":") throw new ExpressionError(NO_CALLS);
        return this.#values.field(this.value(expression.object), {
          kind: "string",
          value: utf8Text(expression.name.text),
        });
      case "index":
        return this.#values.field(this.value(expression.object), this.value(expression.key));
      case "unary":
        return this.#unary(expression.operator, this.value(expression.operand));
      case "binary":
        return this.#binary(expression);
      case "call":
        throw new ExpressionError(NO_CALLS);
      case "vararg":
        return this.#values.named("... (1)");
      case "function":
      case "table":
        throw new ExpressionError("Expressions can't create functions or tables.");
      case "missing":
        throw new ExpressionError("The expression is incomplete.");
    }
  }

  #unary(operator: string, operand: Operand): Operand {
    if (operator === "not") return boolean(!isTrue(operand));
    if (operator === "-") return this.#plain([operand], () => negated(operand));
    if (operator === "~") return this.#plain([operand], () => inverted(operand));
    if (operand.kind === "string") return integer(BigInt(operand.value.length));
    if (operand.kind !== "table")
      throw new ExpressionError(`attempt to get length of a ${typeOf(operand)} value`);
    return this.#values.length(operand);
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
      if (this.#values.hasMetatable(operand)) throw new ExpressionError(NO_METAMETHODS);
    }
    return work();
  }

  #equal(left: Operand, right: Operand): boolean {
    if (this.#values.same(left, right)) return true;
    if (left.kind === right.kind) for (const one of [left, right]) this.#values.refuseMeta(one, "__eq");
    return false;
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
      return { kind: "string", text: fromUtf8Text(operand.value), cut: 0 };
    default:
      return null;
  }
}
