import type { HttpResponse } from "../../shared/http-message";
import { type JsonValue, member, parseJson } from "../../shared/json";
import type { Explanation } from "../catalog";
import { isHtml, isSuccess } from "./answers";
import { findError } from "./errors";

/** What went wrong with a call: by the response's message, its code or its status, or `null`. */
export function explain(response: HttpResponse): Explanation | null {
  const body = parseJson(response.body);
  const error = member(body, "error");
  if (error === undefined) return explainStatus(response, body !== undefined);
  const explanation = explainUnsupported(error) ?? explainCode(error) ?? explainStatus(response, true);
  const details = member(member(error, "error_data"), "details");
  if (explanation === null || typeof details !== "string" || details.trim() === "") return explanation;
  return { ...explanation, text: `${explanation.text} In Meta's words: ${details.trim()}` };
}

/** What is known about an error object's code and subcode, or `null` if it is in no table. */
export function explainCode(error: JsonValue): Explanation | null {
  const code = member(error, "code");
  const subcode = member(error, "error_subcode");
  if (typeof code !== "number") return null;
  const known = findError(code, typeof subcode === "number" ? subcode : null);
  return known && { text: `${known.cause} ${known.remedy}`, page: known.page };
}

/** Requests that only the simulator or only Meta answers, or Meta with a setting. Their code alone does not tell them apart. */
const unsupported: readonly (readonly [message: RegExp, text: string, page: string])[] = [
  [
    /^Not simulated: /,
    "The simulator doesn't support this. Try it in live mode, or avoid it.",
    "mock-and-live",
  ],
  [
    /^(\(#100\) )?Unsupported get request\. Object with ID '?wamid\./,
    "This account has no message with this ID. In live mode Meta can't look up messages at all: statuses only arrive at your webhook.",
    "mock-and-live",
  ],
  [
    /nonexisting field \(contacts\)/,
    "Only the simulator can list contacts. For live mode, keep your own list of recipients.",
    "mock-and-live",
  ],
  [
    /nonexisting field \(message_templates\)/,
    "Templates belong to the WhatsApp Business Account, but the request went to a phone number. Add the WhatsApp Business Account ID to the account.",
    "accounts",
  ],
];

function explainUnsupported(error: JsonValue): Explanation | null {
  const message = member(error, "message");
  if (typeof message !== "string") return null;
  const [, text, page] = unsupported.find(([pattern]) => pattern.test(message)) ?? [];
  return text === undefined || page === undefined ? null : { text, page };
}

const statuses: ReadonlyMap<number, Explanation> = new Map([
  [401, { text: "Meta rejected the access token. Save a new one in the account.", page: "accounts" }],
  [
    403,
    {
      text: "The token isn't allowed to do this. Check its permissions and the account's IDs.",
      page: "accounts",
    },
  ],
  [404, { text: "Not found. Check the account's base URL and IDs.", page: "accounts" }],
  [429, { text: "Too many calls in a short time. Wait, then try again.", page: "limits" }],
]);

const serverFailed: Explanation = {
  text: "Meta's server or something in between failed. You can retry a read. Before you retry a send, make sure it didn't go out.",
  page: "errors",
};

const otherLanguage: Explanation = {
  text: "The response isn't from the API. Check the account's base URL.",
  page: "accounts",
};

function explainStatus(response: HttpResponse, json: boolean): Explanation | null {
  const { status } = response;
  if (!json && isHtml(response)) {
    return {
      text: `Got a web page (HTTP ${status}) instead of an API response. Check the account's base URL: it ends with the version.`,
      page: "accounts",
    };
  }
  if (isSuccess(status)) return json ? null : otherLanguage;
  return statuses.get(status) ?? (status >= 500 ? serverFailed : null);
}
