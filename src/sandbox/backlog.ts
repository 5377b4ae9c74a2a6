import type { FromWorker } from "./protocol";

/** Bytes that a run may have on their way before it has to wait: what the receiver deals with in one turn. */
export const MOST_BYTES = 512 * 1024;

/** What a message costs its receiver beside its bytes, and what a row or an event in it does, as bytes. */
const MESSAGE_BYTES = 2048;
const ITEM_BYTES = 512;

/** What a message counts as. Both sides count the same. */
export function messageBytes(message: FromWorker): number {
  switch (message.kind) {
    case "output":
      // Of all that the frames keep in memory, of which they may be a part.
      return MESSAGE_BYTES + message.frames.buffer.byteLength;
    case "call":
    case "heard":
      return MESSAGE_BYTES + message.text.length;
    case "runEvents": {
      const events = Object.values(message.events).reduce((sum, each) => sum + each.length, 0);
      return MESSAGE_BYTES + (message.rows.length + events) * ITEM_BYTES;
    }
    default:
      return MESSAGE_BYTES;
  }
}

/** Where a run waits before it sends. */
interface Outlet {
  /** Waits for room, then counts `bytes` as on their way. */
  add(bytes: number): void;
}

/**
 * Keeps a script that prints faster than its output is taken from filling the memory: both sides count the bytes that are on
 * their way in shared memory, and the script's thread sleeps while they are too many.
 */
export class Backlog implements Outlet {
  readonly #bytes: Int32Array;

  constructor(readonly buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#bytes = new Int32Array(buffer);
  }

  add(bytes: number): void {
    for (;;) {
      const pending = Atomics.load(this.#bytes, 0);
      if (pending < MOST_BYTES) break;
      Atomics.wait(this.#bytes, 0, pending);
    }
    Atomics.add(this.#bytes, 0, bytes);
  }

  /** The receiving side: `bytes` have been dealt with. */
  done(bytes: number): void {
    Atomics.sub(this.#bytes, 0, bytes);
    Atomics.notify(this.#bytes, 0);
  }
}

/** Bytes that a run without shared memory may send in a millisecond: a million short prints in a second. */
const PACE = 16 * 1024;

/** A bucket that fills with time: `admits` asks whether something may go now. */
export class Pace {
  #room: number;
  #at = performance.now();
  readonly #most: number;
  readonly #rate: number;

  /** `slack`: how many times more the receiving side allows, whose clock and turns are not the sender's. */
  constructor(slack = 1) {
    this.#most = MOST_BYTES * slack;
    this.#rate = PACE * Math.min(slack, 2);
    this.#room = this.#most;
  }

  /** Counts `bytes` unless the bucket is empty. A message larger than the bucket may go, and is paid for by those after it. */
  admits(bytes: number): boolean {
    const now = performance.now();
    this.#room = Math.min(this.#most, this.#room + (now - this.#at) * this.#rate);
    this.#at = now;
    if (this.#room <= 0) return false;
    this.#room -= bytes;
    return true;
  }
}

/** Without shared memory, a running script can't learn what has been processed, so it limits its own pace. */
export class PacedOutlet implements Outlet {
  readonly #pace = new Pace();

  add(bytes: number): void {
    while (!this.#pace.admits(bytes));
  }
}
