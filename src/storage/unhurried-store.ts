import { createStore, del, get, update } from "idb-keyval";
import type { KeyValueStore } from "./store";

/**
 * A store that waits for its database however long it takes to open. For data that may be saved late and whose every write
 * builds on what is stored: a late answer loses nothing. If the browser never answers, its promises never settle.
 */
export function unhurriedStore(database: string): Pick<KeyValueStore, "get" | "update" | "remove"> {
  const use = createStore(database, "records");
  return {
    get: (key) => get<unknown>(key, use),
    update: (key, change) => update<unknown>(key, change, use),
    remove: (key) => del(key, use),
  };
}
