/** What the browser's history stores with an entry, besides its address. */
import * as v from "valibot";
import { parseOrNull } from "../../shared/parse-with";

const EntrySchema = v.object({
  /** Counts up during a visit, so Back and Forward can be told apart. */
  index: v.pipe(v.number(), v.integer()),
  /** The person didn't choose the place: the docs followed the cursor, or the phone a run. */
  auto: v.optional(v.boolean()),
  /** The script that it brought into the editor, and the one that was there before. */
  script: v.optional(v.string()),
  before: v.optional(v.string()),
  /** The view in front when an entry without a place was left. */
  home: v.optional(v.string()),
});

export type HistoryEntry = v.InferOutput<typeof EntrySchema>;

/** Parses `history.state`. Returns `null` if the page did not write it. */
export function readEntry(state: unknown): HistoryEntry | null {
  return parseOrNull(EntrySchema, state);
}
