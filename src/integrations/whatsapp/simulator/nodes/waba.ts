import type { JsonObject, JsonValue } from "../../../../shared/json";
import { fieldPicker } from "../graph/fields";
import { type AskedField, nested, parseFields, pickEach } from "../graph/nested-fields";
import { notSimulated } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { checkScope } from "../graph/token";
import { randomFor } from "../random";
import type { WorldEvent } from "../world/event";
import { isUnverified, type World } from "../world/world";
import { healthOf, listPhoneNumbers } from "./phone-numbers";
import { templatesEdge } from "./templates";

const edges = {
  phone_numbers: /* @__PURE__ */ nested(listPhoneNumbers),
  message_templates: /* @__PURE__ */ nested(templatesEdge),
} as const;

/** Fields with figures that the simulator does not have. Leaving them out would look like no traffic at all. */
const analytics = /^(?:\w+_)?analytics$/;

/** Default fields: from Meta's OpenAPI file. Fields without a value here are left out. */
const picker = /* @__PURE__ */ fieldPicker(
  "WhatsAppBusinessAccount",
  "id name timezone_id message_template_namespace currency",
  "account_review_status business_verification_status health_status owner_business owner_business_info " +
    "ownership_type status whatsapp_business_manager_messaging_limit " +
    "activities assigned_users audiences auth_international_rate_eligibility country creation_time dataset " +
    "disable_marketing_messages_on_cloud_api flows is_enabled_for_insights is_shared_with_partners " +
    "linked_commerce_account marketing_messages_lite_api_status marketing_messages_onboarding_status " +
    "message_campaigns on_behalf_of_business_info payment_configurations primary_business_location " +
    "primary_funding_id product_catalogs purchase_order_number schedules solutions subscribed_apps " +
    "template_groups upsert_message_templates welcome_message_sequences " +
    "phone_numbers message_templates",
);

/** `GET /{waba-id}`, also with its lists of numbers and templates as fields: `fields=name,phone_numbers{id}`. */
export function wabaNode(asked: Asked): GraphOutcome {
  const wanted = parseFields(asked.call.query.get("fields") ?? "");
  const listed: Record<string, JsonValue> = {};
  const events: WorldEvent[] = [];
  for (const field of wanted) {
    if (analytics.test(field.name)) throw notSimulated(`analytics (field ${field.name})`);
  }
  const pick = picker(wanted.map(({ name }) => name).join(","));
  for (const field of wanted) {
    if (field.name !== "phone_numbers" && field.name !== "message_templates") continue;
    checkScope(asked.account, "whatsapp_business_management");
    const outcome = edges[field.name](within(asked, field));
    listed[field.name] = outcome.body;
    events.push(...(outcome.events ?? []));
  }
  // The lists have already picked their own fields.
  return { body: { ...pickEach(pick(written(asked.world)), wanted), ...listed }, events };
}

/** The call behind a list among the fields, to the list's own address. */
function within({ call, ...asked }: Asked, { name, inner, limit }: AskedField): Asked {
  const url = new URL(call.url?.href ?? "https://graph.facebook.com/");
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${name}`;
  const query = new URLSearchParams();
  if (inner !== null) query.set("fields", inner);
  if (limit !== null) query.set("limit", limit);
  url.search = query.toString();
  return { ...asked, call: { ...call, url, query } };
}

const reviews = {
  active: "ACTIVE",
  payment_problem: "ACTIVE",
  marketing_switched_off: "ACTIVE",
  restricted: "RESTRICTED",
};

function written(world: World): JsonObject {
  const { waba, business, seed } = world;
  const hex = (length: number) =>
    randomFor(seed, "namespace", waba.id, length).text("0123456789abcdef", length);
  const owner = { id: business.id, name: business.name };
  return {
    id: waba.id,
    name: waba.name,
    // Meta's number for Los Angeles.
    timezone_id: "1",
    message_template_namespace: `${hex(8)}_${hex(4)}_${hex(5).slice(1)}_${hex(6).slice(2)}_${hex(12)}`,
    currency: "USD",
    account_review_status: "APPROVED",
    business_verification_status: isUnverified(business) ? "not_verified" : "verified",
    health_status: healthOf(world, null),
    owner_business: owner,
    owner_business_info: owner,
    ownership_type: "SELF",
    status: reviews[waba.state],
    whatsapp_business_manager_messaging_limit: business.messagingLimit,
  };
}
