/** WhatsApp's simulated world, as the page keeps it. */
import type { WorldModel } from "../../app/simulated-world";
import type { WorldPart, WorldSimulator } from "../world-simulator";
import type { World, WorldEvent } from "./simulator/state";

export type WhatsAppWorld = WorldModel<World, WorldEvent>;

/** Loads the simulator; the ready worlds stay in files of their own. */
export async function loadSimulator(): Promise<WorldSimulator<World, WorldEvent>> {
  const [{ apply, parseEvents, parseWorld, seedWorld, summarize, withAccounts, worldData }, { readyWorlds }] =
    await Promise.all([import("./simulator/state"), import("./simulator/worlds")]);
  return {
    apply,
    parseEvents,
    parseWorld,
    seedWorld,
    summarize,
    withAccounts,
    accountNames: ({ accounts }) => accounts.map(({ name }) => name),
    named: worldData,
    passTime: (ms) => ({ type: "time_passed", ms }),
    readyWorlds: readyWorlds.map(({ id }) => id),
    readyWorld: async (origin) => (await readyWorlds.find(({ id }) => id === origin)?.load()) ?? null,
  };
}

export const worldPart: WorldPart<World, WorldEvent> = { record: "world", load: loadSimulator };
