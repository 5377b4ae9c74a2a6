/**
 * Exports everything a person has here to one file, and imports it: a list of parts, each with its own schema. Never includes
 * accounts or tokens. Loaded on demand.
 */
import * as v from "valibot";
import { parseWith } from "../shared/parse-with";
import type { Result } from "../shared/result";
import { importedJson, importedText, notImported } from "./imported-file";

const FORMAT = "lua-agent-playground-backup";
/** The file version that this program writes. */
const backupVersion = 1;

/** One kind of data. */
export interface BackupPart {
  /** The part's field in the file. */
  readonly id: string;
  /** Returns the JSON to write, or `null` if there is nothing. */
  save(): unknown | Promise<unknown>;
  /** Parses the part's field without changing anything yet. A failure's message begins with the field, if one is wrong. */
  read(value: unknown): Result<BackupOffer | null>;
}

/** What importing a part would do. */
export interface BackupOffer {
  /** For people: `3 scripts that are not here yet`. */
  readonly title: string;
  /** Whether it replaces existing data. If so, the person is asked separately. */
  readonly replaces: boolean;
  /** Imports it. Rejects, or throws, with the browser's error if storage is refused. */
  take(): void | Promise<void>;
}

/** What a backup file offers, and the names of parts that this version does not know. */
export interface ReadBackup {
  readonly offers: readonly BackupOffer[];
  readonly ignored: readonly string[];
}

const Backup = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  savedAt: v.string(),
  parts: v.record(v.string(), v.unknown()),
});

/** Returns the file's text. `now`: Unix milliseconds. Rejects if the browser refuses to read its storage. */
export async function backupText(parts: readonly BackupPart[], now: number): Promise<string> {
  const all = await Promise.all(parts.map(async (part) => [part.id, await part.save()] as const));
  const saved = all.filter(([, value]) => value !== null);
  const file: v.InferOutput<typeof Backup> = {
    format: FORMAT,
    version: backupVersion,
    savedAt: new Date(now).toISOString(),
    parts: Object.fromEntries(saved),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** `lua-playground-2026-11-02.json`, with the day in UTC. */
export function backupName(now: number): string {
  return `lua-playground-${new Date(now).toISOString().slice(0, 10)}.json`;
}

/**
 * Parses a file's text. Nothing is imported yet: the offers say what would be. Errors name the field.
 *
 * @internal
 */
export function readBackup(parts: readonly BackupPart[], name: string, text: string): Result<ReadBackup> {
  const refused = (why: string) => notImported(name, why);
  const json = importedJson(name, text);
  if (!json.ok) return json;
  const file = parseWith(Backup, json.value, "the document");
  if (!file.ok) {
    return refused(
      file.message.startsWith("format:")
        ? "it isn't a backup file. To import a world, use the world editor."
        : `${file.message}.`,
    );
  }
  const { version, parts: found } = file.value;
  if (version > backupVersion) {
    return refused(`it was made by a newer version of the playground. Reload the page, then try again.`);
  }
  const offers: BackupOffer[] = [];
  for (const part of parts) {
    if (!Object.hasOwn(found, part.id)) continue;
    const read = part.read(found[part.id]);
    if (!read.ok) return refused(read.message);
    if (read.value !== null) offers.push(read.value);
  }
  const known = new Set(parts.map(({ id }) => id));
  const ignored = Object.keys(found).filter((id) => !known.has(id));
  return { ok: true, value: { offers, ignored } };
}

/** Does the same for a file that the person picked. Never rejects. */
export async function readBackupFile(parts: readonly BackupPart[], file: File): Promise<Result<ReadBackup>> {
  const read = await importedText(file);
  return read.ok ? readBackup(parts, file.name, read.value) : read;
}
