/**
 * What Meta documents and the simulator lacks. Everything here returns HTTP 501, so nobody looks for the cause in their IDs or
 * token. Sources: Meta's OpenAPI file and its guides (`docs/cloud-api.md`).
 */
import type { Call } from "./graph/call";
import { notSimulated, type Refusal } from "./graph/refusal";
import type { Asked } from "./graph/route";
import { templatePosition } from "./world/lookup";

/** Message types that Meta sends, in upper case, except `text` and `template`. */
export const missingMessageTypes = [
  "AUDIO",
  "CONTACTS",
  "DOCUMENT",
  "IMAGE",
  "INTERACTIVE",
  "LOCATION",
  "PIN",
  "REACTION",
  "STICKER",
  "VIDEO",
] as const;

/** Components of a template message. */
export const missingComponents = [
  "CAROUSEL",
  "LIMITED_TIME_OFFER",
  "ORDER_STATUS",
  "TAP_TARGET_CONFIGURATION",
] as const;

/** The `sub_type` of a template's button. */
export const missingButtons = [
  "CATALOG",
  "FLOW",
  "MPM",
  "ORDER_DETAILS",
  "REMINDER",
  "SPM",
  "VOICE_CALL",
] as const;

/** Types of a template's parameters. */
export const missingParameters = [
  "ACTION",
  "GIF",
  "LIMITED_TIME_OFFER",
  "ORDER_STATUS",
  "PRODUCT",
  "TAP_TARGET_CONFIGURATION",
  "TTL_MINUTES",
] as const;

/** What the first part of a path names: an object of the world, any other ID (a flow, a group, an app, …), or a fixed word. */
type Node = "phone" | "waba" | "template" | "business" | "other" | "upload" | `/${string}`;

type MissingPath = readonly [methods: string, node: Node, edge: string | null, what: string];

/** Paths by method. The last part of `a/*` is any ID. */
const missingPaths: readonly MissingPath[] = [
  ["POST", "phone", "media", "media uploads"],
  ["DELETE", "other", null, "deleting media, flows and groups"],
  ["POST GET", "upload", null, "resumable uploads"],
  ["POST", "other", "uploads", "resumable uploads"],
  ["POST", "/app", "uploads", "resumable uploads"],

  ["POST", "phone", null, "changing a phone number"],
  ["POST", "phone", "register", "registering a phone number"],
  ["POST", "phone", "deregister", "deregistering a phone number"],
  ["POST", "phone", "request_code", "verification codes"],
  ["POST", "phone", "verify_code", "verification codes"],
  ["GET POST", "phone", "settings", "a phone number's settings"],
  ["GET POST", "phone", "whatsapp_business_profile", "the business profile"],
  ["GET POST", "phone", "whatsapp_commerce_settings", "commerce settings"],
  ["GET POST", "phone", "whatsapp_business_encryption", "encryption keys"],
  ["GET POST", "phone", "business_compliance_info", "compliance information"],
  ["GET POST", "phone", "official_business_account", "the official business account"],
  ["GET POST DELETE", "phone", "conversational_automation", "conversational automation"],
  ["GET POST DELETE", "phone", "username", "usernames"],
  ["GET", "phone", "username_suggestions", "usernames"],
  ["GET POST DELETE", "phone", "block_users", "blocking people over the API"],
  ["GET POST DELETE", "phone", "message_qrdls", "QR codes and short links"],
  ["GET POST DELETE", "phone", "message_qrdls/*", "QR codes and short links"],
  ["GET POST DELETE", "/message_qrdls", "*", "QR codes and short links"],
  ["POST", "phone", "calls", "calls"],
  ["GET", "phone", "call_permissions", "call permissions"],
  ["GET POST", "phone", "groups", "groups"],
  ["POST", "phone", "marketing_messages", "the Marketing Messages API"],
  ["POST", "phone", "messages_encrypted", "encrypted messages"],
  ["POST", "phone", "smb_app_data", "coexistence with the WhatsApp Business app"],

  ["POST", "waba", null, "changing a WhatsApp Business Account"],
  ["POST DELETE", "waba", "message_templates", "creating and deleting templates"],
  ["POST", "waba", "upsert_message_templates", "creating and deleting templates"],
  ["POST", "waba", "migrate_message_templates", "migrating templates"],
  ["GET", "waba", "message_template_previews", "template previews"],
  ["GET", "/message_template_library", null, "the template library"],
  ["GET POST", "waba", "template_groups", "template groups"],
  ["POST", "template", null, "editing templates"],
  ["POST", "template", "unpause", "unpausing templates"],
  ["GET", "template", "compare", "comparing templates"],
  ["GET POST DELETE", "waba", "subscribed_apps", "webhook subscriptions"],
  ["GET POST DELETE", "waba", "assigned_users", "assigned users"],
  ["GET POST DELETE", "waba", "product_catalogs", "product catalogs"],
  ["GET POST DELETE", "waba", "welcome_message_sequences", "welcome message sequences"],
  ["GET", "waba", "activities", "account activities"],
  ["GET POST", "waba", "schedules", "schedules"],
  ["GET", "waba", "solutions", "partner solutions"],
  ["GET POST", "waba", "flows", "flows"],
  ["POST", "waba", "migrate_flows", "flows"],
  ["POST", "waba", "phone_numbers", "adding phone numbers"],
  ["GET POST", "waba", "dataset", "datasets"],
  ["GET", "waba", "payment_configurations", "payments"],
  ["GET POST DELETE", "waba", "payment_configuration", "payments"],
  ["GET", "waba", "payment_configuration/*", "payments"],
  ["GET", "waba", "in_progress_onbehalf_request", "account transfers"],
  ["POST", "waba", "obo_mobility_intent", "account transfers"],
  ["POST", "waba", "set_obo_mobility_intent", "account transfers"],
  ["POST", "waba", "set_solution_migration_intent", "account transfers"],
  ["GET", "waba", "analytics", "analytics"],
  ["GET", "waba", "call_analytics", "analytics"],
  ["GET", "waba", "conversation_analytics", "analytics"],
  ["GET", "waba", "group_analytics", "analytics"],
  ["GET", "waba", "pricing_analytics", "analytics"],
  ["GET", "waba", "template_analytics", "analytics"],
  ["GET", "waba", "template_group_analytics", "analytics"],

  ["GET POST", "other", "assets", "flows"],
  ["POST", "other", "publish", "flows"],
  ["POST", "other", "deprecate", "flows"],
  ["GET POST DELETE", "other", "invite_link", "groups"],
  ["GET POST DELETE", "other", "join_requests", "groups"],
  ["GET POST DELETE", "other", "participants", "groups"],

  ["GET", "business", null, "business portfolios"],
  ["POST", "business", "add_phone_numbers", "adding phone numbers"],
  ["GET", "business", "preverified_numbers", "pre-verified phone numbers"],
  ["POST", "business", "share_preverified_numbers", "pre-verified phone numbers"],
  ["GET", "business", "client_whatsapp_business_accounts", "lists of WhatsApp Business Accounts"],
  ["GET", "business", "owned_whatsapp_business_accounts", "lists of WhatsApp Business Accounts"],
  ["POST", "business", "onboard_partners_to_mm_lite", "the Marketing Messages API"],
  ["GET", "business", "extendedcredits", "credit lines"],
  ["GET", "other", "assigned_whatsapp_business_accounts", "lists of WhatsApp Business Accounts"],
  ["GET", "other", "partners", "pre-verified phone numbers"],
  ["POST", "other", "request_code", "pre-verified phone numbers"],
  ["POST", "other", "verify_code", "pre-verified phone numbers"],
  ["POST", "other", "whatsapp_credit_sharing_and_attach", "credit lines"],
  ["GET POST DELETE", "other", "subscriptions", "webhook subscriptions"],
  ["GET", "other", "connected_client_businesses", "partner solutions"],
  ["POST", "other", "whatsapp_business_solution", "partner solutions"],
  ["GET", "other", "whatsapp_business_solutions", "partner solutions"],
  ["GET", "other", "access_token", "partner solutions"],
  ["POST", "other", "accept", "partner solutions"],
  ["POST", "other", "reject", "partner solutions"],
  ["POST", "other", "accept_deactivation_request", "partner solutions"],
  ["POST", "other", "reject_deactivation_request", "partner solutions"],
  ["POST", "other", "send_deactivation_request", "partner solutions"],
  ["GET POST", "/oauth", "access_token", "making access tokens"],
];

/** The documented paths that match the call's, whatever its IDs. */
function candidates({ method, path }: Call): readonly MissingPath[] {
  const [, ...rest] = path;
  const edge = rest.join("/");
  return missingPaths.filter(
    ([methods, , wanted]) =>
      methods.split(" ").includes(method) &&
      (wanted === null
        ? rest.length === 0
        : wanted.endsWith("*")
          ? edge.startsWith(wanted.slice(0, -1)) && rest.length === wanted.split("/").length
          : edge === wanted),
  );
}

/** Whether Meta documents an address of this shape that is longer than those the simulator serves. */
export function isMissingShape(call: Call): boolean {
  return candidates(call).length > 0;
}

/** The refusal of a call that Meta documents and the simulator lacks, or `null` for one that Meta lacks too. */
export function missingCall(asked: Asked): Refusal | null {
  const { call, id } = asked;
  // An unknown ID is unknown to Meta too, but only media are requested together with their phone number.
  if (
    call.method === "GET" &&
    call.path.length === 1 &&
    isOther(asked) &&
    call.query.get("phone_number_id")
  ) {
    return notSimulated(`media (GET /${id})`);
  }
  const found = candidates(call).find(([, node]) => isNode(node, asked));
  return found === undefined ? null : notSimulated(`${found[3]} (${call.method} /${call.path.join("/")})`);
}

/** The refusal of a batch call, which Graph accepts at the bare address, or `null` if it is not one. */
export function missingBatch({ method, body, query }: Call): Refusal | null {
  const isBatch = method === "POST" && (body.batch !== undefined || query.get("batch") !== null);
  return isBatch || (method === "GET" && query.get("ids") !== null) ? notSimulated("batch requests") : null;
}

function isNode(node: Node, asked: Asked): boolean {
  const { world, account, id } = asked;
  switch (node) {
    case "phone":
      return id === account.phoneNumberId;
    case "waba":
      return id === world.waba.id;
    case "business":
      return id === world.business.id;
    case "template":
      return templatePosition(world.templates, id) !== undefined;
    case "upload":
      return id.startsWith("upload:");
    case "other":
      return isOther(asked);
    default:
      return `/${id}` === node;
  }
}

function isOther({ world, id }: Asked): boolean {
  return (
    /^\d+$/.test(id) &&
    id !== world.waba.id &&
    !world.accounts.some(({ phoneNumberId }) => phoneNumberId === id) &&
    templatePosition(world.templates, id) === undefined
  );
}
