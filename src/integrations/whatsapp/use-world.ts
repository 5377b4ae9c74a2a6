import { usePlayground } from "../../ui/page";
import { loadWorld, type WhatsAppWorld } from "./world";

/** WhatsApp's simulated world, for its views. */
export function useWhatsAppWorld(): WhatsAppWorld {
  return usePlayground().worlds.of(loadWorld);
}
