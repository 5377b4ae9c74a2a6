import { nextMessageId } from "./messages/wamid";
import type { WorldEvent } from "./world/event";
import { messageIndex } from "./world/lookup";
import type { InboundContent } from "./world/message";
import type { World } from "./world/world";

/**
 * The event of a customer writing to a business number or pressing a button, at the world's time. `from` is a WhatsApp ID
 * (digits). An unknown sender becomes a contact. A string is a text message. `context` is the id of the business's message being
 * answered. Once applied, it opens the customer service window for 24 h.
 */
export function receive(
  world: World,
  phoneNumberId: string,
  from: string,
  said: string | InboundContent,
  context: string | null = null,
): WorldEvent {
  return {
    type: "message_received",
    message: {
      direction: "inbound",
      id: nextMessageId(world, from, "inbound"),
      phoneNumberId,
      waId: from,
      receivedAt: world.clock,
      content: typeof said === "string" ? { type: "text", body: said } : said,
      context,
      readAt: null,
    },
  };
}

/**
 * The event of a customer pressing the button at `index` of a template message, with the button's payload. `null` if there is no
 * such message or its button is not a quick reply, since other buttons only act on the phone.
 */
export function pressButton(world: World, messageId: string, index: number): WorldEvent | null {
  const message = messageIndex.find(world.messages, messageId);
  if (message?.direction !== "outbound" || message.content.type !== "template") return null;
  const button = message.content.rendered.buttons[index];
  if (button?.type !== "QUICK_REPLY") return null;
  const said: InboundContent = { type: "button", text: button.text, payload: button.value };
  return receive(world, message.phoneNumberId, message.waId, said, message.id);
}
