import { isWorld, seedWorld } from "../../../src/integrations/whatsapp/simulator/page";
import type { RunTrial } from "../../../src/lessons/outcome";
import { runLua } from "../../support/run-lua";

/** Runs over a world with the box's own runtime, in Node. */
export const runInNode: RunTrial = async ({ name, source, worlds: { whatsapp: given } }) => {
  const world = isWorld(given) ? given : seedWorld();
  const { result, error, output, rows, world: after } = await runLua(source, { name, world });
  return {
    end: error === null ? { kind: "finished", result } : { kind: "failed", message: error.message },
    output,
    calls: rows,
    worlds: { whatsapp: after },
  };
};
