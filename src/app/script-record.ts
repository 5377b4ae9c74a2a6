/** Stored scripts, and the unsaved ones that a closing page leaves behind. */
import {
  asFields,
  asFilledText,
  asFinite,
  asListOf,
  asNullable,
  asOneOf,
  asText,
  field,
  type Read,
  readOrNull,
  tryRead,
  type UnreadFields,
} from "../shared/read-value";

interface Script {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly editedAt: number;
  readonly original?: string;
}

interface ScriptRecord extends Script {
  readonly version: 1;
  readonly revision: string;
}

interface Selection {
  readonly version: 1;
  readonly current: string;
  readonly preview?: Script;
  readonly revision?: null;
}

export type ScriptsRecord = ScriptRecord | Selection;

/** The key of the record with the script that was selected last, and the preview. */
export const SELECTION_KEY = "state";
export const SCRIPT_PREFIX = "script:";

const version = asOneOf([1]);

const script: Read<Script> = (value) => scriptOf(asFields(value));

const scriptRecord: Read<ScriptRecord> = (value) => {
  const of = asFields(value);
  return { version: field(of, "version", version), ...scriptOf(of), revision: field(of, "revision", asText) };
};

const selection: Read<Selection> = (value) => {
  const of = asFields(value);
  return {
    version: field(of, "version", version),
    current: field(of, "current", asText),
    ...(of.preview !== undefined && { preview: field(of, "preview", script) }),
  };
};

function scriptOf(of: UnreadFields): Script {
  return {
    id: field(of, "id", asFilledText),
    name: field(of, "name", asFilledText),
    source: field(of, "source", asText),
    editedAt: field(of, "editedAt", asFinite),
    ...(of.original !== undefined && { original: field(of, "original", asText) }),
  };
}

/** Parses the record under `key`. Returns `null` if it is damaged. */
export function parseRecord(key: string, stored: unknown): ScriptsRecord | null {
  return readOrNull<ScriptsRecord>(key === SELECTION_KEY ? selection : scriptRecord, stored);
}

export interface DamagedScript {
  readonly key: string;
  readonly stored: unknown;
  /** The invalid field. */
  readonly field: string;
  /** The text, or `null` if even that cannot be read. */
  readonly source: string | null;
}

export function readScripts(entries: readonly (readonly [key: string, stored: unknown])[]): {
  readonly scripts: readonly ScriptRecord[];
  readonly damaged: readonly DamagedScript[];
  /** The id of the script that was selected last, or `null` if none is stored. */
  readonly selected: string | null;
  readonly preview: Script | null;
} {
  const scripts: ScriptRecord[] = [];
  const damaged: DamagedScript[] = [];
  for (const [key, stored] of entries) {
    if (!key.startsWith(SCRIPT_PREFIX)) continue;
    const read = tryRead(scriptRecord, stored);
    if (read.ok) scripts.push(read.value);
    else {
      const source = readOrNull((value) => field(asFields(value), "source", asText), stored);
      damaged.push({ key, stored, field: read.field ?? "record", source });
    }
  }
  const last = readOrNull(selection, entries.find(([key]) => key === SELECTION_KEY)?.[1]);
  return { scripts, damaged, selected: last?.current ?? null, preview: last?.preview ?? null };
}

/** A script as it was when its page closed. */
export interface UnsavedScript extends Script {
  /** The revision of the stored script it was made from, or `null` if none was stored. */
  readonly base: string | null;
}

export interface UnsavedScripts {
  readonly scripts: readonly UnsavedScript[];
  /** The selected script, if not saved yet. */
  readonly selected: string | null;
  /** The preview, if the selection is not saved yet. */
  readonly preview?: Script | null;
}

const unsavedScript: Read<UnsavedScript> = (value) => {
  const of = asFields(value);
  return { ...scriptOf(of), base: field(of, "base", asNullable(asText)) };
};

const unsavedScripts: Read<UnsavedScripts> = (value) => {
  const of = asFields(value);
  return {
    scripts: field(of, "scripts", asListOf(unsavedScript)),
    selected: field(of, "selected", asNullable(asText)),
    ...(of.preview !== undefined && { preview: field(of, "preview", asNullable(script)) }),
  };
};

/** Parses unsaved data from a closing page. Returns `null` if it is damaged. */
export function parseUnsavedScripts(stored: unknown): UnsavedScripts | null {
  return readOrNull(unsavedScripts, stored);
}
