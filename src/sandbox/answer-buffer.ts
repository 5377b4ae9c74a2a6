/**
 * The shared buffer by which a sleeping worker gets its answer: `[state i32][bytes i32][rest i32][chunk …]`.
 * An answer longer than the buffer comes in chunks; between them the worker asks for the next by a message, which it can
 * send although it never returns to its event loop.
 */
const STATE = 0;
const BYTES = 1;
const REST = 2;
const HEADER_BYTES = 12;
const WAITING = 0;
const FILLED = 1;

/** Bytes of an answer that fit into one chunk. */
export const CHUNK_BYTES = 512 * 1024;

/** A buffer for one worker; throws where the page is not cross-origin isolated. */
export function createAnswerBuffer(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + CHUNK_BYTES);
}

/** The frame's side: takes an answer's text, writes its chunks one by one. */
export class AnswerWriter {
  readonly #header: Int32Array;
  readonly #chunk: Uint8Array;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(buffer: SharedArrayBuffer) {
    this.#header = new Int32Array(buffer, 0, 3);
    this.#chunk = new Uint8Array(buffer, HEADER_BYTES);
  }

  /** Begins an answer and wakes the worker with its first chunk. */
  write(answer: string): void {
    this.#rest = new TextEncoder().encode(answer);
    this.next();
  }

  /** The worker asked for more. */
  next(): void {
    const part = this.#rest.subarray(0, this.#chunk.length);
    this.#rest = this.#rest.subarray(part.length);
    this.#chunk.set(part);
    Atomics.store(this.#header, BYTES, part.length);
    Atomics.store(this.#header, REST, this.#rest.length);
    Atomics.store(this.#header, STATE, FILLED);
    Atomics.notify(this.#header, STATE);
  }
}

/** The worker's side. */
export class AnswerReader {
  readonly #header: Int32Array;
  readonly #chunk: Uint8Array;

  constructor(buffer: SharedArrayBuffer) {
    this.#header = new Int32Array(buffer, 0, 3);
    this.#chunk = new Uint8Array(buffer, HEADER_BYTES);
  }

  /** Asks by `ask`, then sleeps until the whole answer is there; `more` asks the frame for the next chunk. */
  exchange(ask: () => void, more: () => void): string {
    const decoder = new TextDecoder();
    let answer = "";
    let request = ask;
    for (;;) {
      Atomics.store(this.#header, STATE, WAITING);
      request();
      Atomics.wait(this.#header, STATE, WAITING);
      const bytes = Atomics.load(this.#header, BYTES);
      const rest = Atomics.load(this.#header, REST);
      // TextDecoder refuses shared memory, hence the copy.
      answer += decoder.decode(this.#chunk.slice(0, bytes), { stream: rest > 0 });
      if (rest === 0) return answer;
      request = more;
    }
  }
}
