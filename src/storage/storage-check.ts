/** Site data can be cleared in the browser's settings while a page is open, without any event. */

export interface StorageCheck {
  /** Has everything that is kept look whether it is still there. */
  look(): void;
  /** Calls `listener` at each look. */
  listen(listener: () => void): void;
}

/** One for the whole page: where one store was found empty, the others most likely are too. */
export function storageCheck(): StorageCheck {
  const listeners = new Set<() => void>();
  return {
    look() {
      for (const listener of listeners) listener();
    },
    listen: (listener) => void listeners.add(listener),
  };
}
