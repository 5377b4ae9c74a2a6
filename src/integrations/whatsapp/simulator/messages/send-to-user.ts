import { type JsonObject, type JsonValue, member } from "../../../../shared/json";
import type { Call } from "../graph/call";
import { Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import type { Outbound } from "../world/message";
import { checkCanSend } from "./limits";
import { requiredText } from "./read-value";
import { acceptMessage } from "./send";
import { userIdOf, waIdOfUser } from "./user-id";

/** Whether a message's recipient as it was written is a business-scoped user ID. */
export function isUserId(input: string): boolean {
  return /^[A-Z]{2}\./.test(input);
}

/** Whether the call names a user by `recipient`. */
export function hasRecipient({ body }: Call): boolean {
  return isGiven(member(body, "recipient"));
}

/**
 * A message with `recipient`, a business-scoped user ID (Meta, "business-scoped user IDs"). Beside `to` it only comes back as
 * `user_id`. Alone it stands for the contact's number: the answer names the user and no number. Refuses an authentication
 * template (131062), and an ID that is nobody's here (131009, chosen: Meta only says that such a request fails).
 */
export function sendToUser(asked: Asked): GraphOutcome {
  const { world, call, account } = asked;
  checkCanSend(world, account);
  const userId = requiredText(member(call.body, "recipient"), "recipient");
  if (isGiven(member(call.body, "to"))) {
    return answering(acceptMessage(asked), ({ input, waId }) => ({
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
  const { body, events = [] } = acceptMessage({
    ...asked,
    call: { ...call, body: { ...call.body, to: `+${waId}` } },
  });
  const toUser = events.map((event) => {
    if (event.type !== "message_accepted") return event;
    const { content } = event.message;
    if (content.type === "template" && content.category === "AUTHENTICATION") throw new Refusal(131062);
    return { ...event, message: { ...event.message, input: userId } };
  });
  return answering({ body, events: toUser }, () => ({ input: userId, user_id: userId }));
}

function isGiven(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** The outcome of a send with another `contacts` in its answer. */
function answering(
  { body, events = [] }: GraphOutcome,
  contactOf: (message: Outbound) => JsonObject,
): GraphOutcome {
  const contacts = events.flatMap((event) =>
    event.type === "message_accepted" ? [contactOf(event.message)] : [],
  );
  return { body: { ...body, contacts }, events };
}
