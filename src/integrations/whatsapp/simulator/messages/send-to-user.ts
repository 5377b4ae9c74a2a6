import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type JsonObject, type JsonValue, member } from "../../../../shared/json";
import type { Call } from "../graph/call";
import { Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { contactIndex } from "../world/lookup";
import type { Outbound } from "../world/message";
import type { World } from "../world/world";
import { checkCanSend } from "./limits";
import { requiredText } from "./read-value";
import { acceptMessage } from "./send";

/** Whether a message's recipient, as written, is a business-scoped user ID. */
export function isUserId(input: string): boolean {
  return /^[A-Z]{2}\./.test(input);
}

/** Whether the call names a user by `recipient`. */
export function hasRecipient({ body }: Call): boolean {
  return isGiven(member(body, "recipient"));
}

/**
 * A message with `recipient`, a business-scoped user ID (Meta, "business-scoped user IDs"). With `to` it is only returned as
 * `user_id`. Alone it stands for the contact's number, and the response names the user and no number. Refuses an authentication
 * template (131062) and an unknown ID (131009, chosen: Meta only says that such a request fails).
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

/** The outcome of a send with another `contacts` in its response. */
function answering(
  { body, events = [] }: GraphOutcome,
  contactOf: (message: Outbound) => JsonObject,
): GraphOutcome {
  const contacts = events.flatMap((event) =>
    event.type === "message_accepted" ? [contactOf(event.message)] : [],
  );
  return { body: { ...body, contacts }, events };
}

/** Twenty digits, as in Meta's examples: a WhatsApp ID has at most 16, so each has its own. */
const digits = 20;
const modulus = 10n ** BigInt(digits);

/** A factor without 2 and 5 can be undone; this one spreads the numbers over all twenty digits. */
const factor = 48_271_828_182_845_904_523n;
const undoing = inverse(factor, modulus);

/**
 * A contact's business-scoped user ID, `US.13491208655302741918`: its country and a number that is the portfolio's own.
 * Derived from the WhatsApp ID and the business, so it need not be stored. A number without a country (fictional numbers) gets
 * the first of its calling code, or `ZZ`.
 */
export function userIdOf(world: World, waId: string): string {
  const number = (BigInt(waId) * factor + BigInt(world.business.id)) % modulus;
  return `${countryOf(waId)}.${String(number).padStart(digits, "0")}`;
}

/** The contact's WhatsApp ID for its user ID, or `null` if this business has no such contact. @internal */
export function waIdOfUser(world: World, userId: string): string | null {
  const number = new RegExp(`^[A-Z]{2}\\.(\\d{${digits}})$`).exec(userId)?.[1];
  if (number === undefined) return null;
  const scattered = (BigInt(number) - (BigInt(world.business.id) % modulus) + modulus) % modulus;
  const waId = String((scattered * undoing) % modulus);
  const isKnown = contactIndex.find(world.contacts, waId) !== undefined;
  return isKnown && userIdOf(world, waId) === userId ? waId : null;
}

function countryOf(waId: string): string {
  const number = parsePhoneNumberFromString(`+${waId}`);
  return number?.country ?? number?.getPossibleCountries()[0] ?? "ZZ";
}

/** By Euclid's extended algorithm. */
function inverse(value: bigint, modulo: bigint): bigint {
  let [before, now] = [modulo, value % modulo];
  let [result, next] = [0n, 1n];
  while (now > 1n) {
    const quotient = before / now;
    [before, now] = [now, before % now];
    [result, next] = [next, result - quotient * next];
  }
  return ((next % modulo) + modulo) % modulo;
}
