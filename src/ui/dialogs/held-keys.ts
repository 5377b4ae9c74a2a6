/**
 * Which keys are down, so that a dialog can wait for the key that opened it (or answered the one before) to be let go.
 * macOS sends no `keyup` for keys released while Command is held: letting go of Command counts for all of them.
 */
export class HeldKeys {
  readonly #down = new Set<string>();

  get none(): boolean {
    return this.#down.size === 0;
  }

  /** True when `code` is down and nothing else is. */
  only(code: string): boolean {
    return this.#down.size === 1 && this.#down.has(code);
  }

  press(code: string): void {
    this.#down.add(code);
  }

  release(code: string): void {
    if (code === "MetaLeft" || code === "MetaRight") this.#down.clear();
    else this.#down.delete(code);
  }

  /** The window lost the keyboard, or a pointer was pressed: what was held before no longer matters. */
  clear(): void {
    this.#down.clear();
  }
}
