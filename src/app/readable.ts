import type { ReadonlySignal } from "@preact/signals";

/** A read-only view of a model's own signal. */
export function readable<T>(signal: ReadonlySignal<T>): ReadonlySignal<T> {
  return signal;
}
