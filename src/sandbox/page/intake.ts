import { MOST_BYTES, Pace } from "../backlog";

/** How much more than its own pace the page allows a worker without shared memory: two seconds of a busy page. */
const SLACK = 64;

/**
 * Counts what a worker sends to the page. An honest worker waits while too much is in flight, so one that sends more is hostile,
 * and is terminated before its messages can make the page unresponsive.
 */
export interface Intake {
  /** Counts a message. Returns whether the worker was allowed to send it. */
  admits(bytes: number): boolean;
}

/** For a worker that is told what has been processed: once a turn, so other tasks of the page can run in between. */
export class CreditIntake implements Intake {
  #pending = 0;
  readonly #took: (bytes: number) => void;
  readonly #soon: (work: () => void) => void;

  /**
   * @param took tells the worker that bytes have been processed.
   * @param soon does something in a later turn, after the messages that have already arrived.
   */
  constructor(took: (bytes: number) => void, soon: (work: () => void) => void) {
    this.#took = took;
    this.#soon = soon;
  }

  admits(bytes: number): boolean {
    if (this.#pending >= MOST_BYTES) return false;
    if (this.#pending === 0) this.#soon(() => this.#settle());
    this.#pending += bytes;
    return true;
  }

  #settle(): void {
    const bytes = this.#pending;
    this.#pending = 0;
    this.#took(bytes);
  }
}

/** For a worker without shared memory, which keeps to a pace. */
export const pacedIntake = (): Intake => new Pace(SLACK);

/** Returns a function that does something in a later turn. Unlike a timer, it is not slowed down in a hidden page. */
export function laterTurns(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
