import type { JsonObject } from "../../json";
import type { Call } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import type { Account } from "../world/account";

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
  ],
  defaults: ["verified_name", "display_phone_number", "quality_rating", "id"],
});

/** `GET /{phone-number-id}`. */
export function phoneNumber(call: Call, account: Account): JsonObject {
  const pick = picker(call.query.get("fields"));
  return pick({
    id: account.phoneNumberId,
    verified_name: account.verifiedName,
    display_phone_number: account.phoneNumber,
    quality_rating: account.qualityRating,
    code_verification_status: account.registered ? "VERIFIED" : "NOT_VERIFIED",
    platform_type: account.registered ? "CLOUD_API" : "NOT_APPLICABLE",
    throughput: { level: account.limits.messagesPerSecond > 80 ? "HIGH" : "STANDARD" },
    name_status: "APPROVED",
    status: account.registered ? "CONNECTED" : "DISCONNECTED",
    account_mode: account.allowedRecipients === null ? "LIVE" : "SANDBOX",
  });
}
