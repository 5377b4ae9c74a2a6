import type { WorldModel } from "../../app/simulated-world";
import type { LoadWorld } from "../world-simulator";
import type { World, WorldEvent } from "./simulator/page";

/** WhatsApp's simulated world, as the page keeps it. */
export type WhatsAppWorld = WorldModel<World, WorldEvent>;

export const loadWorld: LoadWorld<World, WorldEvent> = async () =>
  (await import("./simulator/page")).worldSimulator;
