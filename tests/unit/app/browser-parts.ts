/** What a browser gives the page's models, in memory. */
import type { TabChannel, TabMessage } from "../../../src/storage/tab-channel";

/** `localStorage` that refuses texts longer than `room`, in UTF-16 units. */
export function localStorageLike(room = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException("too much", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

/** Several tabs over one browser: what one posts, the others hear. */
export function tabs(): () => TabChannel {
  const listeners = new Map<TabChannel, (message: TabMessage) => void>();
  return () => {
    const self: TabChannel = {
      post(message) {
        for (const [tab, listener] of listeners) if (tab !== self) listener(message);
      },
      listen: (listener) => void listeners.set(self, listener),
      close: () => void listeners.delete(self),
    };
    return self;
  };
}
