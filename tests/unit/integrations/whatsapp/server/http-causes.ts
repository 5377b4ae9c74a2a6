import type { ErrorCode } from "../../../../../src/integrations/whatsapp/errors";
import { seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { userIdOf } from "../../../../../src/integrations/whatsapp/simulator/messages/send-to-user";
import type { WorldAccount } from "../../../../../src/integrations/whatsapp/simulator/world/account";

/** A request that no function makes and whose answer is an error, with its whole body. */
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

function used(usage: Partial<WorldAccount["usage"]>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    accounts: shop.accounts.map((one) => ({ ...one, usage: { ...one.usage, ...usage } })),
  });
}

function template(name: string, components: readonly unknown[] = [], code = "en_US") {
  const template = { name, language: { code }, components };
  return { path: messages, body: { messaging_product: "whatsapp", to: maya, type: "template", template } };
}

const words = (...texts: string[]) => texts.map((text) => ({ type: "text", text }));
const body = (...texts: string[]) => ({ type: "body", parameters: words(...texts) });
const invalid = "Invalid parameter";
const opening = Date.UTC(2026, 10, 2, 9);

/** Errors of requests that no function of the integration makes; the others are in `../simulator/causes.ts`. */
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
  { why: "an unknown id", path: "/1234", status: 400, error: missing("get", "1234") },
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
    why: "a message to mark as read that is none",
    path: messages,
    body: { messaging_product: "whatsapp", status: "read", message_id: "wamid.none" },
    status: 400,
    error: detailed(131009, "Parameter value is not valid", "Message ID is invalid."),
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
