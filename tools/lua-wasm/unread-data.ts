import { addressesOf, readData } from "./read-module";

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
  const named = bodies.flatMap(addressesOf);
  for (const { what, first, from, last } of UNREAD) {
    const found = readData(blanked).flatMap(({ address, bytes }) => {
      const start = indexOf(bytes, first, 0);
      const end = start < 0 ? -1 : indexOf(bytes, last, start);
      if (end < 0) return [];
      const unread = {
        address: address + start + from,
        bytes: bytes.subarray(start + from, end + last.length),
      };
      return [unread];
    });
    const [unread] = found;
    if (unread === undefined || found.length > 1)
      throw new Error(`The Lua VM's data holds ${what} ${found.length} times: check unread-data.ts.`);
    const end = unread.address + unread.bytes.length;
    if (named.some((address) => address >= unread.address && address < end))
      throw new Error(`The Lua VM reads ${what}: check unread-data.ts.`);
    unread.bytes.fill(0);
  }
  return blanked;
}

/** Where `wanted` begins in `bytes`, or -1. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from; at <= bytes.length - wanted.length; at++)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
