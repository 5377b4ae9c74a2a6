/** What this browser offers for keeping records. */
import { browserLater } from "../shared/later";
import { oneTabAtATime, type Queue } from "./queue";
import type { KeepParts } from "./record-kind";
import { type StorageCheck, storageCheck } from "./storage-check";
import { indexedDbStores } from "./store";
import { browserTabChannel } from "./tab-channel";
import { browserLocalStorage, type UnloadStore, unloadStore } from "./unload-store";

export interface BrowserStorage {
  readonly check: StorageCheck;
  /** A database of this name, and the channel on which its tabs talk. */
  open(name: string): KeepParts;
  /** The same, with a queue of all tabs. */
  openInTurn(name: string): KeepParts & { readonly inTurn: Queue };
  /** Data left by closed pages under keys that start with `prefix`. `parse` returns `null` for damaged data. */
  left<T>(prefix: string, parse: (left: unknown) => T | null): UnloadStore<T>;
}

/** One for the whole page: its databases share what they learn about the browser. */
export function openBrowserStorage(): BrowserStorage {
  const store = indexedDbStores(browserLater);
  const check = storageCheck();
  // To clear it, people leave this page for the browser's settings and come back.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check.look();
  });
  const open = (name: string): KeepParts => ({
    store: store(name),
    tabs: browserTabChannel(name),
    later: browserLater,
    newId,
    check,
  });
  return {
    check,
    open,
    openInTurn: (name) => ({ ...open(name), inTurn: oneTabAtATime(name) }),
    left: (prefix, parse) => unloadStore(browserLocalStorage(), prefix, newId(), parse),
  };
}

/** A unique name. Not `randomUUID`, which exists on https and localhost only. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
}
