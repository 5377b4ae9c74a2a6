/** What follows a WebAssembly opcode in its function's body (core specification, chapter "Instructions" of the binary format). */
type Immediate = "none" | "leb" | "leb2" | "labels" | "types" | "f32" | "f64";

/** WebAssembly's `call`, with the function's index behind it. */
export const CALL = 0x10;
/** WebAssembly's `loop`. */
export const LOOP = 0x03;
/** WebAssembly's `i32.const`, with a signed number behind it. */
export const I32_CONST = 0x41;
/** WebAssembly's `end`. */
export const END = 0x0b;

const PREFIX_MISC = 0xfc;

/** The offset behind the instruction at `at`. Throws for an instruction that the Lua VM's module has no use for. */
export function afterInstruction(bytes: Uint8Array, at: number): number {
  const opcode = bytes[at] ?? 0;
  if (opcode !== PREFIX_MISC) return afterImmediate(bytes, at + 1, immediateOf(opcode));
  const [sub, next] = readLeb(bytes, at + 1);
  return afterImmediate(bytes, next, miscImmediateOf(sub));
}

/** An unsigned LEB128 number (at most 32 bits) and the offset behind it. */
export function readLeb(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined || shift > 28) throw new Error(`No LEB128 number ends at byte ${at}.`);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** An unsigned number as LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

function immediateOf(opcode: number): Immediate {
  if (opcode >= 0x02 && opcode <= 0x04) return "leb"; // block, loop, if: their type
  if (opcode === 0x0c || opcode === 0x0d || opcode === 0x10) return "leb"; // br, br_if, call
  if (opcode === 0x0e) return "labels"; // br_table
  if (opcode === 0x11) return "leb2"; // call_indirect
  if (opcode === 0x1c) return "types"; // select with a type
  if (opcode >= 0x20 && opcode <= 0x26) return "leb"; // locals, globals, tables
  if (opcode >= 0x28 && opcode <= 0x3e) return "leb2"; // loads and stores
  if (opcode >= 0x3f && opcode <= 0x42) return "leb"; // memory.size, memory.grow, i32.const, i64.const
  if (opcode === 0x43) return "f32";
  if (opcode === 0x44) return "f64";
  if (opcode === 0xd0 || opcode === 0xd2) return "leb"; // ref.null, ref.func
  const plain =
    opcode <= 0x01 ||
    opcode === 0x05 ||
    opcode === 0x0b ||
    opcode === 0x0f ||
    opcode === 0xd1 || // control
    opcode === 0x1a ||
    opcode === 0x1b ||
    (opcode >= 0x45 && opcode <= 0xc4); // drop, select, numbers
  if (plain) return "none";
  throw new Error(`WebAssembly instruction 0x${opcode.toString(16)} is not known here.`);
}

function miscImmediateOf(sub: number): Immediate {
  if (sub <= 7) return "none"; // conversions that saturate
  if (sub === 9 || sub === 11 || sub === 13 || (sub >= 15 && sub <= 17)) return "leb";
  if (sub === 8 || sub === 10 || sub === 12 || sub === 14) return "leb2"; // init and copy of memories and tables
  throw new Error(`WebAssembly instruction 0xfc ${sub} is not known here.`);
}

function afterImmediate(bytes: Uint8Array, at: number, immediate: Immediate): number {
  switch (immediate) {
    case "none":
      return at;
    case "leb":
      return afterLeb(bytes, at);
    case "leb2":
      return afterLeb(bytes, afterLeb(bytes, at));
    case "labels": {
      const [count, next] = readLeb(bytes, at);
      let end = next;
      for (let label = 0; label <= count; label++) end = afterLeb(bytes, end);
      return end;
    }
    case "types": {
      const [count, next] = readLeb(bytes, at);
      return next + count;
    }
    case "f32":
      return at + 4;
    case "f64":
      return at + 8;
  }
}

/** Behind a LEB128 number of any width, signed or not. */
function afterLeb(bytes: Uint8Array, at: number): number {
  let end = at;
  while ((bytes[end] ?? 0) >= 0x80) end++;
  return end + 1;
}
