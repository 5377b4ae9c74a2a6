import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { messageOf } from "../../../../shared/message-of";
import { UsageError } from "../../../../shared/usage-error";
import { parseWorld, type World } from "../../simulator";
import { readyWorlds } from "../../simulator/page";

/**
 * The world for `--world`: a ready-made one by id, or the JSON document in the file (`./clinic` for a file of that name).
 * Rejects with a `UsageError` that names the file and the problem in it.
 */
export async function readWorld(file: string): Promise<World> {
  const ready = readyWorlds.find((one) => one.id === file);
  if (ready !== undefined) return ready.load();
  const found = await worldInFile("--world", file);
  if (found !== null) return found.world;
  const ids = readyWorlds.map((one) => one.id).join(", ");
  throw new UsageError(`--world: there is no file ${file}. Preset worlds: ${ids}.`);
}

/** The world in a file, with the file's fingerprint, or `null` if there is no such file. Rejects like `readWorld`. */
export async function worldInFile(
  option: string,
  file: string,
): Promise<{ readonly world: World; readonly fingerprint: string } | null> {
  const text = await readText(option, file);
  if (text === null) return null;
  const parsed = parseWorld(readJson(option, file, text));
  if (!parsed.ok) throw new UsageError(`${option}: ${file}: ${parsed.message}`);
  return { world: parsed.value, fingerprint: fingerprintOf(text) };
}

/** A file's text, or `null` if there is no such file. Rejects with a `UsageError` that begins with `option`. */
export async function readText(option: string, file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return null;
    throw new UsageError(`${option}: ${messageOf(problem)}`);
  }
}

function readJson(option: string, file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`${option}: ${file} is not JSON: ${messageOf(problem)}`);
  }
}

/** Distinguishes versions of a file. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
