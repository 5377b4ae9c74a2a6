import type { ErrorCode } from "../../../../../src/integrations/whatsapp/errors";
import { apply, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { WorldAccount } from "../../../../../src/integrations/whatsapp/simulator/world/account";
import {
  type Contact,
  strangerContact,
} from "../../../../../src/integrations/whatsapp/simulator/world/contact";
import { contactIndex } from "../../../../../src/integrations/whatsapp/simulator/world/lookup";

/** One way in which an error comes about for a script. */
export interface Cause {
  readonly code: ErrorCode;
  readonly why: string;
  /** What is so in the world; the shop as it is when left out. */
  readonly world?: (shop: World) => World;
  /** Lua; the error must be raised by its last call. `wa` is the namespace. */
  readonly script: string;
  /** HTTP status; 400 when left out. */
  readonly status?: number;
  /** `error.message` of the body, to the letter. */
  readonly message: string;
  /** `error.error_data.details`; left out when the body has no `error_data`. */
  readonly details?: string;
  readonly subcode?: number;
  readonly type?: "GraphMethodException";
}

const maya = "15551234567";

function account(change: Partial<WorldAccount>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    accounts: shop.accounts.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  });
}

function token(change: Partial<WorldAccount["token"]>): (shop: World) => World {
  return (shop) => {
    const [first] = shop.accounts;
    return first === undefined ? shop : account({ token: { ...first.token, ...change } })(shop);
  };
}

function limits(change: Partial<WorldAccount["limits"]>): (shop: World) => World {
  return (shop) => {
    const [first] = shop.accounts;
    return first === undefined ? shop : account({ limits: { ...first.limits, ...change } })(shop);
  };
}

export function waba(change: Partial<World["waba"]>): (shop: World) => World {
  return (shop) => ({ ...shop, waba: { ...shop.waba, ...change } });
}

export function contact(waId: string, change: Partial<Contact>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    contacts: contactIndex.put(shop.contacts, {
      ...(contactIndex.find(shop.contacts, waId) ?? strangerContact(waId)),
      ...change,
    }),
  });
}

export function hours(count: number): (shop: World) => World {
  return (shop) => apply(shop, { type: "time_passed", ms: count * 3_600_000 });
}

const hello = `wa.send_message({ to = "${maya}", body = "Hello" })`;

export function template(name: string, components = "", { to = maya, language = "en_US" } = {}): string {
  return `wa.send_template({ to = "${to}", template_name = "${name}", language = "${language}", components = {${components}} })`;
}

function body(...texts: readonly string[]): string {
  const parameters = texts.map((one) => `{ type = "text", text = ${JSON.stringify(one)} }`);
  return `{ type = "body", parameters = { ${parameters.join(", ")} } }`;
}

const expiredAt = Date.UTC(2026, 10, 2, 8);
const noSuchMessage =
  "Unsupported get request. Object with ID 'wamid.nobody' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
const count = (place: string, given: number, expected: number) =>
  `${place}: number of localizable_params (${given}) does not match the expected number of params (${expected})`;
const countMessage = "(#132000) Number of parameters does not match the expected number of params";
const missing = "(#131008) Required parameter is missing";
const format = "(#132012) Parameter format does not match format in the created template";
const invalid = "(#100) Invalid parameter";
const badContent = "(#132018) There's an issue with the parameters in your template";
const noTemplate = "(#132001) Template name does not exist in the translation";
const header = (parameter: string) => `{ type = "header", parameters = { ${parameter} } }`;

/** Errors in the answer of the call, by their real causes. */
export const answers: readonly Cause[] = [
  {
    code: 190,
    why: "the token has expired",
    world: token({ expiresAt: expiredAt }),
    script: hello,
    status: 401,
    subcode: 463,
    message:
      "Error validating access token: Session has expired on Monday, 02-Nov-26 00:00:00 PST. The current time is Monday, 02-Nov-26 01:00:00 PST.",
  },
  {
    code: 190,
    why: "the person behind the token changed their password",
    world: token({ invalidated: 460 }),
    script: "wa.get_current_user({})",
    subcode: 460,
    message:
      "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
  },
  {
    code: 10,
    why: "the token may not send",
    world: token({ scopes: ["whatsapp_business_management"] }),
    script: hello,
    status: 403,
    message: "(#10) Application does not have permission for this action",
  },
  {
    code: 200,
    why: "the token may not manage templates",
    world: token({ scopes: ["whatsapp_business_messaging"] }),
    script: "wa.list_templates({})",
    status: 403,
    message:
      "(#200) The permission whatsapp_business_management is missing, or the token has no access to this WhatsApp Business account.",
  },
  {
    code: 33,
    why: "the business number was deleted",
    world: account({ state: "deleted" }),
    script: hello,
    message: "(#33) Parameter value is not valid",
  },
  {
    code: 133010,
    why: "the business number is not registered",
    world: account({ state: "not_registered" }),
    script: hello,
    message: "(#133010) Account not registered",
  },
  {
    code: 131037,
    why: "a 555 number waits for its display name",
    world: account({ state: "name_not_approved" }),
    script: hello,
    message: "(#131037) WhatsApp provided number needs display name approval before message can be sent",
    details: "The 555 number's display name is not approved yet.",
  },
  {
    code: 131057,
    why: "the throughput is being upgraded",
    world: account({ state: "in_maintenance" }),
    script: hello,
    status: 500,
    message: "(#131057) Account in maintenance mode",
    details: "The business account is in maintenance mode, e.g. while its throughput is upgraded.",
  },
  {
    code: 131031,
    why: "the number is locked",
    world: account({ state: "locked" }),
    script: hello,
    status: 403,
    message: "(#131031) Business Account locked",
    details: "Business account has been locked.",
  },
  {
    code: 368,
    why: "the WABA is restricted",
    world: waba({ state: "restricted" }),
    script: hello,
    status: 403,
    message: "(#368) Temporarily blocked for policies violations",
    details: "The WhatsApp Business Account is restricted for violating a platform policy.",
  },
  {
    code: 100,
    why: "a message is looked up that nobody sent",
    script: 'wa.get_message({ message_id = "wamid.nobody" })',
    subcode: 33,
    type: "GraphMethodException",
    message: noSuchMessage,
  },
  {
    code: 100,
    why: "the text is too long",
    script: `wa.send_message({ to = "${maya}", body = string.rep("x", 4097) })`,
    message: "(#100) Param text['body'] must be at most 4096 characters long.",
  },
  {
    code: 100,
    why: "the recipient is no phone number",
    script: 'wa.send_message({ to = "Maya", body = "Hello" })',
    message: "(#100) Invalid parameter",
    details: "Parameter 'to' is not a valid phone number: Maya",
  },
  {
    code: 131021,
    why: "the business writes to itself",
    world: account({ phoneNumber: "15552223333" }),
    script: 'wa.send_message({ to = "+1 (555) 222-3333", body = "Hello" })',
    message: "(#131021) Recipient cannot be sender",
    details: "Sender and recipient phone number are the same.",
  },
  {
    code: 130497,
    why: "the business may not write to the country",
    world: waba({ restrictedCodes: ["44"] }),
    script: 'wa.send_message({ to = "447700900142", body = "Hello" })',
    status: 403,
    message: "(#130497) Business account is restricted from messaging users in this country",
    details: "The business account may not message users in this country.",
  },
  {
    code: 131030,
    why: "a test number writes to somebody not on its list",
    world: account({ allowedRecipients: ["447700900142"] }),
    script: hello,
    message: "(#131030) Recipient phone number not in allowed list",
    details:
      "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
  },
  {
    code: 132001,
    why: "no such template",
    script: template("no_such"),
    status: 404,
    message: noTemplate,
    details: "template name (no_such) does not exist in en_US",
  },
  {
    code: 132001,
    why: "not in this language",
    script: template("order_update", body("a", "b"), { language: "fr" }),
    status: 404,
    message: noTemplate,
    details: "template name (order_update) does not exist in fr",
  },
  {
    code: 132001,
    why: "the template waits for approval",
    script: template("review_request", body("the oolong")),
    status: 404,
    message: noTemplate,
    details: "template name (review_request) does not exist in en_US",
  },
  {
    code: 132015,
    why: "the template is paused",
    script: template("restock_alert", body("Sencha")),
    message: "(#132015) Template is temporarily unavailable to use because it was paused due to low quality.",
    details: "Template is temporarily unavailable to use because it was paused due to low quality.",
  },
  {
    code: 132016,
    why: "the template is disabled",
    script: template("loyalty_points", body("70", "30")),
    message: "(#132016) Template is disabled",
    details: "The template was paused too often because of low quality and is now disabled.",
  },
  {
    code: 131063,
    why: "marketing is switched off for the account",
    world: waba({ state: "marketing_switched_off" }),
    script: template("autumn_offer", body("Daniel", "20%")),
    message: "(#131063) Marketing templates are disabled for Cloud API",
    details: "Sending marketing templates through the Cloud API is switched off for this account.",
  },
  {
    code: 132000,
    why: "too few body parameters",
    script: template("order_update", body("Order #1"), { language: "en" }),
    message: countMessage,
    details: count("body", 1, 2),
  },
  {
    code: 132000,
    why: "no header parameter",
    script: template("shipping_confirmation", body("Maya", "Thursday")),
    message: countMessage,
    details: count("header", 0, 1),
  },
  {
    code: 132000,
    why: "a parameter for a fixed URL",
    script: template(
      "autumn_offer",
      `${body("Maya", "5%")}, { type = "button", sub_type = "copy_code", index = "0", parameters = { { type = "coupon_code", coupon_code = "X" } } }, { type = "button", sub_type = "url", index = "1", parameters = { { type = "text", text = "x" } } }`,
    ),
    message: countMessage,
    details: count("buttons: button at index 1", 1, 0),
  },
  {
    code: 100,
    why: "a named parameter without its name",
    script: template(
      "tasting_reminder",
      `${header('{ type = "image", image = { link = "https://juniper-lane.example/a.jpg" } }')}, ${body("Rosa", "Saturday", "4 pm")}`,
    ),
    message: "(#100) Invalid parameter",
    details: "Parameter name is missing or empty",
  },
  {
    code: 132012,
    why: "text where the header wants a document",
    script: template(
      "invoice_ready",
      `${header('{ type = "text", text = "invoice" }')}, ${body("$5", "Monday")}`,
    ),
    message: format,
    details: "header: Format mismatch, expected DOCUMENT, received TEXT",
  },
  {
    code: 132012,
    why: "parameters for another kind of button",
    script: template(
      "shipping_confirmation",
      `${header('{ type = "text", text = "JL-1" }')}, ${body("Maya", "Thursday")}, { type = "button", sub_type = "quick_reply", index = "0", parameters = { { type = "payload", payload = "x" } } }`,
    ),
    message: format,
    details: "Button at index 0 must be of type Url",
  },
  {
    code: 132012,
    why: "a coupon code for the one-time password's button",
    script: template(
      "login_code",
      `${body("1234")}, { type = "button", sub_type = "copy_code", index = "0", parameters = { { type = "coupon_code", coupon_code = "1234" } } }`,
    ),
    message: format,
    details: "Button at index 0 must be of type Url",
  },
  {
    code: 100,
    why: "a parameter for a call button",
    script: template(
      "shipping_confirmation",
      `${header('{ type = "text", text = "JL-1" }')}, ${body("Maya", "Thursday")}, { type = "button", sub_type = "url", index = "1", parameters = { { type = "text", text = "x" } } }`,
    ),
    message: invalid,
    details: "buttons: Button at index 1 is of type Call and does not support parameters",
  },
  {
    code: 100,
    why: "a text parameter that has no text at all",
    script: template(
      "refund_issued",
      '{ type = "body", parameters = { { type = "text", text = "$5" }, { type = "text" } } }',
    ),
    message: invalid,
    details: "Parameter 'text' is mandatory for component parameter type 'text'",
  },
  {
    code: 100,
    why: "a currency parameter without its currency",
    script: template(
      "refund_issued",
      '{ type = "body", parameters = { { type = "currency", text = "$5" }, { type = "text", text = "Monday" } } }',
    ),
    message: invalid,
    details: "Parameter 'currency' is mandatory for component parameter type 'currency'",
  },
  {
    code: 100,
    why: "an image parameter without its image",
    script: template("tasting_reminder", header('{ type = "image" }')),
    message: invalid,
    details: "Parameter 'image' is mandatory for component parameter type 'image'",
  },
  {
    code: 100,
    why: "a place without its latitude",
    script: template(
      "pickup_ready",
      `${header('{ type = "location", location = { longitude = 0 } }')}, ${body("Maya", "6 pm")}`,
    ),
    message: invalid,
    details: "Parameter 'latitude' is mandatory for component parameter type 'location'",
  },
  {
    code: 100,
    why: "a code button's parameter without its code",
    script: template(
      "autumn_offer",
      `${body("Maya", "20%")}, { type = "button", sub_type = "copy_code", index = "0", parameters = { { type = "coupon_code" } } }`,
    ),
    message: invalid,
    details: "Parameter 'coupon_code' is mandatory for component parameter type 'coupon_code'",
  },
  {
    code: 100,
    why: "a media id that was never uploaded",
    script: template("tasting_reminder", header('{ type = "image", image = { id = "1037543291543636" } }')),
    message:
      "(#100) Param template['components'][0]['parameters'][0]['image']['id'] is not a valid whatsapp business account media attachment ID",
  },
  {
    code: 131008,
    why: "a parameter without text",
    script: template("refund_issued", body("$5", "  ")),
    message: missing,
    details: "Parameter of type text is missing text value",
  },
  {
    code: 131008,
    why: "a URL button without its value",
    script: template(
      "shipping_confirmation",
      `${header('{ type = "text", text = "JL-1" }')}, ${body("Maya", "Thursday")}`,
    ),
    message: missing,
    details: "buttons: Button at index 0 of type Url requires a parameter",
  },
  {
    code: 131008,
    why: "a code button without its code",
    script: template("autumn_offer", body("Maya", "20%")),
    message: missing,
    details: "buttons: Button at index 0 of type CopyCode requires a parameter",
  },
  {
    code: 131008,
    why: "an image without link or id",
    script: template("tasting_reminder", header('{ type = "image", image = { caption = "x" } }')),
    message: missing,
    details: "Parameter of type image is missing id or link value",
  },
  {
    code: 131009,
    why: "a place that is not on earth",
    script: template(
      "pickup_ready",
      `${header('{ type = "location", location = { latitude = 91, longitude = 0 } }')}, ${body("Maya", "6 pm")}`,
    ),
    message: "(#131009) Parameter value is not valid",
    details: "location: latitude must be between -90 and 90",
  },
  {
    code: 132018,
    why: "a line break in a parameter",
    script: template("refund_issued", body("$5\n", "Monday")),
    message: badContent,
    details: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
  },
  {
    code: 132018,
    why: "a one-time password that is too long",
    script: template("login_code", body("1234567890123456")),
    message: badContent,
    details: "body: Parameter at index 1 exceeds the parameter length limit 15",
  },
  {
    code: 132005,
    why: "the text grows too long",
    script: `wa.send_template({ to = "${maya}", template_name = "refund_issued", language = "en_US", components = { { type = "body", parameters = { { type = "text", text = string.rep("x", 1000) }, { type = "text", text = "Monday" } } } } })`,
    message: "(#132005) Translated text too long",
    details: "body: the text with its parameters has 1087 characters, at most 1024 are allowed",
  },
  {
    code: 130429,
    why: "more messages a second than the number may send",
    world: limits({ messagesPerSecond: 2 }),
    script: `for _ = 1, 3 do ${hello} end`,
    message: "(#130429) Rate limit hit",
    details: "Cloud API message throughput has been reached.",
  },
  {
    code: 131056,
    why: "too many messages to one person",
    script: `for _ = 1, 60 do ${hello} end`,
    message: "(#131056) (Business Account, Consumer Account) pair rate limit hit",
    details:
      "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  },
  {
    code: 80007,
    why: "too many management calls",
    world: limits({ managementPerHour: 2 }),
    script: "for _ = 1, 3 do wa.list_templates({}) end",
    message:
      "(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
  },
  {
    code: 131047,
    why: "a closed window, refused at once by the world's rule",
    world: (shop) => hours(25)({ ...shop, rules: { ...shop.rules, closedWindow: "refused_at_once" } }),
    script: hello,
    message: "(#131047) Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
  {
    code: 131059,
    why: "a cursor that never was",
    script: 'wa.list_templates({ after = "QVFI" })',
    message: "(#131059) Invalid pagination cursor",
  },
];
