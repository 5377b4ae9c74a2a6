/**
 * Lists that only grow, in pieces of a fixed size: adding an item or changing one copies its piece, not the list, and an
 * index kept for each piece stays good for all the pieces that did not change.
 */
export type Chunks<T> = readonly (readonly T[])[];

const size = 128;

/** Cuts a list into pieces. */
export function toChunks<T>(items: readonly T[]): Chunks<T> {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** How many items the pieces hold. */
export function countOf(chunks: Chunks<unknown>): number {
  return chunks.reduce((total, chunk) => total + chunk.length, 0);
}

/** The list with one more item at its end. */
export function append<T>(chunks: Chunks<T>, item: T): Chunks<T> {
  const last = chunks.at(-1);
  if (last === undefined || last.length >= size) return [...chunks, [item]];
  return chunks.with(-1, [...last, item]);
}

/** The item at a position of the whole list, counted from 0; every piece but the last is full. */
export function itemAt<T>(chunks: Chunks<T>, position: number): T | undefined {
  return chunks[Math.floor(position / size)]?.[position % size];
}

/** Items by key. The pieces' indexes are remembered by the pieces themselves, which never change. */
export class ChunkIndex<T extends object> {
  readonly #indexes = new WeakMap<readonly T[], ReadonlyMap<string, T>>();
  readonly #keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  /** The item with this key; undefined when there is none. */
  find(chunks: Chunks<T>, key: string): T | undefined {
    for (const chunk of chunks) {
      const found = this.#indexOf(chunk).get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The position of the item with this key, counted from 0; undefined when there is none. */
  position(chunks: Chunks<T>, key: string): number | undefined {
    const at = chunks.findIndex((chunk) => this.#indexOf(chunk).has(key));
    const within = chunks[at]?.findIndex((item) => this.#keyOf(item) === key);
    return within === undefined ? undefined : at * size + within;
  }

  /** The list with `item` where the item of the same key was, or at the end when there was none. */
  put(chunks: Chunks<T>, item: T): Chunks<T> {
    const key = this.#keyOf(item);
    const at = chunks.findIndex((chunk) => this.#indexOf(chunk).has(key));
    const chunk = chunks[at];
    if (chunk === undefined) return append(chunks, item);
    return chunks.with(
      at,
      chunk.map((one) => (this.#keyOf(one) === key ? item : one)),
    );
  }

  #indexOf(chunk: readonly T[]): ReadonlyMap<string, T> {
    const known = this.#indexes.get(chunk);
    if (known !== undefined) return known;
    const made = new Map(chunk.map((item) => [this.#keyOf(item), item]));
    this.#indexes.set(chunk, made);
    return made;
  }
}
