import { type JsonObject, type JsonValue, member, parseJson } from "../../../../shared/json";
import { fieldPicker, phoneNumberType } from "../graph/fields";
import { pageOf, shortList } from "../graph/paging";
import { badParameter, Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { oneOf, requiredText } from "../messages/read-value";
import { readPhoneNumber } from "../phone-number";
import type { WorldAccount } from "../world/account";
import type { World } from "../world/world";

/** Default fields: the sample in Meta's "about the platform". Fields without a value here, such as webhooks, are left out. */
const picker = /* @__PURE__ */ fieldPicker(
  phoneNumberType,
  "verified_name code_verification_status display_phone_number quality_rating platform_type throughput id",
  "name_status status account_mode health_status is_official_business_account is_on_biz_app is_pin_enabled " +
    "is_preverified_number messaging_limit_tier quality_score country_code country_dial_code " +
    "whatsapp_business_manager_messaging_limit " +
    "block_users business_compliance_info certificate conversational_automation " +
    "eligibility_for_api_business_global_search host_platform last_onboarded_time message_history message_qrdls " +
    "new_certificate new_display_name new_name_status official_business_account search_visibility settings " +
    "unified_cert_status username webhook_configuration whatsapp_business_encryption whatsapp_business_profile " +
    "whatsapp_commerce_settings",
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
  const accounts = sorted(
    world.accounts.filter((one) => one.state !== "deleted"),
    call.query.get("sort"),
  );
  const keeps = readFiltering(call.query.get("filtering"));
  const body = pageOf(call, {
    kind: "phone_number",
    ...shortList(accounts, (account) => account.phoneNumberId),
    kept: keeps && accounts.flatMap((account, at) => (keeps(written(world, account)) ? [at] : [])),
    most: 100,
    write: (account) => pick(written(world, account)),
  });
  return { body };
}

/**
 * The numbers sorted by `sort`: `last_onboarded_time.desc` (Meta's OpenAPI file) or `['last_onboarded_time_descending']` (its
 * guide). A world has no creation times: its own order counts as the order in which the numbers were added (chosen).
 */
function sorted(accounts: readonly WorldAccount[], sort: string | null): readonly WorldAccount[] {
  const asked = sort?.replaceAll(/["'[\]\s]/g, "") ?? "";
  if (asked === "") return accounts;
  const [, direction] = /^(?:creation|last_onboarded)_time[._](asc|desc)(?:ending)?$/i.exec(asked) ?? [];
  if (direction !== undefined) return direction.toLowerCase() === "asc" ? accounts : accounts.toReversed();
  const words = "creation_time.asc, creation_time.desc, last_onboarded_time.asc, last_onboarded_time.desc";
  throw badParameter(`Param sort must be one of {${words}} - got "${sort}".`);
}

/** Fields that `filtering` compares (Meta's OpenAPI file). */
const filterFields = ["ACCOUNT_MODE", "MESSAGING_LIMIT_TIER", "IS_OFFICIAL_BUSINESS_ACCOUNT"] as const;

/** Returns the test that `filtering=[{"field","operator","value"}]` asks for. `null` without the parameter. */
function readFiltering(text: string | null): ((number: JsonObject) => boolean) | null {
  if (text === null || text === "") return null;
  const conditions = parseJson(text);
  // Meta's words, from its OpenAPI file.
  if (!Array.isArray(conditions)) {
    throw new Refusal(100, { message: "Invalid parameter: filtering must be valid JSON" });
  }
  const tests = conditions.map((condition: JsonValue, at: number) => {
    const param = (name: string) => `filtering[${at}]['${name}']`;
    const word = (name: string) => requiredText(member(condition, name), param(name));
    const field = oneOf(word("field"), filterFields, param("field")).toLowerCase();
    oneOf(word("operator"), ["EQUAL"], param("operator"));
    const value = member(condition, "value");
    const wanted = typeof value === "boolean" ? String(value) : requiredText(value, param("value"));
    return (number: JsonObject) => String(number[field]).toLowerCase() === wanted.toLowerCase();
  });
  return (number) => tests.every((keeps) => keeps(number));
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
    health_status: healthOf(world, account),
    is_official_business_account: false,
    is_on_biz_app: false,
    is_pin_enabled: account.state !== "not_registered",
    is_preverified_number: false,
    quality_score: { score: account.qualityRating },
    ...countryOf(account),
    messaging_limit_tier: limit,
    whatsapp_business_manager_messaging_limit: limit,
  };
}

function countryOf({ phoneNumber }: WorldAccount): JsonObject {
  const read = readPhoneNumber(`+${phoneNumber}`, phoneNumber);
  if (read === null) return {};
  return {
    ...(read.country === null ? {} : { country_code: read.country }),
    country_dial_code: read.callingCode,
  };
}

/** Whether the number (if given), WABA and business can send messages. The overall status is the worst of them. */
export function healthOf({ waba, business }: World, account: WorldAccount | null): JsonObject {
  const number = account && {
    entity_type: "PHONE_NUMBER",
    id: account.phoneNumberId,
    can_send_message: account.state === "connected" ? "AVAILABLE" : "BLOCKED",
  };
  const entities = [
    ...(number === null ? [] : [number]),
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
