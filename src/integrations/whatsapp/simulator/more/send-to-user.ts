import { type JsonObject, type JsonValue, member } from "../../../../shared/json";
import type { Call } from "../graph/call";
import { Refusal } from "../graph/refusal";
import { optionalText } from "../messages/read-value";
import { type Outcome, sendMessage } from "../messages/send";
import { checkCanSend } from "../respond";
import type { Account } from "../world/account";
import type { Outbound } from "../world/message";
import type { World } from "../world/world";
import { userIdOf, waIdOfUser } from "./user-id";

/** Whether a message's recipient as it was written is a business-scoped user ID. */
export function isUserId(input: string): boolean {
  return /^[A-Z]{2}\./.test(input);
}

/**
 * A message with `recipient`, a business-scoped user ID (Meta, "business-scoped user IDs"); null for one without. Beside `to`
 * it is only given back as `user_id`. Alone it stands for the contact's number: the answer names the user and no number.
 * Refuses an authentication template (131062), and an ID that is nobody's here (131009, chosen: Meta only says that such a
 * request fails).
 */
export function sendToUser(world: World, call: Call, account: Account): Outcome | null {
  const userId = optionalText(member(call.body, "recipient"), "recipient");
  if (userId === null || userId === "") return null;
  checkCanSend(world, account);
  if (isGiven(member(call.body, "to"))) {
    return answering(sendMessage(world, call, account), ({ input, waId }) => ({
      input,
      wa_id: waId,
      ...(userIdOf(world, waId) === userId ? { user_id: userId } : {}),
    }));
  }
  const waId = waIdOfUser(world, userId);
  if (waId === null) {
    throw new Refusal(131009, {
      details: `Param recipient is not a business-scoped user ID of this business portfolio: ${userId.slice(0, 150)}`,
    });
  }
  const sent = sendMessage(world, { ...call, body: { ...call.body, to: `+${waId}` } }, account);
  const toUser = sent.events.map((event) => {
    if (event.type !== "message_accepted") return event;
    const { content } = event.message;
    if (content.type === "template" && content.category === "AUTHENTICATION") throw new Refusal(131062);
    return { ...event, message: { ...event.message, input: userId } };
  });
  return answering({ ...sent, events: toUser }, () => ({ input: userId, user_id: userId }));
}

function isGiven(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** The outcome of a send with another `contacts` in its answer. */
function answering(sent: Outcome, contactOf: (message: Outbound) => JsonObject): Outcome {
  const contacts = sent.events.flatMap((event) =>
    event.type === "message_accepted" ? [contactOf(event.message)] : [],
  );
  return { ...sent, body: { ...sent.body, contacts } };
}
