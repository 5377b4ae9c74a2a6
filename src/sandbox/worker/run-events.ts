import type { Outgoing } from "../../runtime/host";
import type { FromWorker } from "../protocol";
import type { MockRunEvent } from "./mock-engine";

/** Shortest time between two messages, in milliseconds. */
const WAIT_MS = 8;
/** This many rows are sent without waiting. */
const MAX_ROWS = 100;

/**
 * Batches the rows and world events of mock calls. A message costs as much as a call, so a burst of calls shares one. A call
 * after a pause is sent before it returns, and the VM flushes the last ones (`Host.pending`), so that the page knows what
 * happened even when the run is killed.
 */
export class RunEvents implements Outgoing {
  readonly #post: (message: FromWorker) => void;
  readonly #events = new Map<string, unknown[]>();
  #rows: unknown[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  /** Adds something that happened during a call. `settle` ends the call. */
  add(event: MockRunEvent): void {
    if (event.kind === "row") this.#rows.push(event.row);
    else {
      const before = this.#events.get(event.integration);
      if (before === undefined) this.#events.set(event.integration, [...event.events]);
      else before.push(...event.events);
    }
  }

  /** Called at the end of every call. */
  settle(): void {
    if (this.#rows.length >= MAX_ROWS || this.due()) this.flush();
  }

  get pending(): boolean {
    return this.#rows.length > 0 || this.#events.size > 0;
  }

  due(): boolean {
    return performance.now() - this.#sentAt >= WAIT_MS;
  }

  flush(): void {
    if (!this.pending) return;
    const message = {
      kind: "runEvents" as const,
      events: Object.fromEntries(this.#events),
      rows: this.#rows,
    };
    this.#events.clear();
    this.#rows = [];
    this.#post(message);
    this.#sentAt = performance.now();
  }
}
