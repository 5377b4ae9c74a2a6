import { type HttpResponse, header } from "../../shared/http-message";
import { isJsonObject, type JsonObject, type JsonValue, member, parseJson } from "../../shared/json";
import type { Result } from "../../shared/result";

/** Longest excerpt of a response's raw text in an error message, in characters. */
const EXCERPT = 200;

/**
 * Reads a response: the value for Lua, or the text to raise (`docs/runtime.md`, "Texts raised by a response"). Cases that the
 * host leaves open: an error response without `error.message` quotes the start of its text, and a successful one that is not
 * JSON is an error, since a script could do nothing with it.
 */
export function read(response: HttpResponse): Result<JsonValue> {
  const { status } = response;
  const value = parseJson(response.body);
  if (value === undefined && isHtml(response)) {
    return failed(
      `WhatsApp API endpoint not available (HTTP ${status}). Check the base URL and phone number ID.`,
    );
  }
  if (!isSuccess(status)) {
    return failed(`WhatsApp API error (${status}): ${refusal(response) ?? excerpt(response.body)}`);
  }
  if (value === undefined) {
    return failed(
      `WhatsApp API response isn't JSON (HTTP ${status}): ${excerpt(response.body)}. Check the base URL.`,
    );
  }
  return { ok: true, value: withoutTokens(value) };
}

/** Meta's own words in an error response, or `null` if it is something else. */
export function refusal(response: HttpResponse): string | null {
  const message = member(member(parseJson(response.body), "error"), "message");
  return typeof message === "string" ? message : null;
}

/** True for a status from 200 to 299. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** True if the body is a web page rather than an API response. */
export function isHtml(response: HttpResponse): boolean {
  const type = header(response.headers, "Content-Type") ?? "";
  return /\bhtml\b/i.test(type) || response.body.trimStart().startsWith("<");
}

function failed(message: string): Result<never> {
  return { ok: false, message };
}

function excerpt(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  if (line === "") return "(empty response)";
  const characters = [...line];
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT).join("")}…`;
}

// If the token came as a parameter, Graph writes it into paging links. A script must never see it.
function withoutTokens(value: JsonValue): JsonValue {
  const paging = member(value, "paging");
  if (!isJsonObject(value) || !isJsonObject(paging)) return value;
  const links: Record<string, JsonValue> = {};
  for (const key of ["next", "previous"]) {
    const link = member(paging, key);
    if (typeof link === "string") links[key] = withoutToken(link);
  }
  return { ...value, paging: { ...paging, ...links } } satisfies JsonObject;
}

function withoutToken(link: string): string {
  return link.replace(/([?&])access_token=[^&#]*(&?)/g, (_, before: string, more: string) =>
    more ? before : "",
  );
}
