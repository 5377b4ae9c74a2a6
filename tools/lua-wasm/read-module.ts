/** Parts of a WebAssembly module as its sections hold them (core specification, chapter "Modules" of the binary format). */
import { afterInstruction, CALL, END, I32_CONST, readLeb } from "../../src/sandbox/page/wasm/opcodes";
import { firstInstruction, nameAt, SECTION } from "../../src/sandbox/page/wasm/sections";

/** The ids of sections. */
export const SECTIONS = { ...SECTION, type: 1, function: 3, data: 11 } as const;

export interface WasmExport {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
  /** As it stands in the section. */
  readonly entry: Uint8Array;
}

/** The exports of an export section. */
export function readExports(content: Uint8Array): readonly WasmExport[] {
  return readList(content, 0, (at) => {
    const [name, kind] = nameAt(content, at);
    const [index, next] = readLeb(content, kind + 1);
    return [{ name, kind: content[kind] ?? 0, index, entry: content.subarray(at, next) }, next];
  });
}

/** The types of a type section, each as its bytes: `60`, parameters, results, both with their number in front. */
export function readTypes(content: Uint8Array): readonly Uint8Array[] {
  return readList(content, 0, (at) => {
    const [parameters, first] = readLeb(content, at + 1);
    const [results, second] = readLeb(content, first + parameters);
    const next = second + results;
    return [content.subarray(at, next), next];
  });
}

/** The types of a function section's functions, by their indices. */
export function readFunctionTypes(content: Uint8Array): readonly number[] {
  return readList(content, 0, (at) => readLeb(content, at));
}

/** Indices of the functions in the table, by their places. The first place is 1: an address of 0 is C's null. */
export function readTable(content: Uint8Array): readonly number[] {
  const [segments, flags, i32const, first, end] = content;
  if (segments !== 1 || flags !== 0 || i32const !== I32_CONST || first !== 1 || end !== END)
    throw new Error("The Lua VM's table of functions looks different: check read-module.ts.");
  return [-1, ...readList(content, 5, (at) => readLeb(content, at))];
}

/** Constant memory: what lies at which address when the module starts. */
export interface DataSegment {
  readonly address: number;
  /** A view of the section's bytes. */
  readonly bytes: Uint8Array;
}

/** The segments of a data section. */
export function readData(content: Uint8Array): readonly DataSegment[] {
  return readList(content, 0, (at) => {
    const [address, behind] = readLeb(content, at + 2);
    if (content[at] !== 0 || content[at + 1] !== I32_CONST || content[behind] !== END)
      throw new Error("The Lua VM's data looks different: check read-module.ts.");
    const [length, start] = readLeb(content, behind + 1);
    const next = start + length;
    return [{ address, bytes: content.subarray(start, next) }, next];
  });
}

/**
 * The data from where these bytes begin to the end of their segment. `what` is said in the error that is thrown unless they are
 * in exactly one segment.
 */
export function findData(data: readonly DataSegment[], wanted: Uint8Array, what: string): DataSegment {
  const found = data.flatMap(({ address, bytes }) => {
    const at = indexOfBytes(bytes, wanted);
    return at < 0 ? [] : [{ address: address + at, bytes: bytes.subarray(at) }];
  });
  const [one] = found;
  if (one === undefined || found.length > 1)
    throw new Error(`The Lua VM's data holds ${what} ${found.length} times: check tools/lua-wasm.`);
  return one;
}

/** Where `wanted` begins in `bytes`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  return bytes.findIndex((_, at) => wanted.every((byte, index) => bytes[at + index] === byte));
}

/** A list with its length in front. `read` returns what begins at an offset, and the offset behind it. */
function readList<T>(
  content: Uint8Array,
  from: number,
  read: (at: number) => readonly [T, next: number],
): readonly T[] {
  const [count, first] = readLeb(content, from);
  const found: T[] = [];
  for (let at = first; found.length < count; ) {
    const [one, next] = read(at);
    found.push(one);
    at = next;
  }
  return found;
}

/** Indices of the functions that a function's body calls directly. */
export function callsOf(body: Uint8Array): readonly number[] {
  return immediates(body, (opcode, at) => (opcode === CALL ? readLeb(body, at)[0] : null));
}

/** The addresses that a function's body names, among other constants: numbers, and offsets of loads and stores. */
export function addressesOf(body: Uint8Array): readonly number[] {
  return immediates(body, (opcode, at) => {
    if (opcode === I32_CONST) {
      const [value, next] = readLeb(body, at);
      // Constants are signed. A negative number is no address.
      const isNegative = ((body[next - 1] ?? 0) & 0x40) !== 0;
      return isNegative ? null : value;
    }
    const isMemory = opcode >= 0x28 && opcode <= 0x3e;
    return isMemory ? readLeb(body, readLeb(body, at)[1])[0] : null;
  });
}

/** What `read` finds in the instructions of a body. `at` is the offset behind the opcode. */
function immediates(
  body: Uint8Array,
  read: (opcode: number, at: number) => number | null,
): readonly number[] {
  const found: number[] = [];
  for (let at = firstInstruction(body); at < body.length; at = afterInstruction(body, at)) {
    const value = read(body[at] ?? 0, at + 1);
    if (value !== null) found.push(value);
  }
  return found;
}
