import { readFile } from "node:fs/promises";
import { messageOf } from "../../../shared/message-of";
import { UsageError } from "../../../shared/usage-error";
import { parseWorld, type World } from "../simulator";
import { readyWorlds } from "../simulator/page";

/**
 * The world for `--world`: a ready one by its id, else the JSON document in the file (`./clinic` for a file of that name).
 * Rejects with a `UsageError` that names the file and what is wrong in it.
 */
export async function readWorld(file: string): Promise<World> {
  const ready = readyWorlds.find((one) => one.id === file);
  if (ready !== undefined) return ready.load();
  const world = await worldInFile("--world", file);
  if (world !== null) return world;
  const ids = readyWorlds.map((one) => one.id).join(", ");
  throw new UsageError(`--world: there is no file ${file}. A ready world is one of ${ids}.`);
}

/** The world in a file, or `null` if there is no such file. Rejects with a `UsageError` that begins with `option`. */
export async function worldInFile(option: string, file: string): Promise<World | null> {
  const document = await readJson(option, file);
  if (document === undefined) return null;
  const parsed = parseWorld(document);
  if (!parsed.ok) throw new UsageError(`${option}: ${file}: ${parsed.message}`);
  return parsed.world;
}

/** A file's JSON, or undefined if there is no such file. Rejects with a `UsageError` that begins with `option`. */
export async function readJson(option: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return undefined;
    throw new UsageError(`${option}: ${messageOf(problem)}`);
  }
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`${option}: ${file} is not JSON: ${messageOf(problem)}`);
  }
}
