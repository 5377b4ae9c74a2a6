import type { JsonObject } from "../../../../shared/json";
import { inboundBody, isUserId, unixSeconds, userIdOf, webhookError } from "../../simulator";
import {
  contactIndex,
  type Inbound,
  type Outbound,
  randomFor,
  type StatusStep,
  type World,
} from "../../simulator/page";

/** An event for the subscriber: a message's next status, or a customer's message. */
export type WebhookNotice =
  | { readonly kind: "status"; readonly at: number; readonly message: Outbound; readonly step: StatusStep }
  | { readonly kind: "inbound"; readonly at: number; readonly message: Inbound };

/**
 * A webhook's body as Meta writes and signs it: ASCII only, with everything else as `\uxxxx` in lower case, and `/` as `\/`.
 */
export function webhookText(body: object): string {
  return JSON.stringify(body)
    .replaceAll("/", "\\/")
    .replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The first Graph version whose status webhooks carry no conversation (Meta's changelog, 2025-10-08). */
const conversationsEndWith = 24;

/**
 * The webhook for one notice, in Meta's shape (`docs/cloud-api.md`, Webhooks): one change of the field
 * `messages`. Meta may put several into one, but mostly sends one each. A failure comes without `contacts` (Meta,
 * "business-scoped user IDs"). Everything else names the user by number and by business-scoped ID, as Meta has since March
 * 2026. `version` is the Graph version that the app subscribed with, such as 26.
 */
export function webhookBody(world: World, notice: WebhookNotice, version: number): JsonObject {
  const { phoneNumberId, waId } = notice.message;
  const phoneNumber = world.accounts.find((one) => one.phoneNumberId === phoneNumberId)?.phoneNumber ?? "";
  const userId = userIdOf(world, waId);
  const name = contactIndex.find(world.contacts, waId)?.profileName ?? null;
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
    ...(notice.kind === "status" && notice.step.status === "failed"
      ? {}
      : { contacts: [{ ...(name === null ? {} : { profile: { name } }), wa_id: waId, user_id: userId }] }),
    ...(notice.kind === "status"
      ? { statuses: [status(world, notice.message, notice.step, version)] }
      : { messages: [inbound(notice.message, phoneNumber, userId)] }),
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: world.waba.id, changes: [{ value, field: "messages" }] }],
  };
}

/** Price and conversation are on `sent` and on one of `delivered` and `read` (Meta), here on `delivered`. */
function status(world: World, message: Outbound, step: StatusStep, version: number): JsonObject {
  const priced = step.status === "sent" || step.status === "delivered";
  const { callbackData, life, pricing } = message;
  return {
    id: message.id,
    status: step.status,
    timestamp: unixSeconds(step.at),
    recipient_id: message.waId,
    ...(isUserId(message.input) ? { recipient_user_id: message.input } : {}),
    ...(priced && version < conversationsEndWith
      ? { conversation: conversation(world, message, step.status === "sent") }
      : {}),
    ...(priced
      ? {
          pricing: {
            billable: pricing.billable,
            pricing_model: "PMP",
            type: pricing.type,
            category: pricing.category,
          },
        }
      : {}),
    ...(step.status === "failed" && life.end === "fails" ? { errors: [webhookError(life)] } : {}),
    ...(callbackData === null ? {} : { biz_opaque_callback_data: callbackData }),
  };
}

/** A separate conversation for each message, for a day: since prices are per message, Meta says no more (chosen). */
function conversation(world: World, message: Outbound, withExpiration: boolean): JsonObject {
  return {
    id: randomFor(world.seed, "conversation", message.id).text("0123456789abcdef", 32),
    ...(withExpiration ? { expiration_timestamp: unixSeconds(message.acceptedAt + 24 * 3_600_000) } : {}),
    origin: { type: message.pricing.category },
  };
}

/** What a customer wrote, or the quick-reply button of a template that they pressed. */
function inbound(
  { waId, id, receivedAt, content, context }: Inbound,
  phoneNumber: string,
  userId: string,
): JsonObject {
  return {
    ...(context === null ? {} : { context: { from: phoneNumber, id: context } }),
    from: waId,
    from_user_id: userId,
    id,
    timestamp: unixSeconds(receivedAt),
    ...inboundBody(content),
  };
}
