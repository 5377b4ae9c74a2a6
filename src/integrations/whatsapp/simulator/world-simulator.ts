import type { WorldSimulator } from "../../world-simulator";
import {
  apply,
  parseEvents,
  parseWorld,
  seedWorld,
  summarize,
  type World,
  type WorldEvent,
  withAccounts,
  worldData,
} from "./state";
import { readyWorlds } from "./worlds";

/** What the page and the terminal need to keep WhatsApp's world. The ready worlds come in files of their own. */
export const worldSimulator: WorldSimulator<World, WorldEvent> = {
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
