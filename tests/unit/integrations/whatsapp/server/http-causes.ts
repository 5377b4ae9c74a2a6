import type { ErrorCode } from "../../../../../src/integrations/whatsapp/errors";
import { seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { userIdOf } from "../../../../../src/integrations/whatsapp/simulator/messages/send-to-user";
import type { WorldAccount } from "../../../../../src/integrations/whatsapp/simulator/world/account";
import { account, hours, waba } from "../simulator/causes";

/** One request whose answer is an error, with the whole body that comes over HTTP. */
export interface HttpCause {
  readonly why: string;
  /** What is so in the world; the shop as it is when left out. */
  readonly world?: (shop: World) => World;
  readonly method?: "DELETE";
  /** Behind the version, `PHONE` and `WABA` standing for the ids of the default account. */
  readonly path: string;
  /** Sent as JSON, by POST; a GET without it. */
  readonly body?: unknown;
  /** Left out: the account's own; null: none. */
  readonly token?: string | null;
  readonly version?: string;
  readonly status: number;
  readonly error: Readonly<Record<string, unknown>>;
}

/** The trace of the first call that the shop answers: drawn from its seed, so always the same. */
const fbtrace_id = "Av9tPjQ1FUMkzE8DaWWudyo";

const type = "OAuthException";
const maya = "15551234567";
const hi = { messaging_product: "whatsapp", to: maya, type: "text", text: { body: "Hi" } };
const messages = "/PHONE/messages";
const send = { path: messages, body: hi } as const;

/** An error of WhatsApp's own: with details. */
function detailed(code: ErrorCode, title: string, details: string) {
  const error_data = { messaging_product: "whatsapp", details };
  return { message: `(#${code}) ${title}`, type, code, error_data, fbtrace_id };
}

/** A plain Graph error. */
function plain(code: ErrorCode, message: string, subcode?: number) {
  return {
    message,
    type,
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id,
  };
}

function missing(method: string, id: string) {
  const message = `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  return { message, type: "GraphMethodException", code: 100, error_subcode: 33, fbtrace_id };
}

function token(change: Partial<WorldAccount["token"]>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    accounts: shop.accounts.map((one) => ({ ...one, token: { ...one.token, ...change } })),
  });
}

function used(usage: Partial<WorldAccount["usage"]>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    accounts: shop.accounts.map((one) => ({ ...one, usage: { ...one.usage, ...usage } })),
  });
}

/** The pair's quota with Maya is used up for an hour. */
function pairUsed(shop: World): World {
  const busy = (one: World["contacts"][number][number]) =>
    one.waId === maya
      ? {
          ...one,
          conversations: one.conversations.map((talk) => ({ ...talk, pairFreeAt: shop.clock + 3_600_000 })),
        }
      : one;
  return { ...shop, contacts: shop.contacts.map((chunk) => chunk.map(busy)) };
}

function fault(code: ErrorCode): (shop: World) => World {
  const effect = { kind: "error", code, subcode: null } as const;
  return (shop) => ({ ...shop, faults: [{ operation: "any", from: 1, count: null, effect }] });
}

function template(name: string, components: readonly unknown[] = [], code = "en_US") {
  const template = { name, language: { code }, components };
  return { path: messages, body: { messaging_product: "whatsapp", to: maya, type: "template", template } };
}

const words = (...texts: string[]) => texts.map((text) => ({ type: "text", text }));
const body = (...texts: string[]) => ({ type: "body", parameters: words(...texts) });
const header = (parameter: object) => ({ type: "header", parameters: [parameter] });
const parcelHeader = header({ type: "text", text: "JL-1" });
const tooFew = "Number of parameters does not match the expected number of params";
const noTemplate = "Template name does not exist in the translation";
const invalid = "Invalid parameter";
const opening = Date.UTC(2026, 10, 2, 9);

/** Errors by their real causes, in the order of the checks. */
export const causes: readonly HttpCause[] = [
  {
    why: "an address that cannot be",
    path: "/a/b/c",
    status: 400,
    error: plain(2500, "Unknown path components: /v26.0/a/b/c"),
  },
  {
    why: "no token",
    ...send,
    token: null,
    status: 401,
    error: plain(104, "An access token is required to request this resource."),
  },
  {
    why: "no token on /me",
    path: "/me",
    token: null,
    status: 400,
    error: plain(2500, "An active access token must be used to query information about the current user."),
  },
  {
    why: "an unknown token",
    ...send,
    token: "EAAunknown1",
    status: 401,
    error: plain(190, "Invalid OAuth access token - Cannot parse access token"),
  },
  {
    why: "a malformed token",
    ...send,
    token: "my-token",
    status: 401,
    error: plain(190, "Malformed access token my-token"),
  },
  {
    why: "an expired token",
    world: token({ expiresAt: Date.UTC(2025, 10, 21, 22) }),
    ...send,
    status: 401,
    error: plain(
      190,
      "Error validating access token: Session has expired on Friday, 21-Nov-25 14:00:00 PST. The current time is Monday, 02-Nov-26 01:00:00 PST.",
      463,
    ),
  },
  {
    why: "a token taken back",
    world: token({ invalidated: 467 }),
    path: "/PHONE",
    status: 401,
    error: plain(
      190,
      "Error validating access token: The session is invalid because the user logged out.",
      467,
    ),
  },
  {
    why: "a token that may not send",
    world: token({ scopes: ["whatsapp_business_management"] }),
    ...send,
    status: 403,
    error: plain(10, "(#10) Application does not have permission for this action"),
  },
  {
    why: "a token that may not manage templates",
    world: token({ scopes: ["whatsapp_business_messaging"] }),
    path: "/WABA/message_templates",
    status: 403,
    error: plain(
      200,
      "(#200) The permission whatsapp_business_management is missing, or the token has no access to this WhatsApp Business account.",
    ),
  },
  { why: "an unknown id", path: "/1234", status: 400, error: missing("get", "1234") },
  {
    why: "a message that nobody sent",
    path: "/wamid.nobody",
    status: 400,
    error: missing("get", "wamid.nobody"),
  },
  { why: "a method it has not", method: "DELETE", path: "/me", status: 400, error: missing("delete", "me") },
  {
    why: "an edge it has not",
    path: messages,
    status: 400,
    error: plain(
      100,
      "(#100) Tried accessing nonexisting field (messages) on node type (WhatsAppBusinessPhoneNumber)",
    ),
  },
  {
    why: "a deleted number",
    world: account({ state: "deleted" }),
    ...send,
    status: 400,
    error: plain(33, "(#33) Parameter value is not valid"),
  },
  {
    why: "a number that is not registered",
    world: account({ state: "not_registered" }),
    ...send,
    status: 400,
    error: detailed(
      133010,
      "Phone number not registered",
      "The phone number is not registered on the WhatsApp Business platform.",
    ),
  },
  {
    why: "a name that waits for approval",
    world: account({ state: "name_not_approved" }),
    ...send,
    status: 400,
    error: detailed(
      131037,
      "WhatsApp provided number needs display name approval before message can be sent",
      "The 555 number's display name is not approved yet.",
    ),
  },
  {
    why: "a number being upgraded",
    world: account({ state: "in_maintenance" }),
    ...send,
    status: 500,
    error: detailed(
      131057,
      "Account in maintenance mode",
      "The business account is in maintenance mode, e.g. while its throughput is upgraded.",
    ),
  },
  {
    why: "a locked number",
    world: account({ state: "locked" }),
    ...send,
    status: 403,
    error: detailed(
      131031,
      "Account has been locked",
      "The account is restricted or disabled for violating a platform policy.",
    ),
  },
  {
    why: "a restricted WABA",
    world: waba({ state: "restricted" }),
    ...send,
    status: 403,
    error: detailed(
      368,
      "Temporarily blocked for policies violations",
      "The WhatsApp Business Account is restricted for violating a platform policy.",
    ),
  },
  {
    why: "no messaging_product",
    path: messages,
    body: { to: maya },
    status: 400,
    error: plain(100, "(#100) The parameter messaging_product is required."),
  },
  {
    why: "no recipient",
    path: messages,
    body: { ...hi, to: undefined },
    status: 400,
    error: plain(100, "The parameter to is required."),
  },
  {
    why: "no text",
    path: messages,
    body: { ...hi, text: undefined },
    status: 400,
    error: detailed(100, invalid, "Parameter 'text' is mandatory for type 'text'"),
  },
  {
    why: "a text of 4097 characters",
    path: messages,
    body: { ...hi, text: { body: "ü".repeat(4097) } },
    status: 400,
    error: plain(100, "(#100) Param text['body'] must be at most 4096 characters long."),
  },
  {
    why: "a type that is not simulated",
    path: messages,
    body: { ...hi, type: "image" },
    status: 400,
    error: detailed(
      131051,
      "Unsupported message type",
      "Messages of type image are not simulated: send text or template.",
    ),
  },
  {
    why: "a message to mark as read that is none",
    path: messages,
    body: { messaging_product: "whatsapp", status: "read", message_id: "wamid.none" },
    status: 400,
    error: detailed(131009, "Parameter value is not valid", "Message ID is invalid."),
  },
  {
    why: "a recipient that is no number",
    path: messages,
    body: { ...hi, to: "Maya" },
    status: 400,
    error: detailed(100, invalid, "Parameter 'to' is not a valid phone number: Maya"),
  },
  {
    why: "the business writes to itself",
    world: account({ phoneNumber: "15552223333" }),
    path: messages,
    body: { ...hi, to: "15552223333" },
    status: 400,
    error: detailed(131021, "Recipient cannot be sender", "Sender and recipient phone number are the same."),
  },
  {
    why: "a country it may not write to",
    world: waba({ restrictedCodes: ["44"] }),
    path: messages,
    body: { ...hi, to: "447700900142" },
    status: 403,
    error: detailed(
      130497,
      "Business account is restricted from messaging users in this country",
      "The business account may not message users in this country.",
    ),
  },
  {
    why: "a recipient not on a test number's list",
    world: account({ allowedRecipients: ["447700900142"] }),
    ...send,
    status: 400,
    error: detailed(
      131030,
      "Recipient phone number not in allowed list",
      "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
    ),
  },
  {
    why: "no such template",
    ...template("no_such"),
    status: 404,
    error: detailed(132001, noTemplate, "template name (no_such) does not exist in en_US"),
  },
  {
    why: "a template that waits for approval",
    ...template("review_request", [body("the oolong")]),
    status: 404,
    error: detailed(132001, noTemplate, "template name (review_request) does not exist in en_US"),
  },
  {
    why: "a paused template",
    ...template("restock_alert", [body("Sencha")]),
    status: 400,
    error: detailed(132015, "Template is paused", "The template is paused because of low quality."),
  },
  {
    why: "a disabled template",
    ...template("loyalty_points", [body("70", "30")]),
    status: 400,
    error: detailed(
      132016,
      "Template is disabled",
      "The template was paused too often because of low quality and is now disabled.",
    ),
  },
  {
    why: "marketing switched off",
    world: waba({ state: "marketing_switched_off" }),
    ...template("autumn_offer", [body("Daniel", "20%")]),
    status: 400,
    error: detailed(
      131063,
      "Marketing templates are disabled for Cloud API",
      "Sending marketing templates through the Cloud API is switched off for this account.",
    ),
  },
  {
    why: "an authentication template to a business-scoped user ID",
    path: messages,
    body: {
      messaging_product: "whatsapp",
      recipient: userIdOf(seedWorld(), maya),
      type: "template",
      template: {
        name: "login_code",
        language: { code: "en_US" },
        components: [
          { type: "body", parameters: [{ type: "text", text: "493027" }] },
          { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "493027" }] },
        ],
      },
    },
    status: 400,
    error: detailed(
      131062,
      "Business-scoped User ID (BSUID) recipients are not supported for this message.",
      "Authentication templates cannot be sent to a Business-scoped User ID (BSUID).",
    ),
  },
  {
    why: "too few body parameters",
    ...template("order_update", [body("Order #1")], "en"),
    status: 400,
    error: detailed(
      132000,
      tooFew,
      "body: number of localizable_params (1) does not match the expected number of params (2)",
    ),
  },
  {
    why: "a named parameter without its name",
    ...template("tasting_reminder", [
      header({ type: "image", image: { link: "https://juniper-lane.example/a.jpg" } }),
      body("Rosa", "Saturday", "4 pm"),
    ]),
    status: 400,
    error: detailed(100, invalid, "Parameter name is missing or empty"),
  },
  {
    why: "text where the header wants a document",
    ...template("invoice_ready", [header({ type: "text", text: "invoice" }), body("$5", "Monday")]),
    status: 400,
    error: detailed(
      132012,
      "Parameter format does not match format in the created template",
      "header: Format mismatch, expected DOCUMENT, received TEXT",
    ),
  },
  {
    why: "a parameter without text",
    ...template("refund_issued", [body("$5", "  ")]),
    status: 400,
    error: detailed(131008, "Required parameter is missing", "Parameter of type text is missing text value"),
  },
  {
    why: "a URL button without its value",
    ...template("shipping_confirmation", [parcelHeader, body("Maya", "Thursday")]),
    status: 400,
    error: detailed(
      131008,
      "Required parameter is missing",
      "buttons: Button at index 0 of type Url requires a parameter",
    ),
  },
  {
    why: "a line break in a parameter",
    ...template("refund_issued", [body("$5\n", "Monday")]),
    status: 400,
    error: detailed(
      132018,
      "Template validation error",
      "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
    ),
  },
  {
    why: "the same line break before v23.0",
    ...template("refund_issued", [body("$5\n", "Monday")]),
    version: "v22.0",
    status: 400,
    error: detailed(
      100,
      invalid,
      "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
    ),
  },
  {
    why: "a text that grows too long",
    ...template("refund_issued", [body("x".repeat(1000), "Monday")]),
    status: 400,
    error: detailed(
      132005,
      "Translated text too long",
      "body: the text with its parameters has 1087 characters, at most 1024 are allowed",
    ),
  },
  {
    why: "more messages a second than the number may send",
    world: used({ messages: { since: opening, count: 80 } }),
    ...send,
    status: 400,
    error: detailed(130429, "Rate limit hit", "Cloud API message throughput has been reached."),
  },
  {
    why: "the same, in a world where limits answer 429",
    world: (shop) =>
      used({ messages: { since: opening, count: 80 } })({
        ...shop,
        rules: { ...shop.rules, rateLimitStatus: 429 },
      }),
    ...send,
    status: 429,
    error: detailed(130429, "Rate limit hit", "Cloud API message throughput has been reached."),
  },
  {
    why: "too many messages to one person",
    world: pairUsed,
    ...send,
    status: 400,
    error: detailed(
      131056,
      "(Business Account, Consumer Account) pair rate limit hit",
      "Too many messages were sent from this phone number to the same phone number in a short time.",
    ),
  },
  {
    why: "too many management calls",
    world: used({ management: { since: opening, count: 5_000 } }),
    path: "/WABA/message_templates",
    status: 400,
    error: plain(
      80007,
      "(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
    ),
  },
  {
    why: "a closed window that refuses at once",
    world: (shop) => hours(25)({ ...shop, rules: { ...shop.rules, closedWindow: "refused_at_once" } }),
    ...send,
    status: 400,
    error: detailed(
      131047,
      "Re-engagement message",
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    ),
  },
  {
    why: "a cursor that never was",
    path: "/WABA/message_templates?after=QVFI",
    status: 400,
    error: plain(131059, "(#131059) Invalid pagination cursor"),
  },
  {
    why: "a cursor that never was, before v24.0",
    path: "/WABA/message_templates?after=QVFI",
    version: "v23.0",
    status: 400,
    error: plain(100, "(#100) Invalid parameter"),
  },
  {
    why: "a limit that is none",
    path: "/WABA/message_templates?limit=0",
    status: 400,
    error: plain(100, "(#100) Param limit must be an integer greater than or equal to 1"),
  },
];

const trouble = (code: ErrorCode, status: number, error: HttpCause["error"]): HttpCause => ({
  why: `Meta's own trouble, played by a fault: ${code}`,
  world: fault(code),
  path: "/me",
  status,
  error,
});

/** What only a fault of the world plays. */
export const troubles: readonly HttpCause[] = [
  trouble(0, 401, plain(0, "(#0) AuthException")),
  trouble(1, 400, plain(1, "(#1) API Unknown")),
  trouble(2, 503, plain(2, "(#2) Service temporarily unavailable")),
  trouble(3, 500, plain(3, "(#3) API Method")),
  trouble(4, 400, plain(4, "(#4) Application request limit reached")),
  trouble(17, 400, plain(17, "(#17) User request limit reached")),
  trouble(102, 401, plain(102, "(#102) API Session")),
  trouble(131000, 500, detailed(131000, "Something went wrong", "Message failed to send, unknown error.")),
  trouble(131005, 403, detailed(131005, "Access denied", "The permission is not granted or was removed.")),
  trouble(131016, 500, detailed(131016, "Service unavailable", "A service is temporarily unavailable.")),
  trouble(131045, 500, detailed(131045, "Incorrect certificate", "The phone number's registration failed.")),
  trouble(
    131055,
    400,
    detailed(131055, "Method not allowed", "Only marketing templates can be sent this way."),
  ),
  trouble(
    131064,
    400,
    detailed(
      131064,
      "Messaging limit reached",
      "The messaging limit was lowered because templates were put into the wrong category.",
    ),
  ),
  trouble(
    132007,
    400,
    detailed(132007, "Template format character policy violated", "The template's content breaks a policy."),
  ),
  trouble(133004, 503, detailed(133004, "Server temporarily unavailable", "Server temporarily unavailable.")),
  trouble(135000, 400, detailed(135000, "Generic user error", "A parameter is not valid.")),
];
