import type { FromWorker } from "./protocol";

/** Bytes a run may have in flight before it has to wait: as many as the receiver processes in one turn. */
export const MOST_BYTES = 512 * 1024;

/** What a message, or a row or event in it, costs its receiver besides its bytes, expressed in bytes. */
const MESSAGE_BYTES = 2048;
const ITEM_BYTES = 512;

/** The bytes a message counts as. Both sides count the same. */
export function messageBytes(message: FromWorker): number {
  switch (message.kind) {
    case "output":
      // The whole buffer that the frames keep in memory, even if they are only part of it.
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
  /** Waits for room, then counts `bytes` as in flight. */
  add(bytes: number): void;
}

/**
 * Keeps a script that prints faster than its output is processed from filling the memory: both sides count the bytes in flight
 * in shared memory, and the script's thread sleeps while there are too many.
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

  /** Called by the receiver: `bytes` have been processed. */
  done(bytes: number): void {
    Atomics.sub(this.#bytes, 0, bytes);
    Atomics.notify(this.#bytes, 0);
  }
}

/** Bytes that a run without shared memory may send in a millisecond: a million short prints in a second. */
const PACE = 16 * 1024;

/** A bucket that fills over time. `admits` says whether something may be sent now. */
export class Pace {
  #room: number;
  #at = performance.now();
  readonly #most: number;
  readonly #rate: number;

  /** `slack`: the factor by which the receiver allows more, since its clock and turns differ from the sender's. */
  constructor(slack = 1) {
    this.#most = MOST_BYTES * slack;
    this.#rate = PACE * Math.min(slack, 2);
    this.#room = this.#most;
  }

  /** Counts `bytes` unless the bucket is empty. A message larger than the bucket is allowed, and later ones pay for it. */
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
