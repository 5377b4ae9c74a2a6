import { nextMessageId } from "./messages/wamid";
import type { WorldEvent } from "./world/event";
import type { World } from "./world/world";

/**
 * A customer writes to a business number: the event that says so, at the world's time. `from` is a WhatsApp ID (digits);
 * who is not among the contacts becomes one. Applied, it opens the customer service window for 24 h.
 */
export function receive(world: World, phoneNumberId: string, from: string, body: string): WorldEvent {
  return {
    type: "message_received",
    message: {
      direction: "inbound",
      id: nextMessageId(world, from, "inbound"),
      phoneNumberId,
      waId: from,
      receivedAt: world.clock,
      body,
      readAt: null,
    },
  };
}
