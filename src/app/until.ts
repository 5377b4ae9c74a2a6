import { effect } from "@preact/signals";

/** Waits until a condition over signals is true. */
export function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let done = false;
    const stop = effect(() => {
      if (done || !holds()) return;
      done = true;
      // After the effect's first run, when `stop` is set.
      queueMicrotask(() => {
        stop();
        resolve();
      });
    });
  });
}
