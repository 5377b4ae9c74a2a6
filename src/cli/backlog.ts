/** Bytes of output that may be on their way before the script has to wait. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Keeps a script that prints faster than the terminal takes from filling the memory: both threads count the bytes that are
 * on their way in shared memory, and the script's thread sleeps while they are too many.
 */
export class Backlog {
  readonly #bytes: Int32Array;

  constructor(readonly buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#bytes = new Int32Array(buffer);
  }

  /** The script's thread: waits for room, then counts `bytes` as on their way. */
  add(bytes: number): void {
    for (;;) {
      const pending = Atomics.load(this.#bytes, 0);
      if (pending < MOST_BYTES) break;
      Atomics.wait(this.#bytes, 0, pending);
    }
    Atomics.add(this.#bytes, 0, bytes);
  }

  /** The writing thread: `bytes` have been written. */
  done(bytes: number): void {
    Atomics.sub(this.#bytes, 0, bytes);
    Atomics.notify(this.#bytes, 0);
  }
}
