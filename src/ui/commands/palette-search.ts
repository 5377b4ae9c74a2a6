import type { Command, PageState } from "./command";

/** Something the palette can find. */
export interface Findable {
  readonly title: string;
  /** Other words people look for it by, in lower case. */
  readonly also?: string;
}

/** A command, or a place to go, with text that tells it apart in the list. */
export interface Entry extends Omit<Command, "run">, Findable {
  readonly id: string;
  readonly title: string;
  /** A returned promise rejects with an `Error` on failure. */
  run(page: PageState): unknown;
}

/**
 * Returns the items whose title or other words contain every typed word, ignoring case: first those with title words that
 * begin with it, then other titles, then those found by their other words. Returns all if nothing is typed.
 */
export function searchCommands<Item extends Findable>(
  items: readonly Item[],
  typed: string,
): readonly Item[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return items;
  const ranked = items.flatMap((item, at) => {
    const title = item.title.toLowerCase();
    const all = `${title} ${item.also ?? ""}`;
    if (!words.every((word) => all.includes(word))) return [];
    const starts = title.split(/[^\p{L}\p{N}_]+/u);
    const begins = words.every((word) => starts.some((start) => start.startsWith(word)));
    const rank = begins ? 0 : words.every((word) => title.includes(word)) ? 1 : 2;
    return [{ item, rank, at }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ item }) => item);
}
