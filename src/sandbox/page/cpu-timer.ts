/** Milliseconds a message may take between worker and page that are not charged to the script. */
const TRAVEL_MS = 100;

/** Measures a run's own time and calls `onExpired` once it is used up. Stops while the run is blocked. */
export class CpuTimer {
  #usedMs = 0;
  #since: number | null = null;
  /** How much of the worker's time may still count as message travel. */
  #trustedMs: number;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  readonly #limitMs: number;
  readonly #onExpired: () => void;

  constructor(limitSeconds: number, onExpired: () => void) {
    this.#limitMs = limitSeconds * 1000;
    this.#trustedMs = this.#limitMs;
    this.#onExpired = onExpired;
  }

  /** The run starts computing. */
  start(): void {
    if (this.#since !== null) return;
    this.#since = performance.now();
    const leftMs = Math.max(0, this.#limitMs - this.#usedMs);
    this.#timeout = setTimeout(this.#onExpired, leftMs + TRAVEL_MS);
  }

  /** The script only begins now: the time so far went into making its VM. */
  restart(): void {
    clearTimeout(this.#timeout);
    this.#usedMs = 0;
    this.#since = null;
    this.start();
  }

  /**
   * The run is blocked or over. `reportedMs`: the time the worker says it computed since `start`, so message travel is not
   * charged. It may lie: it is only believed as far as travel explains the difference, and in total no longer than the limit, so
   * a liar gets at most twice its time.
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

  /** Adds work that the page did for the run. */
  charge(ms: number): void {
    this.#usedMs += ms;
    if (this.#usedMs >= this.#limitMs) this.#onExpired();
  }

  /** Milliseconds computed so far. */
  elapsedMs(): number {
    return this.#usedMs + (this.#since === null ? 0 : performance.now() - this.#since);
  }
}
