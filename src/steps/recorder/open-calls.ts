import type { LuaState, Pointer } from "../../runtime/lua-api";

/** One thread of the script, with its calls that have not returned, outermost first. */
export class Thread {
  /** 0 is the main thread. Coroutines are counted in the order in which they first ran. */
  readonly id: number;
  readonly L: LuaState;
  /** Functions of the script that were open in the threads that wait for this one. */
  base = 0;
  /** Functions of the script that are open in this thread. */
  own = 0;
  /** The line from which the thread was resumed. */
  baseLine = 0;
  /** Whether it yielded, and did not go on since. */
  suspended = false;
  readonly #calls: Pointer[] = [];
  readonly #script: boolean[] = [];
  readonly #lines: number[] = [];
  #begun = false;

  constructor(id: number, L: LuaState) {
    this.id = id;
    this.L = L;
  }

  /** Functions of the script that are open here and in the threads that wait for this one. */
  get open(): number {
    return this.base + this.own;
  }

  /** Whether the innermost call is one of the script's functions. */
  get inScript(): boolean {
    return this.#script[this.#script.length - 1] === true;
  }

  /** The line of the script that the thread is at. */
  get line(): number {
    return this.#lines[this.#lines.length - 1] ?? this.baseLine;
  }

  set line(line: number) {
    this.#lines[this.#lines.length - 1] = line;
  }

  /** Whether any function was called in it. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Adds the innermost call, by its `CallInfo`. */
  enter(call: Pointer, script: boolean): void {
    const { line } = this;
    this.#begun = true;
    this.#calls.push(call);
    this.#script.push(script);
    this.#lines.push(line);
    if (script) this.own++;
  }

  /** Removes the innermost call. */
  leave(): void {
    this.#calls.pop();
    this.#lines.pop();
    if (this.#script.pop() === true) this.own--;
  }

  /**
   * Removes the calls above `call`, or all of them if it is not open: an error ended them, which no hook reports. Returns how
   * many of them were functions of the script.
   */
  unwind(call: Pointer): number {
    const calls = this.#calls;
    const before = this.own;
    while (calls.length > 0 && calls[calls.length - 1] !== call) this.leave();
    return before - this.own;
  }
}

/** The threads of a run: the running one, and those waiting for it. */
export class Threads {
  readonly #known = new Map<LuaState, Thread>();
  readonly #chain: Thread[] = [];
  readonly #isSuspended: (L: LuaState) => boolean;
  #made = 0;

  constructor(isSuspended: (L: LuaState) => boolean) {
    this.#isSuspended = isSuspended;
  }

  /** The running thread and those that wait for it, innermost first. */
  get waiting(): readonly Thread[] {
    return [...this.#chain].reverse();
  }

  /** Returns the thread that runs on `L`, and makes it the running one. `fresh`: it has just begun. */
  running(L: LuaState, fresh: boolean): Thread {
    const chain = this.#chain;
    const top = chain[chain.length - 1];
    if (top !== undefined && top.L === L && !(fresh && top.begun)) return top;
    const known = this.#known.get(L);
    // A coroutine may be at the address of one that was collected.
    const thread = known === undefined || (fresh && known.begun) ? new Thread(this.#made++, L) : known;
    this.#known.set(L, thread);
    const place = chain.indexOf(thread);
    if (place >= 0) {
      for (const left of chain.splice(place + 1)) left.suspended = this.#isSuspended(left.L);
      return thread;
    }
    thread.base = top?.open ?? 0;
    thread.baseLine = top?.line ?? 0;
    chain.push(thread);
    return thread;
  }
}
