import type { HttpResponse } from "../../shared/http-message";
import { type JsonValue, member, parseJson } from "../../shared/json";
import type { Explanation } from "../catalog";
import { isHtml, isSuccess } from "./answers";
import { findError } from "./errors";

/** What went wrong, for the row of a failed call: by what the answer names, by its code, by its status; else null. */
export function explain(response: HttpResponse): Explanation | null {
  const body = parseJson(response.body);
  const error = member(body, "error");
  if (error === undefined) return explainStatus(response, body !== undefined);
  const explanation = explainUnsupported(error) ?? explainCode(error) ?? explainStatus(response, true);
  const details = member(member(error, "error_data"), "details");
  if (explanation === null || typeof details !== "string" || details.trim() === "") return explanation;
  return { ...explanation, text: `${explanation.text} In Meta's words: ${details.trim()}` };
}

/** What is known of an error object's code and subcode; null for one that is in no table. */
export function explainCode(error: JsonValue): Explanation | null {
  const code = member(error, "code");
  const subcode = member(error, "error_subcode");
  if (typeof code !== "number") return null;
  const known = findError(code, typeof subcode === "number" ? subcode : null);
  return known && { text: `${known.cause} ${known.remedy}`, page: known.page };
}

/** Requests that only one of simulator and Meta answers, or Meta with a setting. Their code alone does not tell them apart. */
const unsupported: readonly (readonly [message: RegExp, text: string, page: string])[] = [
  [
    /^Not simulated: /,
    "Meta has this, and the simulator does not. Try it in live mode, or write the script without it.",
    "mock-and-live",
  ],
  [
    /^(\(#100\) )?Unsupported get request\. Object with ID '?wamid\./,
    "The simulator knows no message with this ID on this account, or this is live mode: Meta's real API has no lookup of messages at all. Live, statuses arrive at your webhook only.",
    "mock-and-live",
  ],
  [
    /nonexisting field \(contacts\)/,
    "Meta's real API has no list of contacts; the simulator has one. Live, keep your own list of recipients.",
    "mock-and-live",
  ],
  [
    /nonexisting field \(message_templates\)/,
    "Templates belong to the WhatsApp Business Account, and the request went to a phone number. Fill in the WhatsApp Business Account ID of the account.",
    "accounts",
  ],
];

function explainUnsupported(error: JsonValue): Explanation | null {
  const message = String(member(error, "message"));
  const [, text, page] = unsupported.find(([pattern]) => pattern.test(message)) ?? [];
  return text === undefined || page === undefined ? null : { text, page };
}

const statuses: ReadonlyMap<number, Explanation> = new Map([
  [401, { text: "The access token was not accepted. Save a new one in the account.", page: "accounts" }],
  [
    403,
    {
      text: "The token may not do this. Check its permissions and the IDs in the account.",
      page: "accounts",
    },
  ],
  [404, { text: "Nothing is there. Check the base URL and the IDs of the account.", page: "accounts" }],
  [429, { text: "Too many calls in a short time. Wait before calling again.", page: "limits" }],
]);

const serverFailed: Explanation = {
  text: "Meta's server failed, or something between here and there. A read can be tried again; after a send, first make sure that it did not go out.",
  page: "errors",
};

const otherLanguage: Explanation = {
  text: "What answered does not speak the API's language. Check the base URL of the account.",
  page: "accounts",
};

function explainStatus(response: HttpResponse, json: boolean): Explanation | null {
  const { status } = response;
  if (!json && isHtml(response)) {
    return {
      text: `A web page came back (HTTP ${status}) where an answer of the API was due. Check the base URL of the account: address, version, nothing behind the version.`,
      page: "accounts",
    };
  }
  if (isSuccess(status)) return json ? null : otherLanguage;
  return statuses.get(status) ?? (status >= 500 ? serverFailed : null);
}
