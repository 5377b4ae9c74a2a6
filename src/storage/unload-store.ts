/**
 * Unsaved work of a closing page. Browsers drop IndexedDB writes that are pending on unload, so it goes to localStorage, and
 * the next load picks it up.
 */
import { parseJson } from "../shared/json";

export interface UnloadStore<T> {
  /** What closed pages have left. Ignores what cannot be parsed. */
  readonly found: readonly T[];
  /** Stores the first candidate that fits the quota. An empty list clears this page's entry. */
  leave(candidates: readonly (() => T)[]): void;
  /** Deletes what was found, once it has been saved. */
  forgetFound(): void;
}

/** Something that saves automatically, soon after a change. */
export interface Saved<T> {
  /** What would be lost if the page closed now, the most compact form first. Empty if all is saved. */
  unsaved(): readonly (() => T)[];
  /** Saves unsaved changes. Resolves when that is done or refused. */
  flush(): Promise<void>;
}

/** The part of `localStorage` that is used. */
export type LocalStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** `localStorage`, or `null` if the browser refuses it: some throw where cookies are blocked. */
export function browserLocalStorage(): LocalStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** The keys that start with `prefix`. */
export function keysWith(storage: LocalStorage | null, prefix: string): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
  return keys.filter((key) => key.startsWith(prefix));
}

/** `prefix` names the kind of work, `page` this page load among all tabs. `parse` returns `null` for what is damaged. */
export function unloadStore<T>(
  storage: LocalStorage | null,
  prefix: string,
  page: string,
  parse: (left: unknown) => T | null,
): UnloadStore<T> {
  let keys = keysWith(storage, prefix);
  const forgetFound = () => {
    for (const key of keys) storage?.removeItem(key);
    keys = [];
  };
  return {
    found: keys.flatMap((key) => {
      const left = parse(parseJson(storage?.getItem(key) ?? ""));
      return left === null ? [] : [left];
    }),
    leave(candidates) {
      storage?.removeItem(prefix + page);
      for (const candidate of candidates) {
        try {
          storage?.setItem(prefix + page, JSON.stringify(candidate()));
          // It also includes the data found at the start, which the model continues from.
          forgetFound();
          return;
        } catch {
          // Full. The next candidate may be smaller; if none fits, the IndexedDB write under way is the only chance left.
        }
      }
    },
    forgetFound,
  };
}

/**
 * Stores what is unsaved whenever the page may be about to close, and clears it once it is saved. What was found on load is
 * deleted after it has been saved again; `restored` resolves once the model has it.
 */
export function saveOnUnload<T>(left: UnloadStore<T>, model: Saved<T>, restored: Promise<unknown>): void {
  const save = () => {
    left.leave(model.unsaved());
    void model.flush().then(() => {
      if (model.unsaved().length === 0) left.leave([]);
    });
  };
  if (left.found.length > 0) {
    const settle = restored.then(model.flush).then(() => {
      if (model.unsaved().length === 0) left.forgetFound();
    });
    // The model itself reports why it could not be restored.
    settle.catch(() => {});
  }
  // Phones close pages without another event: hidden is the last moment one can count on.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, save);
}
