/**
 * Scripts that were still to be saved when the page went. localStorage takes them at once, where a browser drops an
 * IndexedDB write that has not come to its end; the next page load saves them.
 */
import * as v from "valibot";
import type { Script } from "./playground";
import type { SettingsStorage } from "./settings";

/** A script as it was, and the revision of the stored one it was made from; null when none was stored. */
export interface UnsavedScript extends Script {
  readonly base: string | null;
}

export interface UnsavedScripts {
  /** What pages that went left behind; what cannot be read is left out. */
  readonly found: readonly UnsavedScript[];
  /** Leaves these behind; none takes back what this page had left. */
  leave(scripts: readonly UnsavedScript[]): void;
  /** Forgets what was found: it has been saved. */
  forgetFound(): void;
}

const PREFIX = "lua-agent-playground.unsaved.";
const UNSAVED = v.array(
  v.object({
    id: v.pipe(v.string(), v.minLength(1)),
    name: v.pipe(v.string(), v.minLength(1)),
    source: v.string(),
    editedAt: v.number(),
    base: v.nullable(v.string()),
  }),
);

type Stored = SettingsStorage & Pick<Storage, "removeItem" | "key" | "length">;

/** `storage` is localStorage, null where the browser refuses it; `page` names this page load among all tabs. */
export function unsavedScripts(storage: Stored | null, page: string): UnsavedScripts {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").filter(
    (key) => key.startsWith(PREFIX),
  );
  return {
    found: keys.flatMap((key) => read(storage?.getItem(key) ?? "")),
    leave(scripts) {
      try {
        if (scripts.length === 0) storage?.removeItem(PREFIX + page);
        else storage?.setItem(PREFIX + page, JSON.stringify(scripts));
      } catch {
        // Full: the write to IndexedDB that goes on beside this one is the only chance left.
      }
    },
    forgetFound() {
      for (const key of keys) storage?.removeItem(key);
    },
  };
}

function read(text: string): readonly UnsavedScript[] {
  try {
    const parsed = v.safeParse(UNSAVED, JSON.parse(text));
    return parsed.success ? parsed.output : [];
  } catch {
    // Cut short or not ours: the scripts in IndexedDB are what there is.
    return [];
  }
}
