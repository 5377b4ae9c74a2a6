import { isWorld, seedWorld } from "../../../src/integrations/whatsapp/simulator/page";
import type { RunTrial } from "../../../src/lessons/outcome";
import { runLua } from "../../support/run-lua";

/** Runs over a world with the box's own runtime, in Node. */
export const runInNode: RunTrial = (job) => runWithSeed(job);

/** The same, with another seed for the world. */
export const runInNodeWith =
  (seed: number): RunTrial =>
  (job) =>
    runWithSeed(job, seed);

async function runWithSeed(
  { name, source, worlds: { whatsapp: given } }: Parameters<RunTrial>[0],
  seed?: number,
): ReturnType<RunTrial> {
  const known = isWorld(given) ? given : seedWorld();
  const world = seed === undefined ? known : { ...known, seed };
  const { result, error, output, rows, world: after } = await runLua(source, { name, world });
  return {
    end: error === null ? { kind: "finished", result } : { kind: "failed", message: error.message },
    output,
    calls: rows,
    worlds: { whatsapp: after },
  };
}
