/**
 * Meta's errors that can arise here: title, HTTP status, and the details used when the cause gives none of its own.
 * Titles and statuses: Meta's error page with its HTTP column, January 2026 (`docs/cloud-api.md`, Errors).
 */
export interface ErrorRow {
  readonly title: string;
  readonly status: number;
  /** `error_data.details`; null for plain Graph errors, which carry no `error_data`. */
  readonly details: string | null;
  /** True: the message is the title alone, without `(#code)` in front. */
  readonly plain?: true;
}

const rows = {
  0: { title: "AuthException", status: 401, details: null },
  1: { title: "API Unknown", status: 400, details: null },
  2: { title: "Service temporarily unavailable", status: 503, details: null },
  3: { title: "API Method", status: 500, details: null },
  4: { title: "Application request limit reached", status: 400, details: null },
  10: { title: "Application does not have permission for this action", status: 403, details: null },
  33: { title: "Parameter value is not valid", status: 400, details: null },
  100: { title: "Invalid parameter", status: 400, details: null },
  102: { title: "API Session", status: 401, details: null },
  104: {
    title: "An access token is required to request this resource.",
    status: 401,
    details: null,
    plain: true,
  },
  190: { title: "Access token has expired", status: 401, details: null, plain: true },
  200: { title: "Permissions error", status: 403, details: null },
  368: {
    title: "Temporarily blocked for policies violations",
    status: 403,
    details: "The WhatsApp Business Account is restricted for violating a platform policy.",
  },
  17: { title: "User request limit reached", status: 400, details: null },
  2500: {
    title: "An active access token must be used to query information about the current user.",
    status: 400,
    details: null,
    plain: true,
  },
  80007: { title: "Rate limit issues", status: 400, details: null },
  130403: {
    title: "Business blocked the user",
    status: 400,
    details: "Message failed to send because the business has blocked this user. Unblock the user first.",
  },
  130429: {
    title: "Rate limit hit",
    status: 400,
    details: "Cloud API message throughput has been reached.",
  },
  130472: {
    title: "User's number is part of an experiment",
    status: 400,
    details: "Message was not sent as part of an experiment.",
  },
  130497: {
    title: "Business account is restricted from messaging users in this country",
    status: 403,
    details: "The business account may not message users in this country.",
  },
  131000: { title: "Something went wrong", status: 500, details: "Message failed to send, unknown error." },
  131005: { title: "Access denied", status: 403, details: "The permission is not granted or was removed." },
  131008: { title: "Required parameter is missing", status: 400, details: "A parameter is missing." },
  131009: { title: "Parameter value is not valid", status: 400, details: "A parameter value is not valid." },
  131016: {
    title: "Service unavailable",
    status: 500,
    details: "A service is temporarily unavailable.",
  },
  131021: {
    title: "Recipient cannot be sender",
    status: 400,
    details: "Sender and recipient phone number are the same.",
  },
  131026: { title: "Message undeliverable", status: 400, details: "Message undeliverable." },
  131030: {
    title: "Recipient phone number not in allowed list",
    status: 400,
    details:
      "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
  },
  131031: {
    title: "Account has been locked",
    status: 403,
    details: "The account is restricted or disabled for violating a platform policy.",
  },
  131037: {
    title: "WhatsApp provided number needs display name approval before message can be sent",
    status: 400,
    details: "The 555 number's display name is not approved yet.",
  },
  131042: {
    title: "Business eligibility payment issue",
    status: 400,
    details: "Message failed to send because of the payment method.",
  },
  131045: { title: "Incorrect certificate", status: 500, details: "The phone number's registration failed." },
  131047: {
    title: "Re-engagement message",
    status: 400,
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
  131048: {
    title: "Spam rate limit hit",
    status: 400,
    details:
      "Message failed to send because there are restrictions on how many messages can be sent from this phone number.",
  },
  131049: {
    title: "Message not delivered to maintain healthy ecosystem engagement",
    status: 400,
    details:
      "This message was not delivered to maintain healthy ecosystem engagement. Wait at least 24 hours before sending again.",
  },
  131050: {
    title: "User has stopped marketing messages from your business",
    status: 400,
    details:
      "Unable to deliver the message. The recipient has chosen to stop receiving marketing messages from this business.",
  },
  131051: { title: "Unsupported message type", status: 400, details: "Message type is not supported." },
  131053: { title: "Media upload error", status: 400, details: "The media could not be uploaded." },
  131056: {
    title: "(Business Account, Consumer Account) pair rate limit hit",
    status: 400,
    details: "Too many messages were sent from this phone number to the same phone number in a short time.",
  },
  131057: {
    title: "Account in maintenance mode",
    status: 500,
    details: "The business account is in maintenance mode, e.g. while its throughput is upgraded.",
  },
  131059: { title: "Invalid pagination cursor", status: 400, details: null },
  131062: {
    title: "Business-scoped User ID (BSUID) recipients are not supported for this message.",
    status: 400,
    details: "Authentication templates cannot be sent to a Business-scoped User ID (BSUID).",
  },
  131063: {
    title: "Marketing templates are disabled for Cloud API",
    status: 400,
    details: "Sending marketing templates through the Cloud API is switched off for this account.",
  },
  131064: {
    title: "Messaging limit reached",
    status: 400,
    details: "The messaging limit was lowered because templates were put into the wrong category.",
  },
  132000: {
    title: "Number of parameters does not match the expected number of params",
    status: 400,
    details: "The number of parameters does not match the template.",
  },
  132001: {
    title: "Template name does not exist in the translation",
    status: 404,
    details: "The template does not exist in this language.",
  },
  132005: {
    title: "Translated text too long",
    status: 400,
    details: "The text with its parameters is too long.",
  },
  132007: {
    title: "Template format character policy violated",
    status: 400,
    details: "The template's content breaks a policy.",
  },
  132012: {
    title: "Parameter format does not match format in the created template",
    status: 400,
    details: "A parameter has another format than the template.",
  },
  132015: {
    title: "Template is paused",
    status: 400,
    details: "The template is paused because of low quality.",
  },
  132016: {
    title: "Template is disabled",
    status: 400,
    details: "The template was paused too often because of low quality and is now disabled.",
  },
  132018: {
    title: "Template validation error",
    status: 400,
    details: "A template parameter is not valid.",
  },
  133004: {
    title: "Server temporarily unavailable",
    status: 503,
    details: "Server temporarily unavailable.",
  },
  133010: {
    title: "Phone number not registered",
    status: 400,
    details: "The phone number is not registered on the WhatsApp Business platform.",
  },
  135000: { title: "Generic user error", status: 400, details: "A parameter is not valid." },
} as const satisfies Readonly<Record<number, ErrorRow>>;

export type ErrorCode = keyof typeof rows;

/** Every code of the table, ascending. */
export const knownErrorCodes: readonly ErrorCode[] = Object.keys(rows).map(Number).filter(isErrorCode);

export function isErrorCode(code: number): code is ErrorCode {
  return Object.hasOwn(rows, code);
}

/** The row of a code; an error that is not in the table is told as Meta tells an unknown one. */
export function errorRow(code: number): ErrorRow {
  return rows[isErrorCode(code) ? code : 1];
}
