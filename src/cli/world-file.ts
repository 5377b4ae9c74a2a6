import { readFile, writeFile } from "node:fs/promises";
import { catalog } from "../integrations";
import type { FollowedWorlds } from "../integrations/followed-worlds";
import { loadParts } from "../integrations/load-parts";
import type { Worlds } from "../integrations/simulation";
import type { WorldSimulator, WorldState } from "../integrations/world-simulator";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

type Simulators = readonly (readonly [id: string, simulator: WorldSimulator<WorldState, unknown>])[];

/** Writes the worlds as `--world` reads them. Rejects with a `UsageError` if that fails. */
export async function saveWorlds(file: string, worlds: FollowedWorlds): Promise<void> {
  const documents = worlds.documents();
  const [first, ...others] = Object.values(documents);
  const text = JSON.stringify(others.length === 0 ? first : { worlds: documents }, null, 2);
  await writeFile(file, `${text}\n`).catch((problem: unknown) => {
    throw new UsageError(`--save-world: ${messageOf(problem)}`);
  });
}

/**
 * Reads the worlds that a script starts with. `file` is a preset world's id, or a file: the document of one integration's
 * world, or `{"worlds": {…}}` with several by integration id. Rejects with a `UsageError` that names the file and what is
 * wrong in it.
 */
export async function readWorlds(file: string): Promise<Worlds> {
  const simulators = [
    ...(await loadParts<WorldSimulator<WorldState, unknown>>(catalog, ({ world }) => world?.())),
  ];
  const ready = await readyWorld(simulators, file);
  if (ready !== null) return ready;
  const ids = simulators.flatMap(([, { readyWorlds }]) => readyWorlds).join(", ");
  const text = await readFile(file, "utf8").catch((problem: unknown) => {
    throw new UsageError(`--world: ${messageOf(problem)}. Preset worlds: ${ids}.`);
  });
  try {
    return worldsIn(simulators, JSON.parse(text));
  } catch (problem) {
    const message = messageOf(problem);
    throw new UsageError(
      problem instanceof SyntaxError
        ? `--world: ${file} is not JSON: ${message}`
        : `--world: ${file}: ${message}`,
    );
  }
}

async function readyWorld(simulators: Simulators, id: string): Promise<Worlds | null> {
  const found = simulators.find(([, { readyWorlds }]) => readyWorlds.includes(id));
  return found === undefined ? null : { [found[0]]: await found[1].readyWorld(id) };
}

/** A document without `worlds` belongs to the integration that can read it. Throws if none can. */
function worldsIn(simulators: Simulators, document: unknown): Worlds {
  if (typeof document === "object" && document !== null && "worlds" in document) {
    return Object.fromEntries(Object.entries(document.worlds ?? {}));
  }
  const read = simulators.map(([id, { parseWorld }]) => ({ id, parsed: parseWorld(document) }));
  const fits = read.find(({ parsed }) => parsed.ok);
  if (fits !== undefined) return { [fits.id]: document };
  throw new Error(
    read.flatMap(({ parsed }) => (parsed.ok ? [] : [parsed.message]))[0] ?? "No simulator can read it.",
  );
}
