import type { JsonObject } from "../../../../shared/json";
import { fieldPicker, phoneNumberType } from "../graph/fields";
import { pageOf, shortList } from "../graph/paging";
import type { Asked, GraphOutcome } from "../graph/route";
import type { WorldAccount } from "../world/account";
import type { World } from "../world/world";

/** Without `fields`: the sample of Meta's "about the platform". `last_onboarded_time` and webhooks are not simulated. */
const picker = /* @__PURE__ */ fieldPicker(
  phoneNumberType,
  [
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
    "id",
  ],
  [
    "name_status",
    "status",
    "account_mode",
    "health_status",
    "is_official_business_account",
    "last_onboarded_time",
    "messaging_limit_tier",
    "webhook_configuration",
    "whatsapp_business_manager_messaging_limit",
  ],
);

const statuses = {
  connected: "CONNECTED",
  not_registered: "DISCONNECTED",
  deleted: "DELETED",
  in_maintenance: "CONNECTED",
  name_not_approved: "CONNECTED",
  locked: "BANNED",
} as const satisfies Record<WorldAccount["state"], string>;

/** `GET /{phone-number-id}`. */
export function phoneNumber({ world, call, account }: Asked): GraphOutcome {
  return { body: picker(call.query.get("fields"))(written(world, account)) };
}

/** `GET /{waba-id}/phone_numbers`: the numbers of the WhatsApp Business Account, deleted ones apart. */
export function listPhoneNumbers({ world, call }: Asked): GraphOutcome {
  const pick = picker(call.query.get("fields"));
  const accounts = world.accounts.filter((one) => one.state !== "deleted");
  const body = pageOf(call, {
    kind: "phone_number",
    ...shortList(accounts, (account) => account.phoneNumberId),
    write: (account) => pick(written(world, account)),
  });
  return { body };
}

function written(world: World, account: WorldAccount): JsonObject {
  const limit = world.business.messagingLimit;
  return {
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
    health_status: health(world, account),
    is_official_business_account: false,
    messaging_limit_tier: limit,
    whatsapp_business_manager_messaging_limit: limit,
  };
}

/** Whether number, WABA and business let messages go out; as a whole, the worst of the three. */
function health({ waba, business }: World, { phoneNumberId, state }: WorldAccount): JsonObject {
  const entities = [
    {
      entity_type: "PHONE_NUMBER",
      id: phoneNumberId,
      can_send_message: state === "connected" ? "AVAILABLE" : "BLOCKED",
    },
    {
      entity_type: "WABA",
      id: waba.id,
      can_send_message:
        waba.state === "active" ? "AVAILABLE" : waba.state === "restricted" ? "BLOCKED" : "LIMITED",
    },
    { entity_type: "BUSINESS", id: business.id, can_send_message: "AVAILABLE" },
  ];
  const said = entities.map((one) => one.can_send_message);
  const worst = ["BLOCKED", "LIMITED"].find((one) => said.includes(one)) ?? "AVAILABLE";
  return { can_send_message: worst, entities };
}
