/** Where records are stored: in IndexedDB, or in memory. Values are `unknown`, and readers parse them. */
import { createStore, del, entries, get, type UseStore, update } from "idb-keyval";
import { afterQuiet, type Later } from "../shared/later";

export interface KeyValueStore {
  /** Every record with its key. Rejects with the browser's error if storage is refused. */
  entries(): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** One record, or `undefined` if there is none. */
  get(key: string): Promise<unknown>;
  /**
   * Reads and writes one record in one transaction, so no other tab can write in between. `change` gets what is stored (or
   * `undefined`) and returns what to store. Rejects if the browser refuses or is full.
   */
  update(key: string, change: (stored: unknown) => unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Milliseconds until a database that does not open counts as out of reach. */
const PATIENCE = 3_000;

/**
 * IndexedDB, with a database per store that opens on first use. Some browsers, after a crash for example, never answer an
 * `open`. The store then stays closed: if an answer came late, this page would overwrite records that it couldn't read.
 */
export function indexedDbStores(later: Later): (database: string) => KeyValueStore {
  /** One database did not open: do not wait for the next one as long. */
  let silent = false;

  const patient = (use: UseStore): UseStore => {
    let state: "closed" | "open" | "given up" = "closed";
    return async (mode, callback) => {
      if (state === "open") return use(mode, callback);
      if (silent) state = "given up";
      if (state === "given up") throw noAnswer();
      let cancel = () => {};
      const timeout = new Promise<never>((_, reject) => {
        const giveUp = () => {
          silent = true;
          state = "given up";
          reject(noAnswer());
        };
        cancel = afterQuiet(later, giveUp, PATIENCE);
      });
      const answer = use(mode, (store) => {
        cancel();
        if (state === "given up") throw noAnswer();
        state = "open";
        return callback(store);
      });
      return Promise.race([answer, timeout]).finally(cancel);
    };
  };

  return (database) => {
    const use = patient(createStore(database, "records"));
    return {
      async entries() {
        const all = await entries<IDBValidKey, unknown>(use);
        return all.map(([key, value]) => [String(key), value] as const);
      },
      get: (key) => get<unknown>(key, use),
      update: (key, change) => update<unknown>(key, change, use),
      remove: (key) => del(key, use),
    };
  };
}

function noAnswer(): Error {
  return new Error("the browser's storage isn't responding, but saved work reappears once it does");
}

/**
 * Records in memory, copied on the way in and out as IndexedDB copies them. Two models over the same store behave like two
 * tabs over one database.
 */
export function memoryStore(copy: (value: unknown) => unknown = structuredClone): KeyValueStore {
  const records = new Map<string, unknown>();
  return {
    async entries() {
      return [...records].map(([key, value]) => [key, copy(value)] as const);
    },
    async get(key) {
      return copy(records.get(key));
    },
    async update(key, change) {
      records.set(key, copy(change(copy(records.get(key)))));
    },
    async remove(key) {
      records.delete(key);
    },
  };
}
