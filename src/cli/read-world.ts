import { readFile } from "node:fs/promises";
import { parseWorld, type World } from "../integrations/whatsapp/simulator";
import { readyWorlds } from "../integrations/whatsapp/simulator/page";
import { messageOf } from "../shared/message-of";
import { UsageError } from "./usage-error";

/**
 * The world for `--world`: a ready one by its id, else the JSON document in the file (`./clinic` for a file of that name).
 * Rejects with a `UsageError` that names the file and what is wrong in it.
 */
export async function readWorld(file: string): Promise<World> {
  const ready = readyWorlds.find((one) => one.id === file);
  if (ready !== undefined) return ready.load();
  const text = await readFile(file, "utf8").catch((problem: unknown) => {
    const ids = readyWorlds.map((one) => one.id).join(", ");
    throw new UsageError(`--world: ${messageOf(problem)}. A ready world is one of ${ids}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`--world: ${file} is not JSON: ${messageOf(problem)}`);
  }
  const parsed = parseWorld(value);
  if (!parsed.ok) throw new UsageError(`--world: ${file}: ${parsed.message}`);
  return parsed.world;
}
