/**
 * What happened in the simulated world and was still to be saved when the page went. localStorage takes it at once, where
 * a browser drops an IndexedDB write that has not come to its end; the next page load goes on from it.
 */
import * as v from "valibot";
import type { SettingsStorage } from "./settings";

/** A stored world's revision; null: nothing was stored. */
const Revision = v.nullable(v.string());

const LEFT = v.variant("kind", [
  v.object({
    kind: v.literal("events"),
    /** One save after the other: each makes the world of revision `to` out of the one of revision `from`. */
    steps: v.pipe(
      v.array(v.object({ from: Revision, to: v.string(), events: v.array(v.unknown()) })),
      v.minLength(1),
    ),
  }),
  v.object({
    kind: v.literal("world"),
    /** The revisions it was made from: the last one saved, and one whose save was under way. */
    from: v.array(Revision),
    to: v.string(),
    pristine: v.boolean(),
    world: v.unknown(),
  }),
]);

/** The unsaved changes of one page. Events and world are unknown: whoever takes them up parses them. */
export type LeftWorld = v.InferOutput<typeof LEFT>;

export interface UnsavedWorlds {
  /** What pages that went left behind; what cannot be read is left out. */
  readonly found: readonly LeftWorld[];
  /** Leaves the first of these that fits; none takes back what this page had left. They are made only when asked for. */
  leave(choices: readonly (() => LeftWorld)[]): void;
  /** Forgets what was found: it has been saved. */
  forgetFound(): void;
}

const PREFIX = "lua-agent-playground.unsaved-world.";

type Stored = SettingsStorage & Pick<Storage, "removeItem" | "key" | "length">;

/** `storage` is localStorage, null where the browser refuses it; `page` names this page load among all tabs. */
export function unsavedWorlds(storage: Stored | null, page: string): UnsavedWorlds {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").filter(
    (key) => key.startsWith(PREFIX),
  );
  return {
    found: keys.flatMap((key) => read(storage?.getItem(key) ?? "")),
    leave(choices) {
      storage?.removeItem(PREFIX + page);
      for (const choice of choices) {
        try {
          storage?.setItem(PREFIX + page, JSON.stringify(choice()));
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

function read(text: string): readonly LeftWorld[] {
  try {
    const parsed = v.safeParse(LEFT, JSON.parse(text));
    return parsed.success ? [parsed.output] : [];
  } catch {
    // Cut short or not ours: the world in IndexedDB is what there is.
    return [];
  }
}
