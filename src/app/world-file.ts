/** The simulated world out to a `.json` file and in again. Loaded when it is asked for: reading needs all of its schemas. */
import { parseWorld } from "../simulator/world/parse";
import { type World, worldVersion } from "../simulator/world/world";
import { messageOf } from "../text/message-of";

/** Bytes. A world with 10,000 messages has about 10 MB. */
const LARGEST = 64 * 1024 * 1024;

export type WorldFile =
  /** `olderVersion`: of the document that was brought up to date; null when it was of today's. */
  | { readonly ok: true; readonly world: World; readonly olderVersion: number | null }
  /** `message`: one line that begins with the file's name and names the field. */
  | { readonly ok: false; readonly message: string };

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
export function readWorldText(name: string, text: string): WorldFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `${name} was not imported: it is no JSON (${messageOf(error)}).` };
  }
  const read = parseWorld(document);
  if (!read.ok) return { ok: false, message: `${name} was not imported: ${read.message}` };
  return { ok: true, world: read.world, olderVersion: olderVersion(document) };
}

/** The same from a file of the person's. */
export async function readWorldFile(file: File): Promise<WorldFile> {
  const refused = (why: string): WorldFile => ({
    ok: false,
    message: `${file.name} was not imported: ${why}`,
  });
  if (file.size > LARGEST) return refused("it is larger than 64 MB.");
  try {
    return readWorldText(
      file.name,
      new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()),
    );
  } catch (error) {
    if (error instanceof TypeError) return refused("it is not UTF-8 text.");
    return refused(`it cannot be read (${messageOf(error)}).`);
  }
}

function olderVersion(document: unknown): number | null {
  if (typeof document !== "object" || document === null || !("version" in document)) return null;
  const { version } = document;
  return typeof version === "number" && version !== worldVersion ? version : null;
}
