import type { WorldSimulator } from "../../world-simulator";
import { sentMessageId } from "../sent-message";
import { shareableWorld, withAccounts, worldWithoutTokens } from "./accounts";
import { apply } from "./world/apply";
import { parseEvents, type WorldEvent } from "./world/event";
import { messageIndex } from "./world/lookup";
import { parseWorld } from "./world/parse";
import { summarize, type World } from "./world/world";
import { worldData } from "./world-data";
import { readyWorlds } from "./worlds";
import { seedWorld } from "./worlds/shop/shop";

/** What the page and the terminal need to keep WhatsApp's world. The ready-made worlds are in separate files. */
export const worldSimulator: WorldSimulator<World, WorldEvent> = {
  apply,
  parseEvents,
  parseWorld,
  seedWorld,
  summarize,
  withAccounts,
  title: ({ business }) => business.name,
  shareable: (world, source) => (source === null ? worldWithoutTokens(world) : shareableWorld(world, source)),
  sentMessage(world, call) {
    const id = sentMessageId(call);
    return id !== null && messageIndex.find(world.messages, id) !== undefined ? id : null;
  },
  accountNames: ({ accounts }) => accounts.map(({ name }) => name),
  named: worldData,
  passTime: (ms) => ({ type: "time_passed", ms }),
  readyWorlds: readyWorlds.map(({ id }) => id),
  readyWorld: async (origin) => (await readyWorlds.find(({ id }) => id === origin)?.load()) ?? null,
};
