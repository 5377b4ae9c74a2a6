/**
 * What was still to be saved when a page went. localStorage takes it at once, where a browser drops an IndexedDB write that
 * has not come to its end; the next page load goes on from it.
 */
import * as v from "valibot";
import type { SettingsStorage } from "./settings";

export interface LeftBehind<T> {
  /** What pages that went left behind; what cannot be read is left out. */
  readonly found: readonly T[];
  /** Leaves the first of these that fits; none takes back what this page had left. They are made only when asked for. */
  leave(choices: readonly (() => T)[]): void;
  /** Forgets what was found: it has been saved. */
  forgetFound(): void;
}

/** Something that saves by itself, soon after a change. */
export interface Saved<T> {
  /** What would be lost if the page went now, the most compact way first; nothing when all is saved. */
  unsaved(): readonly (() => T)[];
  /** Saves what is not saved yet; resolves when it is, also when the browser refused. */
  flush(): Promise<void>;
}

type Stored = SettingsStorage & Pick<Storage, "removeItem" | "key" | "length">;

/**
 * `storage` is localStorage, null where the browser refuses it; `prefix` says what is left, `page` names this page load
 * among all tabs.
 */
export function leftBehind<T>(
  storage: Stored | null,
  prefix: string,
  page: string,
  schema: v.GenericSchema<unknown, T>,
): LeftBehind<T> {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").filter(
    (key) => key.startsWith(prefix),
  );
  return {
    found: keys.flatMap((key) => read(storage?.getItem(key) ?? "", schema)),
    leave(choices) {
      storage?.removeItem(prefix + page);
      for (const choice of choices) {
        try {
          storage?.setItem(prefix + page, JSON.stringify(choice()));
          return;
        } catch {
          // Full: the next choice may be smaller; else the write to IndexedDB beside this one is the only chance left.
        }
      }
    },
    forgetFound() {
      for (const key of keys) storage?.removeItem(key);
    },
  };
}

/**
 * Leaves behind what is unsaved whenever the page may be about to go, and takes it back once it is saved. `taken` resolves
 * when what was found is in use again: it is forgotten when it has been saved too.
 */
export function saveBeforeLeaving<T>(left: LeftBehind<T>, saved: Saved<T>, taken: Promise<unknown>): void {
  const save = () => {
    left.leave(saved.unsaved());
    void saved.flush().then(() => {
      if (saved.unsaved().length === 0) left.leave([]);
    });
  };
  if (left.found.length > 0) {
    const settle = taken.then(saved.flush).then(() => {
      if (saved.unsaved().length === 0) left.forgetFound();
    });
    // Reported where it was loaded.
    settle.catch(() => {});
  }
  // A phone closes pages without another word: hidden is the last moment one can count on.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, save);
}

function read<T>(text: string, schema: v.GenericSchema<unknown, T>): readonly T[] {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? [parsed.output] : [];
  } catch {
    // Cut short or not ours: what is in IndexedDB is what there is.
    return [];
  }
}
