/** What this browser offers for keeping records. */
import type * as v from "valibot";
import { browserLater } from "../shared/later";
import { oneTabAtATime, type Queue } from "./queue";
import type { KeepParts } from "./record-kind";
import { indexedDbStores } from "./store";
import { browserTabChannel } from "./tab-channel";
import { browserLocalStorage, type UnloadStore, unloadStore } from "./unload-store";

export interface BrowserStorage {
  /** A database of this name, and the channel on which its tabs talk. */
  open(name: string): KeepParts;
  /** The same, with a queue of all tabs. */
  openInTurn(name: string): KeepParts & { readonly inTurn: Queue };
  /** What closed pages left under keys that start with `prefix`. */
  left<T>(prefix: string, schema: v.GenericSchema<unknown, T>): UnloadStore<T>;
}

/** One for the whole page: its databases share what they learn about the browser. */
export function openBrowserStorage(): BrowserStorage {
  const store = indexedDbStores(browserLater);
  const open = (name: string): KeepParts => ({
    store: store(name),
    tabs: browserTabChannel(name),
    later: browserLater,
    newId,
  });
  return {
    open,
    openInTurn: (name) => ({ ...open(name), inTurn: oneTabAtATime(name) }),
    left: (prefix, schema) => unloadStore(browserLocalStorage(), prefix, newId(), schema),
  };
}

/** A unique name. Not `randomUUID`, which exists on https and localhost only. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
}
