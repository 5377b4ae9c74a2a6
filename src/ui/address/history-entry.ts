/** What the browser's history remembers of an entry, beside its address. */
import * as v from "valibot";
import { parseOrNull } from "../../shared/parse-with";

const EntrySchema = v.object({
  /** Entries of a visit count up, so that Back and Forward can be told apart. */
  index: v.pipe(v.number(), v.integer()),
  /** Nobody chose the place: the docs followed the caret, or the phone a run. */
  auto: v.optional(v.boolean()),
  /** The script that came into the editor with it, and the one that was there before. */
  script: v.optional(v.string()),
  before: v.optional(v.string()),
  /** What was in front when an entry without a place was left. */
  home: v.optional(v.string()),
});

export type HistoryEntry = v.InferOutput<typeof EntrySchema>;

/** Reads `history.state`; `null` if the page did not write it. */
export function readEntry(state: unknown): HistoryEntry | null {
  return parseOrNull(EntrySchema, state);
}
