/** Measures a run's own time and calls `onExpired` once it has had its share; stands still while the run is blocked. */
export class CpuTimer {
  #usedMs = 0;
  #since: number | null = null;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  readonly #limitMs: number;
  readonly #onExpired: () => void;

  constructor(limitSeconds: number, onExpired: () => void) {
    this.#limitMs = limitSeconds * 1000;
    this.#onExpired = onExpired;
  }

  /** The run computes from now on. */
  start(): void {
    if (this.#since !== null) return;
    this.#since = performance.now();
    this.#timeout = setTimeout(this.#onExpired, Math.max(0, this.#limitMs - this.#usedMs));
  }

  /** The run is blocked or over. */
  pause(): void {
    if (this.#since === null) return;
    this.#usedMs += performance.now() - this.#since;
    this.#since = null;
    clearTimeout(this.#timeout);
  }

  /** Milliseconds computed so far. */
  elapsedMs(): number {
    return this.#usedMs + (this.#since === null ? 0 : performance.now() - this.#since);
  }
}
