import { type JsonValue, member } from "../../json";
import type { Call } from "../graph/call";
import { Refusal } from "../graph/refusal";
import { optionalText } from "../messages/read-value";
import { type Outcome, sendMessage } from "../messages/send";
import { checkCanSend } from "../respond";
import type { Account } from "../world/account";
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
    const { body, events } = sendMessage(world, call, account);
    const { wa_id, input } = firstContact(body);
    return {
      body: {
        ...body,
        contacts: [
          { input, wa_id, ...(userIdOf(world, String(wa_id)) === userId ? { user_id: userId } : {}) },
        ],
      },
      events,
    };
  }
  const waId = waIdOfUser(world, userId);
  if (waId === null) {
    throw new Refusal(131009, {
      details: `Param recipient is not a business-scoped user ID of this business portfolio: ${userId.slice(0, 150)}`,
    });
  }
  const { body, events } = sendMessage(world, { ...call, body: { ...call.body, to: `+${waId}` } }, account);
  return {
    body: { ...body, contacts: [{ input: userId, user_id: userId }] },
    events: events.map((event) => {
      if (event.type !== "message_accepted") return event;
      const { content } = event.message;
      if (content.type === "template" && content.category === "AUTHENTICATION") throw new Refusal(131062);
      return { ...event, message: { ...event.message, input: userId } };
    }),
  };
}

function isGiven(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

function firstContact(body: Outcome["body"]): { readonly input: JsonValue; readonly wa_id: JsonValue } {
  const contacts = member(body, "contacts");
  const [contact] = Array.isArray(contacts) ? contacts : [];
  return { input: member(contact, "input") ?? null, wa_id: member(contact, "wa_id") ?? null };
}
