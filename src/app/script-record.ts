/** A script as it is stored: versioned, and parsed when it comes back. */
import * as v from "valibot";
import type { Script } from "./scripts";

const SCRIPT = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.minLength(1)),
  source: v.string(),
  editedAt: v.number(),
  /** Changes at every write, so that a tab sees that another one wrote in between. */
  revision: v.string(),
});

const STATE = v.object({ version: v.literal(1), current: v.string() });

export type ScriptRecord = v.InferOutput<typeof SCRIPT>;

export const STATE_KEY = "state";
export const SCRIPT_PREFIX = "script:";
export const DAMAGED_PREFIX = "damaged:";

export type Parsed =
  | { readonly ok: true; readonly record: ScriptRecord }
  /** `field` names what did not fit; `source` is the text when at least that could be read. */
  | { readonly ok: false; readonly field: string; readonly source: string | null };

/** Reads a stored script; never throws. */
export function parseScriptRecord(stored: unknown): Parsed {
  const result = v.safeParse(SCRIPT, stored);
  if (result.success) return { ok: true, record: result.output };
  const issue = result.issues[0];
  const rest = v.safeParse(v.object({ source: v.string() }), stored);
  return {
    ok: false,
    field: v.getDotPath(issue) ?? "record",
    source: rest.success ? rest.output.source : null,
  };
}

/** The id of the script that was selected last; null when none is stored. */
export function parseState(stored: unknown): string | null {
  const result = v.safeParse(STATE, stored);
  return result.success ? result.output.current : null;
}

/** The record to store for a script. */
export function scriptRecord(script: Script, revision: string): ScriptRecord {
  return { version: 1, ...script, revision };
}

/** The script in a record. */
export function scriptOf({ id, name, source, editedAt }: ScriptRecord): Script {
  return { id, name, source, editedAt };
}
