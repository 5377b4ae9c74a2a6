import { counted } from "../../../../shared/counted";
import type { Answer, Subscriber } from "./subscriber";

/** Pauses between tries: 1 s, doubled each time, at most a minute (Meta's own schedule is not published). */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export interface DeliveryEffects {
  /** Resolves after `ms` real milliseconds. Rejects if the signal is aborted. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** A line for the person at the terminal. */
  tell(line: string): void;
}

/**
 * Delivers webhooks to a subscriber one at a time, each until it is accepted: at least once, in the order they were added. The
 * subscriber is verified first, if configured. While it is down the pauses grow, and everything waits.
 */
export class WebhookQueue {
  readonly #subscriber: Subscriber;
  readonly #effects: DeliveryEffects;
  readonly #stop = new AbortController();
  readonly #waiting: string[] = [];
  readonly #listeners: (() => void)[] = [];
  #verified: boolean;
  #working: Promise<void> | null = null;

  constructor(subscriber: Subscriber, effects: DeliveryEffects) {
    this.#subscriber = subscriber;
    this.#effects = effects;
    this.#verified = subscriber.verify === null;
  }

  /** Verifies the subscriber, without waiting for a first webhook. */
  begin(): void {
    this.#work();
  }

  /** Undelivered bodies, oldest first, even after delivery has been stopped. */
  get waiting(): readonly string[] {
    return this.#waiting;
  }

  /** Calls the listener each time the subscriber accepts one. */
  onTaken(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Adds bodies to the end of the queue. */
  add(bodies: readonly string[]): void {
    if (bodies.length === 0) return;
    this.#waiting.push(...bodies);
    this.#work();
  }

  /** Resolves when nothing is left to do: everything was accepted, or delivery was stopped. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  /** Stops delivery. Undelivered bodies stay in `waiting`. */
  stop(): void {
    this.#stop.abort();
  }

  #work(): void {
    if (this.#working !== null || this.#stop.signal.aborted) return;
    this.#working = this.#workThrough().finally(() => {
      this.#working = null;
      // Something may have been added after the queue was last checked.
      if (this.#waiting.length > 0) this.#work();
    });
  }

  async #workThrough(): Promise<void> {
    const { verify } = this.#subscriber;
    if (!this.#verified && verify !== null) {
      await this.#untilTaken((signal) => verify(signal));
      if (this.#stop.signal.aborted) return;
      this.#verified = true;
      this.#effects.tell("Webhooks: the subscriber is verified.");
    }
    for (let body = this.#waiting[0]; body !== undefined; body = this.#waiting[0]) {
      const sent = body;
      await this.#untilTaken((signal) => this.#subscriber.post(sent, signal));
      if (this.#stop.signal.aborted) return;
      this.#waiting.shift();
      for (const listener of this.#listeners) listener();
    }
  }

  /** Tries until it succeeds or delivery is stopped. */
  async #untilTaken(attempt: (signal: AbortSignal) => Promise<Answer>): Promise<void> {
    const { signal } = this.#stop;
    let pauseMs = firstPauseMs;
    for (let failures = 0; !signal.aborted; failures++) {
      const answer = await attempt(signal);
      if (answer.ok) {
        if (failures > 0) this.#effects.tell("Webhooks: the subscriber is back.");
        return;
      }
      if (signal.aborted) return;
      this.#effects.tell(this.#troubleLine(answer.reason, pauseMs));
      await this.#effects.pause(pauseMs, signal).catch(() => {
        // Stopped in the meantime: the loop ends.
      });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  #troubleLine(reason: string, pauseMs: number): string {
    const waiting = this.#waiting.length;
    const events = waiting === 0 ? "" : ` ${counted(waiting, "event waits", "events wait")}.`;
    return `Webhooks: the subscriber ${reason}.${events} Next try in ${pauseMs / 1000} s.`;
  }
}
