import { readFile } from "node:fs/promises";
import { parseWorld, type World } from "../simulator";
import { reasonOf, UsageError } from "./usage-error";

/** The world in a JSON file, for `--world`. Rejects with a `UsageError` that names the file and what is wrong in it. */
export async function readWorld(file: string): Promise<World> {
  const text = await readFile(file, "utf8").catch((problem: unknown) => {
    throw new UsageError(`--world: ${reasonOf(problem)}`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`--world: ${file} is not JSON: ${reasonOf(problem)}`);
  }
  const parsed = parseWorld(value);
  if (!parsed.ok) throw new UsageError(`--world: ${file}: ${parsed.message}`);
  return parsed.world;
}
