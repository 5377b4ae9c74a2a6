/**
 * Lists that only grow, in pieces of a fixed size: adding or changing an item copies its piece, not the list, and each unchanged
 * piece keeps its index.
 */
export type Chunks<T> = readonly (readonly T[])[];

const size = 128;

/** Cuts a list into pieces. */
export function toChunks<T>(items: readonly T[]): Chunks<T> {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** How many items the pieces have. */
export function countOf(chunks: Chunks<unknown>): number {
  return chunks.reduce((total, chunk) => total + chunk.length, 0);
}

/** The item at a position in the whole list, counted from 0. Every piece but the last is full. */
export function itemAt<T>(chunks: Chunks<T>, position: number): T | undefined {
  return chunks[Math.floor(position / size)]?.[position % size];
}

/**
 * Items by key. A key's place is cached with its piece, which never changes. A piece made from it by adding or replacing an item
 * reuses the same cache, so neither costs a walk over the piece.
 */
export class ChunkIndex<T extends object> {
  /** May contain keys that only later versions of a piece have: these are past its end. */
  readonly #places = new WeakMap<readonly T[], Map<string, number>>();
  readonly #keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  /** The item with this key, or `undefined`. */
  find(chunks: Chunks<T>, key: string): T | undefined {
    for (const chunk of chunks) {
      const within = this.#placeIn(chunk, key);
      if (within !== undefined) return chunk[within];
    }
    return undefined;
  }

  /** The position of the item with this key, counted from 0, or `undefined`. */
  position(chunks: Chunks<T>, key: string): number | undefined {
    const at = chunks.findIndex((chunk) => this.#placeIn(chunk, key) !== undefined);
    const chunk = chunks[at];
    const within = chunk && this.#placeIn(chunk, key);
    return within === undefined ? undefined : at * size + within;
  }

  /** The list with one more item at its end, whose key is not in the list yet. */
  append(chunks: Chunks<T>, item: T): Chunks<T> {
    const last = chunks.at(-1);
    if (last === undefined || last.length >= size) return [...chunks, [item]];
    const longer = [...last, item];
    const places = this.#placesOf(last);
    const key = this.#keyOf(item);
    // Another version of the piece may have been continued before. Then this one gets its own cache on first use.
    if (places.size === last.length && !places.has(key)) {
      places.set(key, last.length);
      this.#places.set(longer, places);
    }
    return chunks.with(-1, longer);
  }

  /** The list with `item` in place of the item with the same key, or at the end if there was none. */
  put(chunks: Chunks<T>, item: T): Chunks<T> {
    const key = this.#keyOf(item);
    const at = chunks.findIndex((chunk) => this.#placeIn(chunk, key) !== undefined);
    const chunk = chunks[at];
    const within = chunk && this.#placeIn(chunk, key);
    if (chunk === undefined || within === undefined) return this.append(chunks, item);
    const changed = chunk.with(within, item);
    this.#places.set(changed, this.#placesOf(chunk));
    return chunks.with(at, changed);
  }

  #placeIn(chunk: readonly T[], key: string): number | undefined {
    const place = this.#placesOf(chunk).get(key);
    return place !== undefined && place < chunk.length ? place : undefined;
  }

  #placesOf(chunk: readonly T[]): Map<string, number> {
    const known = this.#places.get(chunk);
    if (known !== undefined) return known;
    const made = new Map(chunk.map((item, at) => [this.#keyOf(item), at]));
    this.#places.set(chunk, made);
    return made;
  }
}
