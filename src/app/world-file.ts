/** The simulated world out to a `.json` file and in again. Loaded when it is asked for: reading needs all of its schemas. */
import { parseWorld } from "../integrations/whatsapp/simulator/world/parse";
import { type World, worldVersion } from "../integrations/whatsapp/simulator/world/world";
import type { Result } from "../shared/result";
import { importedJson, importedText, notImported } from "./imported-file";

/** A world from a file. `olderVersion`: the version it was migrated from, or `null` if it was current. */
export interface WorldFile {
  readonly world: World;
  readonly olderVersion: number | null;
}

/** The world as the text of a file, which the terminal takes by `--world` too. */
export function worldText(world: World): string {
  return `${JSON.stringify(world, null, 2)}\n`;
}

/** A name for its file: the business's name in lower case, and the simulated day (UTC): `juniper-lane-tea-2026-11-02.json`. */
export function worldFileName(world: World): string {
  const name = world.business.name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name === "" ? "world" : name}-${new Date(world.clock).toISOString().slice(0, 10)}.json`;
}

/** Reads the text of a file named `name`; an older version's world is migrated. */
export function readWorldText(name: string, text: string): Result<WorldFile> {
  const json = importedJson(name, text);
  if (!json.ok) return json;
  const read = parseWorld(json.value);
  if (!read.ok) return notImported(name, read.message);
  return { ok: true, value: { world: read.world, olderVersion: olderVersion(json.value) } };
}

/** The same from a file of the person's. */
export async function readWorldFile(file: File): Promise<Result<WorldFile>> {
  const read = await importedText(file);
  return read.ok ? readWorldText(file.name, read.value) : read;
}

function olderVersion(document: unknown): number | null {
  if (typeof document !== "object" || document === null || !("version" in document)) return null;
  const { version } = document;
  return typeof version === "number" && version !== worldVersion ? version : null;
}
