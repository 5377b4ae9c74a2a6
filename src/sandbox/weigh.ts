/** The heaviest message the page may have to unpack: a few tenths of a second on a busy machine. */
const MOST = 4_000_000;

/** The cost of unpacking values, relative to a number. Measured in three engines (docs/sandbox.md). */
const OBJECT = 16;
const KEY = 2;
const CHARS_PER_UNIT = 16;
/** Buffers are transferred, not copied. */
const BYTES_PER_UNIT = 64;

/**
 * Weighs a message: plain objects, lists, buffers, texts, numbers, booleans and nothing. Returns its buffers, each once, or
 * `null` if it is too heavy for the page or holds anything else.
 */
export function weigh(message: unknown): ArrayBuffer[] | null {
  const buffers = new Set<ArrayBuffer>();
  const left: unknown[] = [message];
  let weight = 0;
  while (left.length > 0) {
    const value = left.pop();
    weight += 1;
    if (typeof value === "string") weight += value.length / CHARS_PER_UNIT;
    else if (typeof value === "object" && value !== null) {
      weight += OBJECT;
      if (Array.isArray(value)) {
        // A list may claim to have four billion items.
        if (weight + value.length > MOST) return null;
        for (const item of value) left.push(item);
      } else if (ArrayBuffer.isView(value)) {
        const { buffer } = value;
        if (!(buffer instanceof ArrayBuffer)) return null;
        if (!buffers.has(buffer)) weight += buffer.byteLength / BYTES_PER_UNIT;
        buffers.add(buffer);
      } else if (Object.getPrototypeOf(value) === Object.prototype) {
        for (const [key, item] of Object.entries(value)) {
          weight += KEY + key.length / CHARS_PER_UNIT;
          left.push(item);
        }
      } else return null;
    } else if (typeof value === "bigint") return null;
    if (weight + left.length > MOST) return null;
  }
  return [...buffers];
}
