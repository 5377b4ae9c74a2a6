import type { Conversation } from "../world/contact";

/** The customer service window: 24 h from the customer's last message (Meta, "send messages"). */
export const windowLength = 24 * 3_600_000;

/** Whether free text may be sent at `now`. */
export function windowIsOpen(conversation: Conversation, now: number): boolean {
  return conversation.lastInboundAt !== null && now - conversation.lastInboundAt < windowLength;
}
