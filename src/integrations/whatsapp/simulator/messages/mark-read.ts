import { member } from "../../../../shared/json";
import { Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { messageIndex } from "../world/lookup";
import { checkProduct } from "./body";
import { oneOf, requiredText } from "./read-value";

/**
 * `POST /{phone-number-id}/messages` with `status: "read"`: marks a customer's message as read. An id that is not one of
 * the number's inbound messages answers 131009 (chosen: Meta's reply was not found). A typing indicator is taken and
 * shows nowhere.
 */
export function markRead({ world, call, account }: Asked): GraphOutcome {
  checkProduct(call.body);
  oneOf(requiredText(member(call.body, "status"), "status"), ["READ"], "status");
  const id = requiredText(member(call.body, "message_id"), "message_id");
  const message = messageIndex.find(world.messages, id);
  if (message?.direction !== "inbound" || message.phoneNumberId !== account.phoneNumberId) {
    throw new Refusal(131009, { details: "Message ID is invalid." });
  }
  return { body: { success: true }, events: [{ type: "message_marked_read", id, at: world.clock }] };
}
