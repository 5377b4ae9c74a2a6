import type { LuaExports, Pointer } from "./lua-api";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;
const HEX = /^([+-]?)0x(?:([\da-f]+)\.?([\da-f]*)|\.([\da-f]+))(?:p([+-]?\d+))?/i;

/** The letters of numbers, by their bytes. */
const OF_NUMBERS = byteSet("0123456789abcdefABCDEFxXpP+-.");
const SPACES = byteSet("\t\n\v\f\r ");
const decoder = new TextDecoder();
/** Below this, decoding takes longer than adding letter to letter. */
const SHORT = 32;

/**
 * C's `strtod` in the locale "C" (C99, 7.20.1.3), which Lua reads floats with. It leaves out `inf` and `nan`: Lua refuses
 * any text with an n in it first. The compiled one computes with 128 bits, in 13 kB of code. `machine` returns the exports of
 * the Lua machine.
 */
export function createStrtod(machine: () => LuaExports): (text: Pointer, end: Pointer) => number {
  let bytes = new Uint8Array();
  return (text, end) => {
    // Growing detaches the old buffer, which empties its views.
    if (bytes.length === 0) bytes = new Uint8Array(machine().memory.buffer);
    let start = text;
    while (isOf(SPACES, bytes[start])) start++;
    let stop = start;
    while (isOf(OF_NUMBERS, bytes[stop])) stop++;
    const letters = bytes.subarray(start, stop);
    const { value, length } = readNumber(
      letters.length < SHORT ? String.fromCharCode(...letters) : decoder.decode(letters),
    );
    if (end !== 0) {
      const behind = length === 0 ? text : start + length;
      for (let at = 0; at < 4; at++) bytes[end + at] = behind >>> (8 * at);
    }
    return value;
  };
}

/** Reads the number at the start of a text. If there is none, its value and length are 0. */
function readNumber(text: string): { readonly value: number; readonly length: number } {
  const hex = HEX.exec(text);
  if (hex !== null) {
    const [all, sign, whole = "", digits = "", fraction = digits, exponent = "0"] = hex;
    const value = scaled(whole + fraction, Number(exponent) - 4 * fraction.length);
    return { value: sign === "-" ? -value : value, length: all.length };
  }
  const [decimal = ""] = DECIMAL.exec(text) ?? [];
  return { value: Number(decimal), length: decimal.length };
}

/** A double has 53 significant bits, and the lowest of them is worth at least 2 to the power of -1074. */
const BITS = 53;
const LOWEST = -1074;
/** Enough hexadecimal digits to round by. Of the rest, it only matters whether all are 0. */
const ENOUGH = 16;

/** Hexadecimal digits times a power of two, rounded to the nearest double, ties to even (IEEE 754). */
function scaled(digits: string, power: number): number {
  const significant = digits.replace(/^0+/, "");
  if (significant === "") return 0;
  const rest = significant.slice(ENOUGH);
  const sticky = /[^0]/.test(rest) ? "1" : "0";
  const mantissa = BigInt(`0x${significant.slice(0, ENOUGH)}${sticky}`);
  // Beyond this, it is 0 or infinite anyway.
  const exponent = Math.max(-2000, Math.min(2000, power + 4 * (rest.length - 1)));
  const bits = mantissa.toString(2).length;
  const last = Math.max(LOWEST, exponent + bits - BITS);
  const dropped = BigInt(Math.max(0, last - exponent));
  let kept = mantissa >> dropped;
  const lost = mantissa - (kept << dropped);
  const half = (1n << dropped) / 2n;
  if (dropped > 0n && (lost > half || (lost === half && kept % 2n === 1n))) kept += 1n;
  // In two steps, since a power of two below -1022 or above 1023 alone may not be a double.
  const scale = exponent + Number(dropped);
  return Number(kept) * 2 ** Math.trunc(scale / 2) * 2 ** (scale - Math.trunc(scale / 2));
}

function byteSet(letters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of new TextEncoder().encode(letters)) set[byte] = 1;
  return set;
}

const isOf = (set: Uint8Array, byte: number | undefined): boolean => set[byte ?? 0] === 1;
