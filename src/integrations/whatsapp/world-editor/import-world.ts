import { importedJson, importedText, notImported } from "../../../app/imported-file";
import type { Result } from "../../../shared/result";
import type { WorldImport } from "../../views";
import { parseWorld, type World, worldVersion } from "../simulator/page";

/** Loads the world from a file that the person chose or dropped. Returns why it was not imported, or `null`. */
export async function importWorld({ world, notices }: WorldImport, file: File): Promise<string | null> {
  const read = await importedWorld(file);
  if (!read.ok) return read.message;
  world.load(read.value.world, file.name);
  if (read.value.olderVersion !== null) {
    notices.info(
      `${file.name}: Upgraded from version ${read.value.olderVersion} to ${worldVersion}. Export it to keep the new version.`,
    );
  }
  return null;
}

/** A world from a file. `olderVersion`: the version it was migrated from, or `null` if it was current. */
interface WorldFile {
  readonly world: World;
  readonly olderVersion: number | null;
}

/** Parses the text of the file `name`. Migrates worlds of older versions. */
export function readWorldText(name: string, text: string): Result<WorldFile> {
  const json = importedJson(name, text);
  if (!json.ok) return json;
  const read = parseWorld(json.value);
  if (!read.ok) return notImported(name, read.message);
  return { ok: true, value: { world: read.value, olderVersion: olderVersion(json.value) } };
}

export async function importedWorld(file: File): Promise<Result<WorldFile>> {
  const read = await importedText(file);
  return read.ok ? readWorldText(file.name, read.value) : read;
}

function olderVersion(document: unknown): number | null {
  if (typeof document !== "object" || document === null || !("version" in document)) return null;
  const { version } = document;
  return typeof version === "number" && version !== worldVersion ? version : null;
}
