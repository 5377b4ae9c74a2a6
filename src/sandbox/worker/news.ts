import type { Outgoing } from "../../runtime/outgoing";
import type { FromWorker } from "../protocol";
import type { MockNews } from "./mock-engine";

/** Milliseconds since the last message after which news goes out, and rows that go out whatever the time. */
const WAIT_MS = 8;
const MAX_ROWS = 100;

/**
 * Events and rows of mock calls on their way out. A message costs as much as a call, so a burst of calls shares one; a call
 * after a pause is told before it returns, and the VM sees to the last ones (`Host.held`), so that a killed run leaves what
 * had happened.
 */
export class News implements Outgoing {
  readonly #tell: (message: FromWorker) => void;
  #events: unknown[] = [];
  #rows: unknown[] = [];
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(tell: (message: FromWorker) => void) {
    this.#tell = tell;
  }

  /** Takes in what a call brought; `settle` ends the call. */
  add(news: MockNews): void {
    if (news.kind === "row") this.#rows.push(news.row);
    else this.#events.push(...news.events);
  }

  /** A call is over. */
  settle(): void {
    if (this.#rows.length >= MAX_ROWS || this.due()) this.flush();
  }

  get pending(): boolean {
    return this.#rows.length > 0 || this.#events.length > 0;
  }

  due(): boolean {
    return performance.now() - this.#toldAt >= WAIT_MS;
  }

  flush(): void {
    if (!this.pending) return;
    const message = { kind: "news" as const, events: this.#events, rows: this.#rows };
    this.#events = [];
    this.#rows = [];
    this.#tell(message);
    this.#toldAt = performance.now();
  }
}
