import { floatText } from "./number-text";

/** A value in a watched expression. Strings are one character a byte. What only Lua can hold stays on its stack. */
export type Operand =
  | { readonly kind: "nil" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "table" | "function" | "userdata" | "thread"; readonly index: number };

/** Why an expression has no value. */
export class ExpressionError extends Error {}

export const NIL: Operand = { kind: "nil" };

export const integer = (value: bigint): Operand => ({ kind: "integer", value: BigInt.asIntN(64, value) });
export const float = (value: number): Operand => ({ kind: "float", value });
export const boolean = (value: boolean): Operand => ({ kind: "boolean", value });

/** Whether it is true in Lua. */
export function isTrue(operand: Operand): boolean {
  return operand.kind === "boolean" ? operand.value : operand.kind !== "nil";
}

/** The type's name in Lua's error texts. */
export function typeOf({ kind }: Operand): string {
  return kind === "integer" || kind === "float" ? "number" : kind;
}

/** Returns the number in a text, as read by Lua's lexer and `tonumber`, or `null`. */
export function numberFromText(text: string): Operand | null {
  const trimmed = text.trim();
  if (/^[+-]?\d+$/.test(trimmed)) {
    const value = BigInt(trimmed.replace("+", ""));
    return BigInt.asIntN(64, value) === value ? integer(value) : float(Number(trimmed));
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return float(Number(trimmed));
  const hex = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i.exec(trimmed);
  if (hex === null) return null;
  const [, sign, whole = "", fraction, power] = hex;
  if (whole === "" && !fraction) return null;
  if (fraction === undefined && power === undefined) {
    const value = BigInt(`0x${whole}`);
    return integer(sign === "-" ? -value : value);
  }
  const digits = fraction ?? "";
  const value = Number(BigInt(`0x${whole}${digits}`)) * 2 ** (Number(power ?? 0) - 4 * digits.length);
  return float(sign === "-" ? -value : value);
}

/** The text of a string or number in a concatenation, or `null` for anything else. */
export function concatenable(operand: Operand): string | null {
  if (operand.kind === "string") return operand.value;
  if (operand.kind === "integer") return String(operand.value);
  return operand.kind === "float" ? floatText(operand.value) : null;
}

type LuaNumber = Extract<Operand, { kind: "integer" | "float" }>;

function numberOf(operand: Operand, doing: string): LuaNumber {
  if (operand.kind === "integer" || operand.kind === "float") return operand;
  const read = operand.kind === "string" ? numberFromText(operand.value) : null;
  if (read?.kind === "integer" || read?.kind === "float") return read;
  throw new ExpressionError(`attempt to ${doing} a ${typeOf(operand)} value`);
}

function wholeOf(operand: Operand): bigint {
  const number = numberOf(operand, "perform bitwise operation on");
  if (number.kind === "integer") return number.value;
  if (Number.isInteger(number.value) && Math.abs(number.value) < 2 ** 63) return BigInt(number.value);
  throw new ExpressionError("number has no integer representation");
}

/** Unary minus. */
export function negated(operand: Operand): Operand {
  const number = numberOf(operand, "perform arithmetic on");
  return number.kind === "integer" ? integer(-number.value) : float(-number.value);
}

/** Bitwise not. */
export function inverted(operand: Operand): Operand {
  return integer(~wholeOf(operand));
}

const FLOATS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "//": (a, b) => Math.floor(a / b),
  "%": (a, b) =>
    !Number.isFinite(b) && Number.isFinite(a) ? (a * b >= 0 ? a : b) : a - Math.floor(a / b) * b,
};

const INTEGERS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "//": (a, b) => floorDivided(a, b, "n//0"),
  "%": (a, b) => a - floorDivided(a, b, "n%%0") * b,
};

function floorDivided(a: bigint, b: bigint, what: string): bigint {
  if (b === 0n) throw new ExpressionError(`attempt to perform '${what}'`);
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const BITS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "~": (a, b) => a ^ b,
  "<<": shifted,
  ">>": (a, b) => shifted(a, -b),
};

function shifted(a: bigint, by: bigint): bigint {
  if (by <= -64n || by >= 64n) return 0n;
  const bits = BigInt.asUintN(64, a);
  return by >= 0n ? bits << by : bits >> -by;
}

/** An arithmetic or bitwise operator; `null` for another. Throws an `ExpressionError` in Lua's words. */
export function computed(operator: string, left: Operand, right: Operand): Operand | null {
  const bits = BITS[operator];
  if (bits !== undefined) return integer(bits(wholeOf(left), wholeOf(right)));
  const floats = FLOATS[operator];
  if (floats === undefined) return null;
  const a = numberOf(left, "perform arithmetic on");
  const b = numberOf(right, "perform arithmetic on");
  const integers = INTEGERS[operator];
  if (integers !== undefined && a.kind === "integer" && b.kind === "integer")
    return integer(integers(a.value, b.value));
  return float(floats(Number(a.value), Number(b.value)));
}

/** Whether `left < right` (`or equal`). Throws an `ExpressionError` if they cannot be compared. */
export function isLess(left: Operand, right: Operand, orEqual: boolean): boolean {
  const numbers = isNumber(left) && isNumber(right);
  if (!numbers && !(left.kind === "string" && right.kind === "string")) {
    const [a, b] = [typeOf(left), typeOf(right)];
    throw new ExpressionError(
      a === b ? `attempt to compare two ${a} values` : `attempt to compare ${a} with ${b}`,
    );
  }
  return left.value < right.value || (orEqual && equalValues(left.value, right.value));
}

/** Whether two values that are not on Lua's stack are equal. */
export function isEqual(left: Operand, right: Operand): boolean {
  if (isNumber(left) && isNumber(right)) return equalValues(left.value, right.value);
  if (left.kind !== right.kind) return false;
  return "value" in left && "value" in right ? left.value === right.value : left.kind === "nil";
}

function isNumber(operand: Operand): operand is LuaNumber {
  return operand.kind === "integer" || operand.kind === "float";
}

/** An integer equals a float of the same value; JavaScript compares those exactly only with `==`, `<` and `>`. */
function equalValues(a: bigint | number | string, b: bigint | number | string): boolean {
  return typeof a === typeof b
    ? a === b
    : !(a < b) && !(a > b) && a !== b && !Number.isNaN(Number(a) + Number(b));
}
