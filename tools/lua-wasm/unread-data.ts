import { addressesOf, findData, indexOfBytes, readData } from "./read-module";

/** Constant memory that is never read. */
interface UnreadData {
  readonly what: string;
  /** The bytes at its beginning, of which those before `from` are read. */
  readonly first: Uint8Array;
  readonly from: number;
  /** The bytes at its end. */
  readonly last: Uint8Array;
}

const text = (characters: string) => new TextEncoder().encode(characters);
const words = (...values: readonly number[]) => new Uint8Array(Int32Array.from(values).buffer);

const UNREAD: readonly UnreadData[] = [
  {
    // musl, `__rem_pio2_large.c`: a double needs 66 words. The rest is for C's `long double`, which has 128 bits here and
    // which Lua takes no sine of.
    what: "the digits of 2/π for quad precision",
    first: words(0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1),
    from: 66 * 4,
    // Without the zero at its end.
    last: words(0x4d5901, 0x8071e0).subarray(0, 7),
  },
  {
    what: "the messages of strerror",
    first: text("No error information\0"),
    from: 0,
    last: text("Key was rejected by service\0"),
  },
];

/**
 * Returns a data section with zeros for what the functions with these bodies never read. Throws if it looks different, or if
 * one of them names an address in it.
 */
export function withoutUnread(content: Uint8Array, bodies: readonly Uint8Array[]): Uint8Array {
  const blanked = content.slice();
  const data = readData(blanked);
  const named = bodies.flatMap(addressesOf);
  for (const { what, first, from, last } of UNREAD) {
    const { address, bytes } = findData(data, first, what);
    const lastAt = indexOfBytes(bytes, last);
    if (lastAt < 0) throw new Error(`The Lua VM's data lacks the end of ${what}: check unread-data.ts.`);
    const to = lastAt + last.length;
    if (named.some((one) => one >= address + from && one < address + to))
      throw new Error(`The Lua VM reads ${what}: check unread-data.ts.`);
    bytes.fill(0, from, to);
  }
  return blanked;
}
