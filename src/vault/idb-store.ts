import { clear, createStore, get, set } from "idb-keyval";
import { reasonOf } from "./errors";
import { memoryStore, oneAtATime, type VaultStore } from "./store";

const NAME = "lua-agent-playground-vault";
const KEY = "vault";

/**
 * The vault's record in IndexedDB, in a database of its own. Tabs take turns through Web Locks and tell each other of
 * changes through a BroadcastChannel. Where IndexedDB refuses (private windows, blocked site data), gives a store in memory
 * that says why.
 */
export async function idbStore(): Promise<VaultStore> {
  try {
    const database = createStore(NAME, "records");
    await get(KEY, database);
    return tabsShare(database);
  } catch (error) {
    return memoryStore(`This browser keeps no data for this page (${reasonOf(error)}).`);
  }
}

function tabsShare(database: ReturnType<typeof createStore>): VaultStore {
  const queue = oneAtATime();
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;
  return {
    volatile: null,
    read: () => get(KEY, database),
    write: async (value) => {
      await set(KEY, value, database);
      channel?.postMessage("changed");
    },
    clear: async () => {
      await clear(database);
      channel?.postMessage("changed");
    },
    exclusive: (work) => {
      // Web Locks came to browsers later than the rest; without them two tabs could overwrite each other's change.
      const locks = "locks" in navigator ? navigator.locks : null;
      return queue(() => (locks === null ? work() : locks.request(NAME, work)));
    },
    onForeignChange: (listener) => {
      channel?.addEventListener("message", listener);
      return () => channel?.removeEventListener("message", listener);
    },
  };
}
