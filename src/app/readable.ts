import type { ReadonlySignal } from "@preact/signals";

/** A model's own signal as others see it: to read, not to write. */
export function readable<T>(signal: ReadonlySignal<T>): ReadonlySignal<T> {
  return signal;
}
