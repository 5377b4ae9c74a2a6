import type { WorldModel } from "../../app/simulated-world";
import { usePlayground } from "../../ui/page";
import { loadWorld } from ".";
import type { World, WorldEvent } from "./simulator/page";

/** WhatsApp's simulated world, as the page keeps it. */
export type WhatsAppWorld = WorldModel<World, WorldEvent>;

/** WhatsApp's simulated world, for its views. */
export function useWhatsAppWorld(): WhatsAppWorld {
  return usePlayground().worlds.of(loadWorld);
}
