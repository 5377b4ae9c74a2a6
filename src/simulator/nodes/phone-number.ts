import type { JsonObject } from "../../json";
import type { Call } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import type { Account } from "../world/account";
import type { World } from "../world/world";

export const phoneNumberType = "WhatsAppBusinessPhoneNumber";

const picker = fieldPicker({
  type: phoneNumberType,
  known: [
    "id",
    "verified_name",
    "display_phone_number",
    "quality_rating",
    "code_verification_status",
    "platform_type",
    "throughput",
    "name_status",
    "status",
    "account_mode",
    "whatsapp_business_manager_messaging_limit",
  ],
  defaults: ["verified_name", "display_phone_number", "quality_rating", "id"],
});

const statuses = {
  connected: "CONNECTED",
  not_registered: "DISCONNECTED",
  deleted: "DELETED",
  in_maintenance: "CONNECTED",
  name_not_approved: "CONNECTED",
  locked: "BANNED",
} as const satisfies Record<Account["state"], string>;

/** `GET /{phone-number-id}`. */
export function phoneNumber(world: World, call: Call, account: Account): JsonObject {
  const pick = picker(call.query.get("fields"));
  return pick({
    id: account.phoneNumberId,
    verified_name: account.verifiedName,
    display_phone_number: account.phoneNumber,
    quality_rating: account.qualityRating,
    code_verification_status: account.state === "not_registered" ? "NOT_VERIFIED" : "VERIFIED",
    platform_type: account.state === "not_registered" ? "NOT_APPLICABLE" : "CLOUD_API",
    throughput: { level: account.limits.messagesPerSecond > 80 ? "HIGH" : "STANDARD" },
    name_status: account.state === "name_not_approved" ? "PENDING_REVIEW" : "APPROVED",
    status: statuses[account.state],
    account_mode: account.allowedRecipients === null ? "LIVE" : "SANDBOX",
    whatsapp_business_manager_messaging_limit: world.business.messagingLimit,
  });
}
