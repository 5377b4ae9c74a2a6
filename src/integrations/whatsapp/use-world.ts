import type { WorldModel } from "../../app/world-model";
import { usePlayground } from "../../ui/page";
import type { World, WorldEvent } from "./simulator/page";
import { loadWorld } from "./world";

/** WhatsApp's simulated world, as the page keeps it. */
export type WhatsAppWorld = WorldModel<World, WorldEvent>;

/** WhatsApp's simulated world, for its views. */
export function useWhatsAppWorld(): WhatsAppWorld {
  return usePlayground().worlds.of(loadWorld);
}
