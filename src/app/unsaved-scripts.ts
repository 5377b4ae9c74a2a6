/** What a page leaves behind of its scripts. */
import * as v from "valibot";

const UNSAVED = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.minLength(1)),
  source: v.string(),
  editedAt: v.number(),
  /** The revision of the stored script it was made from; null when none was stored. */
  base: v.nullable(v.string()),
});

export const UnsavedScriptsSchema = v.object({
  scripts: v.array(UNSAVED),
  /** The script that was chosen, when that was not saved yet. */
  selected: v.nullable(v.string()),
});

/** A script as it was when its page went. */
export type UnsavedScript = v.InferOutput<typeof UNSAVED>;
export type UnsavedScripts = v.InferOutput<typeof UnsavedScriptsSchema>;

/** Their keys in localStorage. */
export const UNSAVED_SCRIPTS = "lua-agent-playground.unsaved-scripts.";
