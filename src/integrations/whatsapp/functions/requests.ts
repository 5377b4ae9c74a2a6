import type { HttpRequest } from "../../../shared/http-message";
import type { JsonValue } from "../../../shared/json";
import type { AccountRef, CallArguments } from "../../catalog";
import { defaultBaseUrl } from "../api-version";

/** Raised when an account lacks what a request needs. */
export const NOT_CONFIGURED = "WhatsApp integration is not configured.";

/** A setting of the account, or `undefined` if it was left empty. */
export function setting(account: AccountRef, name: string): string | undefined {
  const value = Object.hasOwn(account.fields, name) ? account.fields[name]?.trim() : undefined;
  return value === "" ? undefined : value;
}

/** The account's phone number ID. Throws `NOT_CONFIGURED` if it has none. */
export function phoneNumberId(account: AccountRef): string {
  const id = setting(account, "phone_number_id");
  if (id === undefined) throw new Error(NOT_CONFIGURED);
  return id;
}

/** A string or number argument as text, or `undefined` if it is absent or empty. */
export function text(args: CallArguments, name: string): string | undefined {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return value === "" ? undefined : String(value);
}

/** `GET base/segment/segment?query`. Undefined query values are left out. */
export function get(
  account: AccountRef,
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): HttpRequest {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeQuery(value)}`],
  );
  const search = pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  return {
    method: "GET",
    url: address(account, segments) + search,
    headers: { Accept: "application/json" },
    body: null,
  };
}

/** `POST base/phone_number_id/messages`. */
export function postMessages(
  account: AccountRef,
  body: Readonly<Record<string, JsonValue | undefined>>,
): HttpRequest {
  return {
    method: "POST",
    url: address(account, [phoneNumberId(account), "messages"]),
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({ messaging_product: "whatsapp", ...body }),
  };
}

/** The start of a message to one person. */
export function toPerson({ to }: CallArguments) {
  return { recipient_type: "individual", to };
}

function address(account: AccountRef, segments: readonly string[]): string {
  const base = (setting(account, "base_url") ?? defaultBaseUrl).replace(/\/+$/, "");
  return [base, ...segments.map(encodeSegment)].join("/");
}

function encodeSegment(segment: string): string {
  // URL parsers resolve "." and ".." even when percent-encoded, so such a segment would leave the API's path.
  if (segment === "." || segment === "..") throw new Error(`"${segment}" isn't a WhatsApp API ID.`);
  return encodeURIComponent(segment);
}

// Commas are legal in a query, and `fields=name,status` reads better than `%2C` in the calls pane.
function encodeQuery(value: string): string {
  return encodeURIComponent(value).replaceAll("%2C", ",");
}
