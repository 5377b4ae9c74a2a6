/**
 * Where records are kept: a few calls over a database, so that scripts can be kept in IndexedDB and, where the browser
 * refuses that, in memory. What comes out is unknown to the types: whoever reads it parses it.
 */
import { createStore, del, entries, get, update } from "idb-keyval";

export interface KeyValueStore {
  /** Every record with its key. Rejects with the browser's error when storage is refused. */
  entries(): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** One record; undefined when there is none. */
  get(key: string): Promise<unknown>;
  /**
   * Reads and writes one record in one transaction, so that two tabs cannot write between: `change` gets what is
   * stored (undefined when nothing is) and gives what shall be stored. Rejects when the browser refuses, or is full.
   */
  update(key: string, change: (stored: unknown) => unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Records in an IndexedDB database of its own, by idb-keyval; opened at the first use. */
export function idbStore(database: string): KeyValueStore {
  let opened: ReturnType<typeof createStore> | null = null;
  // Opening throws at once where IndexedDB does not exist: the promise must reject instead.
  const open = async () => {
    opened ??= createStore(database, "records");
    return opened;
  };
  return {
    async entries() {
      const all = await entries<IDBValidKey, unknown>(await open());
      return all.map(([key, value]) => [String(key), value] as const);
    },
    async get(key) {
      return get<unknown>(key, await open());
    },
    async update(key, change) {
      await update<unknown>(key, change, await open());
    },
    async remove(key) {
      await del(key, await open());
    },
  };
}

/** Records in memory; two models over the same store behave like two tabs over one database. */
export function memoryStore(): KeyValueStore {
  const records = new Map<string, unknown>();
  return {
    async entries() {
      return [...records].map(([key, value]) => [key, structuredClone(value)] as const);
    },
    async get(key) {
      return structuredClone(records.get(key));
    },
    async update(key, change) {
      records.set(key, structuredClone(change(structuredClone(records.get(key)))));
    },
    async remove(key) {
      records.delete(key);
    },
  };
}
