/** WhatsApp's simulated world, as the page keeps it. */
import type { WorldModel } from "../../app/simulated-world";
import type { WorldSimulator } from "../world-simulator";
import type { World, WorldEvent } from "./simulator/state";

export type WhatsAppWorld = WorldModel<World, WorldEvent>;

/** Loads the simulator; the ready worlds stay in files of their own. */
export async function loadSimulator(): Promise<WorldSimulator<World, WorldEvent>> {
  const { apply, parseEvents, parseWorld, seedWorld, summarize, withAccounts } = await import(
    "./simulator/state"
  );
  return {
    apply,
    parseEvents,
    parseWorld,
    seedWorld,
    summarize,
    withAccounts,
    passTime: (ms) => ({ type: "time_passed", ms }),
    async readyWorld(origin) {
      const { readyWorlds } = await import("./simulator/worlds");
      return (await readyWorlds.find((one) => one.id === origin)?.load()) ?? null;
    },
  };
}
