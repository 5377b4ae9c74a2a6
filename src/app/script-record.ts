/** Scripts as they are stored, and the unsaved ones that a closing page leaves behind. */
import * as v from "valibot";
import { parseOrNull } from "../shared/parse-with";

const Text = v.pipe(v.string(), v.minLength(1));

const fields = {
  id: Text,
  name: Text,
  source: v.string(),
  editedAt: v.number(),
  original: v.exactOptional(v.string()),
};
const SCRIPT = v.object({ version: v.literal(1), ...fields, revision: v.string() });
const PREVIEW = v.object(fields);

const SELECTION = v.object({
  version: v.literal(1),
  current: v.string(),
  preview: v.exactOptional(PREVIEW),
  revision: v.exactOptional(v.null()),
});

type ScriptRecord = v.InferOutput<typeof SCRIPT>;
export type ScriptsRecord = ScriptRecord | v.InferOutput<typeof SELECTION>;

/** The record that says which script was selected last, and holds the preview. */
export const SELECTION_KEY = "state";
export const SCRIPT_PREFIX = "script:";

/** Parses the record under `key`; `null` if it is damaged. */
export function parseRecord(key: string, stored: unknown): ScriptsRecord | null {
  return parseOrNull<ScriptsRecord>(key === SELECTION_KEY ? SELECTION : SCRIPT, stored);
}

export interface DamagedScript {
  readonly key: string;
  readonly stored: unknown;
  /** The field that does not fit. */
  readonly field: string;
  /** The text, if at least that can be read. */
  readonly source: string | null;
}

export function readScripts(entries: readonly (readonly [key: string, stored: unknown])[]): {
  readonly scripts: readonly ScriptRecord[];
  readonly damaged: readonly DamagedScript[];
  /** The id of the script that was selected last, if that was stored. */
  readonly selected: string | null;
  readonly preview: v.InferOutput<typeof PREVIEW> | null;
} {
  const scripts: ScriptRecord[] = [];
  const damaged: DamagedScript[] = [];
  for (const [key, stored] of entries) {
    if (!key.startsWith(SCRIPT_PREFIX)) continue;
    const read = v.safeParse(SCRIPT, stored);
    if (read.success) scripts.push(read.output);
    else {
      const field = v.getDotPath(read.issues[0]) ?? "record";
      const source = parseOrNull(v.object({ source: v.string() }), stored)?.source ?? null;
      damaged.push({ key, stored, field, source });
    }
  }
  const selection = parseOrNull(SELECTION, entries.find(([key]) => key === SELECTION_KEY)?.[1]);
  return {
    ...{ scripts, damaged },
    selected: selection?.current ?? null,
    preview: selection?.preview ?? null,
  };
}

const UNSAVED = v.object({
  ...fields,
  /** The revision of the stored script it was made from; `null` if none was stored. */
  base: v.nullable(v.string()),
});

export const UnsavedScriptsSchema = v.object({
  scripts: v.array(UNSAVED),
  /** The selected script, if that was not saved yet. */
  selected: v.nullable(v.string()),
  /** The preview, if the selection was not saved yet. */
  preview: v.exactOptional(v.nullable(PREVIEW)),
});

/** A script as it was when its page closed. */
export type UnsavedScript = v.InferOutput<typeof UNSAVED>;
export type UnsavedScripts = v.InferOutput<typeof UnsavedScriptsSchema>;
