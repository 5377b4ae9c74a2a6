import {
  kindOfWord,
  lineOfWord,
  mixedHash,
  type RunStep,
  type StepKind,
  stepOfWords,
  whatWord,
  whereWord,
} from "./step";

/** Steps in one chunk. */
const CHUNK = 4096;
/** Chunks kept of a long run's beginning, and of its end: five million steps in 40 MB. */
const KEPT = Math.floor(5_000_000 / CHUNK / 2);

/** The steps of a run in order, two words each. Of more than five million, the first and the last half of that many. */
export class Timeline {
  readonly #chunks: Int32Array<ArrayBuffer>[] = [];
  /** The hash before each chunk. */
  readonly #hashes: number[] = [];
  #dropped = 0;
  #count = 0;
  #hash = 0;
  #current = new Int32Array(0);
  #at = 0;

  /** How many steps the run has, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** A number that two runs share only if their steps are the same so far. */
  get hash(): number {
    return this.#hash;
  }

  /** The first and the last step that were not kept, or `null` if all were. */
  get missing(): { readonly from: number; readonly to: number } | null {
    return this.#dropped === 0 ? null : { from: KEPT * CHUNK + 1, to: (KEPT + this.#dropped) * CHUNK };
  }

  /** Adds steps by their words (`whatWord`, `whereWord`). */
  addWords(words: Int32Array): void {
    for (let at = 0; at < words.length; at += 2) this.#add(words[at] ?? 0, words[at + 1] ?? 0);
  }

  /** Adds a step. */
  add({ kind, line, depth, thread }: RunStep): void {
    this.#add(whatWord(kind, line), whereWord(depth, thread));
  }

  /** Returns a step, or `null` if there is none of that number or it was not kept. */
  at(step: number): RunStep | null {
    const place = this.#place(step);
    return place && stepOfWords(place.chunk[place.at] ?? 0, place.chunk[place.at + 1] ?? 0);
  }

  /** Calls `visit` with each step that is kept, in order. */
  each(visit: (step: number, kind: StepKind | undefined, line: number) => void): void {
    for (const [index, chunk] of this.#chunks.entries()) {
      const first = (index < KEPT ? index : index + this.#dropped) * CHUNK;
      const steps = Math.min(CHUNK, this.#count - first);
      for (let at = 0; at < steps; at++) {
        const what = chunk[at * 2] ?? 0;
        visit(first + at + 1, kindOfWord(what), lineOfWord(what));
      }
    }
  }

  /** The hash as it was after `step`, or `null` if that step was not kept. */
  hashAfter(step: number): number | null {
    if (step === 0) return 0;
    const place = this.#place(step);
    if (place === null) return null;
    let hash = this.#hashes[place.index] ?? 0;
    for (let at = 0; at <= place.at; at += 2)
      hash = mixedHash(hash, place.chunk[at] ?? 0, place.chunk[at + 1] ?? 0);
    return hash;
  }

  #add(what: number, where: number): void {
    if (this.#at === this.#current.length) this.#grow();
    this.#current[this.#at] = what;
    this.#current[this.#at + 1] = where;
    this.#at += 2;
    this.#count++;
    this.#hash = mixedHash(this.#hash, what, where);
  }

  #grow(): void {
    let room: Int32Array<ArrayBuffer> | undefined;
    if (this.#chunks.length === 2 * KEPT) {
      [room] = this.#chunks.splice(KEPT, 1);
      this.#hashes.splice(KEPT, 1);
      this.#dropped++;
    }
    // A chunk that is dropped is used again: garbage of that size may lie about for long.
    this.#current = room ?? new Int32Array(CHUNK * 2);
    this.#chunks.push(this.#current);
    this.#hashes.push(this.#hash);
    this.#at = 0;
  }

  #place(step: number) {
    if (!Number.isInteger(step) || step < 1 || step > this.#count) return null;
    const whole = Math.floor((step - 1) / CHUNK);
    if (whole >= KEPT && whole < KEPT + this.#dropped) return null;
    const index = whole < KEPT ? whole : whole - this.#dropped;
    const chunk = this.#chunks[index];
    return chunk === undefined ? null : { index, chunk, at: ((step - 1) % CHUNK) * 2 };
  }
}
