/**
 * The shared buffer through which a worker receives texts without returning to its event loop: `[state i32][bytes i32]
 * [rest i32][chunk …]`. In a live run the worker sleeps until its response is there. In a mock run it checks at each call
 * whether the page wrote something. Longer texts come in chunks, and the worker posts a message to request the next one.
 */
const STATE = 0;
const BYTES = 1;
const REST = 2;
const HEADER_BYTES = 12;
const WAITING = 0;
const FILLED = 1;

/** Bytes of a text that fit into one chunk. */
const CHUNK_BYTES = 512 * 1024;

/** Makes the buffer of one worker. Throws if the page is not cross-origin isolated. */
export function createAnswerBuffer(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + CHUNK_BYTES);
}

/** The frame's side. Writes texts, chunk by chunk. */
export class AnswerWriter {
  readonly #header: Int32Array;
  readonly #chunk: Uint8Array;
  readonly #queue: string[] = [];
  #rest: Uint8Array = new Uint8Array(0);
  /** Chunks for which the worker has not asked for the next one. */
  #written = 0;

  constructor(buffer: SharedArrayBuffer) {
    this.#header = new Int32Array(buffer, 0, 3);
    this.#chunk = new Uint8Array(buffer, HEADER_BYTES);
  }

  /** Passes on a text as soon as those before it have been read, and wakes the worker. */
  write(text: string): void {
    this.#queue.push(text);
    this.next();
  }

  /** Called when the worker asks for the next chunk. Returns whether it had read one, as an honest worker has. */
  asked(): boolean {
    if (this.#written === 0) return false;
    this.#written -= 1;
    this.next();
    return true;
  }

  /** Writes the next chunk, unless the last one has not been read or there is none. */
  next(): void {
    if (Atomics.load(this.#header, STATE) === FILLED) return;
    if (this.#rest.length === 0) {
      const text = this.#queue.shift();
      if (text === undefined) return;
      this.#rest = new TextEncoder().encode(text);
    }
    const part = this.#rest.subarray(0, this.#chunk.length);
    this.#rest = this.#rest.subarray(part.length);
    this.#chunk.set(part);
    this.#written += 1;
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
  readonly #more: () => void;

  /** @param more asks the page for the next chunk, or the next text */
  constructor(buffer: SharedArrayBuffer, more: () => void) {
    this.#header = new Int32Array(buffer, 0, 3);
    this.#chunk = new Uint8Array(buffer, HEADER_BYTES);
    this.#more = more;
  }

  /** Sleeps until there is a text, and returns it. */
  wait(): string {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      Atomics.wait(this.#header, STATE, WAITING);
      const bytes = Atomics.load(this.#header, BYTES);
      const rest = Atomics.load(this.#header, REST);
      // TextDecoder refuses shared memory, hence the copy.
      text += decoder.decode(this.#chunk.slice(0, bytes), { stream: rest > 0 });
      Atomics.store(this.#header, STATE, WAITING);
      if (rest === 0) return text;
      this.#more();
    }
  }

  /** The text that is there now, or `null`. */
  look(): string | null {
    if (Atomics.load(this.#header, STATE) !== FILLED) return null;
    const text = this.wait();
    this.#more();
    return text;
  }
}
