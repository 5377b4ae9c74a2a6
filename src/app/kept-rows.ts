import type { CallRow } from "../gateway/call-row";

/** At least this many calls are kept per run. A loop can make a thousand a second. */
const MAX_CALLS = 5_000;
/** At least this many characters of calls are kept. A call can have any length, and the page must hold them all. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** The latest calls of one run. */
export class KeptRows {
  /** How many earlier calls were dropped. */
  dropped = 0;
  #rows: CallRow[] = [];
  #sizes: number[] = [];
  #characters = 0;

  /** The calls that are kept, in order. */
  list(): readonly CallRow[] {
    return this.#rows.slice();
  }

  add(row: CallRow): void {
    const size = JSON.stringify(row).length;
    this.#rows.push(row);
    this.#sizes.push(size);
    this.#characters += size;
    // Dropped in bulk, since each cut moves all the others.
    if (this.#rows.length > 2 * MAX_CALLS || this.#characters > 2 * MAX_CHARACTERS) this.#cut();
  }

  #cut(): void {
    const most = this.#rows.length - MAX_CALLS;
    let gone = 0;
    while (gone < this.#rows.length - 1 && (gone < most || this.#characters > MAX_CHARACTERS))
      this.#characters -= this.#sizes[gone++] ?? 0;
    this.#rows = this.#rows.slice(gone);
    this.#sizes = this.#sizes.slice(gone);
    this.dropped += gone;
  }
}
