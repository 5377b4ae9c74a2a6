import { type JsonObject, member } from "../../../../shared/json";
import { errorFacts } from "../../errors";
import { noSuchObject, Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { checkProduct } from "../messages/body";
import { oneOf, requiredText } from "../messages/read-value";
import type { WorldAccount } from "../world/account";
import { messageIndex } from "../world/lookup";
import {
  type Content,
  type Inbound,
  type InboundContent,
  type Life,
  type Outbound,
  stepsOf,
} from "../world/message";

/**
 * `GET /{message-id}`, which the real API does not have: a message's progress, in the words of Meta's status webhook. Messages
 * of other numbers are unknown (100/33).
 */
export function messageNode({ world, call, account, id }: Asked): GraphOutcome {
  const message = messageIndex.find(world.messages, id);
  if (message === undefined || message.phoneNumberId !== account.phoneNumberId) {
    throw noSuchObject(call.method, id);
  }
  const shown =
    message.direction === "outbound" ? sent(message, account, world.clock) : received(message, account);
  return { body: { messaging_product: "whatsapp", messages: [shown] } };
}

function sent(message: Outbound, account: WorldAccount, now: number): JsonObject {
  const steps = stepsOf(message.acceptedAt, message.life, now);
  const latest = steps.at(-1) ?? steps[0];
  const { context, callbackData, heldUntil } = message;
  const isHeld = heldUntil !== null && now < heldUntil;
  return {
    id: message.id,
    message_status: isHeld ? "held_for_quality_assessment" : latest.status,
    timestamp: unixSeconds(latest.at),
    timestamps: Object.fromEntries(steps.map((step) => [step.status, unixSeconds(step.at)])),
    from: account.phoneNumber,
    to: message.waId,
    ...contentBody(message.content),
    ...(context === null ? {} : { context: { message_id: context } }),
    ...(callbackData === null ? {} : { biz_opaque_callback_data: callbackData }),
    ...(steps.length > 1 && message.life.end === "arrives"
      ? { pricing: { pricing_model: "PMP", ...message.pricing } }
      : {}),
    ...(latest.status === "failed" ? errors(message.life) : {}),
  };
}

function contentBody(content: Content): JsonObject {
  if (content.type === "text") {
    return { type: "text", text: { body: content.body, preview_url: content.previewUrl } };
  }
  return { type: "template", template: { name: content.name, language: { code: content.language } } };
}

function errors(life: Life): JsonObject {
  return life.end === "fails" ? { errors: [webhookError(life)] } : {};
}

/** An error as in Meta's failed-status webhook. */
export function webhookError({ code, details }: Extract<Life, { end: "fails" }>): JsonObject {
  const { title } = errorFacts(code);
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}

/** A customer's message: `delivered` to the business, `read` once marked so. */
function received(message: Inbound, account: WorldAccount): JsonObject {
  const { receivedAt, readAt, content, context } = message;
  return {
    id: message.id,
    message_status: readAt === null ? "delivered" : "read",
    timestamp: unixSeconds(readAt ?? receivedAt),
    timestamps: {
      delivered: unixSeconds(receivedAt),
      ...(readAt === null ? {} : { read: unixSeconds(readAt) }),
    },
    from: message.waId,
    to: account.phoneNumber,
    ...inboundBody(content),
    ...(context === null ? {} : { context: { from: account.phoneNumber, id: context } }),
  };
}

/** What a customer wrote, or the quick-reply button of a template that they pressed. */
export function inboundBody(content: InboundContent): JsonObject {
  return content.type === "text"
    ? { type: "text", text: { body: content.body } }
    : { type: "button", button: { payload: content.payload, text: content.text } };
}

/** Unix seconds as a string, the format of times in Meta's webhooks. */
export function unixSeconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}

/**
 * `POST /{phone-number-id}/messages` with `status: "read"`: marks a customer's message as read. An id that is not one of the
 * number's inbound messages fails with 131009 (chosen: Meta's response is not known). A typing indicator is accepted but not
 * shown.
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
