import type { WorldModel } from "../../app/simulated-world";
import type { WorldPart } from "../world-simulator";
import type { World, WorldEvent } from "./simulator/state";

/** WhatsApp's simulated world, as the page keeps it. */
export type WhatsAppWorld = WorldModel<World, WorldEvent>;

export const worldPart: WorldPart<World, WorldEvent> = {
  record: "world",
  load: async () => (await import("./simulator/world-simulator")).worldSimulator,
};
