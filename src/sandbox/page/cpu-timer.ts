/** Milliseconds that a message may take between worker and page and that are not the script's, however long they were. */
const TRAVEL_MS = 100;

/** Measures a run's own time and calls `onExpired` once it has had its share; stands still while the run is blocked. */
export class CpuTimer {
  #usedMs = 0;
  #since: number | null = null;
  /** What of the worker's time may still pass as messages' travel. */
  #trustedMs: number;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  readonly #limitMs: number;
  readonly #onExpired: () => void;

  constructor(limitSeconds: number, onExpired: () => void) {
    this.#limitMs = limitSeconds * 1000;
    this.#trustedMs = this.#limitMs;
    this.#onExpired = onExpired;
  }

  /** The run computes from now on. */
  start(): void {
    if (this.#since !== null) return;
    this.#since = performance.now();
    const leftMs = Math.max(0, this.#limitMs - this.#usedMs);
    this.#timeout = setTimeout(this.#onExpired, leftMs + TRAVEL_MS);
  }

  /** The script begins only now: what was counted so far went into making its VM. */
  restart(): void {
    clearTimeout(this.#timeout);
    this.#usedMs = 0;
    this.#since = null;
    this.start();
  }

  /**
   * The run is blocked or over. `reportedMs`: what the worker says it computed since `start`, so that messages' travel is not
   * charged. It may lie: it is believed within what travel explains, and in all no longer than the limit, so that a liar gets
   * at most twice its time.
   */
  pause(reportedMs = Number.POSITIVE_INFINITY): void {
    if (this.#since === null) return;
    const passedMs = performance.now() - this.#since;
    const travelMs = Math.min(Math.max(passedMs - Math.max(reportedMs, 0), 0), TRAVEL_MS, this.#trustedMs);
    this.#trustedMs -= travelMs;
    this.#since = null;
    clearTimeout(this.#timeout);
    this.charge(passedMs - travelMs);
  }

  /** Counts work that the page did for the run. */
  charge(ms: number): void {
    this.#usedMs += ms;
    if (this.#usedMs >= this.#limitMs) this.#onExpired();
  }

  /** Milliseconds computed so far. */
  elapsedMs(): number {
    return this.#usedMs + (this.#since === null ? 0 : performance.now() - this.#since);
  }
}
