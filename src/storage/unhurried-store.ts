import { createStore, del, get, update } from "idb-keyval";
import type { KeyValueStore } from "./store";

/**
 * A database that is waited for however long it takes to open. For what may be saved late, and whose every write builds on
 * what is stored: a late answer then loses nothing. If the browser never answers, no promise of it settles.
 */
export function unhurriedStore(database: string): Pick<KeyValueStore, "get" | "update" | "remove"> {
  const use = createStore(database, "records");
  return {
    get: (key) => get<unknown>(key, use),
    update: (key, change) => update<unknown>(key, change, use),
    remove: (key) => del(key, use),
  };
}
