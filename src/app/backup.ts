/**
 * Everything a person has here in one file, and back again: a list of parts, each with its own schema. Never an account or
 * a token. Loaded when it is asked for.
 */
import * as v from "valibot";
import type { Result } from "../shared/result";
import { importedJson, importedText, notImported } from "./imported-file";

const FORMAT = "lua-agent-playground-backup";
/** The version of the file that this program writes. */
const backupVersion = 1;

/** One kind of thing that is kept. */
export interface BackupPart {
  /** The field of the file it stands in. */
  readonly id: string;
  /** What to write, as JSON can hold it; null when there is nothing. */
  save(): unknown | Promise<unknown>;
  /** Looks at what a file holds, and changes nothing yet. */
  read(value: unknown): ReadPart;
}

type ReadPart =
  | { readonly ok: true; readonly offer: BackupOffer | null }
  /** `message` begins with the field inside the part, or a colon-free word for it. */
  | { readonly ok: false; readonly message: string };

/** What taking a part would do. */
export interface BackupOffer {
  /** For people: `3 scripts that are not here yet`. */
  readonly title: string;
  /** True when it takes the place of what is here; asked for apart. */
  readonly replaces: boolean;
  /** Rejects, or throws, with what the browser said when it refused. */
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

/** What a part's schema found: `scripts.0.name: Expected …`. */
export function issueText(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "value"}: ${issue.message}.`;
}

/** The text of the file. `now`: Unix milliseconds. Rejects when the browser refuses to read what is kept. */
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

/** `lua-playground-2026-11-02.json`, by the day in UTC. */
export function backupName(now: number): string {
  return `lua-playground-${new Date(now).toISOString().slice(0, 10)}.json`;
}

/**
 * Reads a file's text. Nothing is taken yet: the offers say what would be, and errors name the field.
 *
 * @internal
 */
export function readBackup(parts: readonly BackupPart[], name: string, text: string): Result<ReadBackup> {
  const refused = (why: string) => notImported(name, why);
  const json = importedJson(name, text);
  if (!json.ok) return json;
  const file = v.safeParse(Backup, json.value);
  if (!file.success) {
    const [issue] = file.issues;
    const field = v.getDotPath(issue) ?? "the document";
    const other =
      field === "format" ? " It is no export of everything; a world is imported in the world editor." : "";
    return refused(`${field}: ${issue.message}.${other}`);
  }
  if (file.output.version > backupVersion) {
    return refused(`it was made by a newer version of the playground. Reload the page, then try again.`);
  }
  const offers: BackupOffer[] = [];
  for (const part of parts) {
    if (!Object.hasOwn(file.output.parts, part.id)) continue;
    const read = part.read(file.output.parts[part.id]);
    if (!read.ok) return refused(`parts.${part.id}.${read.message}`);
    if (read.offer !== null) offers.push(read.offer);
  }
  const known = new Set(parts.map(({ id }) => id));
  const ignored = Object.keys(file.output.parts).filter((id) => !known.has(id));
  return { ok: true, value: { offers, ignored } };
}

/** The same from a file of the person's. Never rejects. */
export async function readBackupFile(parts: readonly BackupPart[], file: File): Promise<Result<ReadBackup>> {
  const read = await importedText(file);
  return read.ok ? readBackup(parts, file.name, read.value) : read;
}
