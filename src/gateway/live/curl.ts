import type { HttpRequest } from "../../shared/http-message";
import { MASK } from "../show-token";

/**
 * Returns a request, as a call's row shows it, as a `curl` command for a POSIX shell. The token in it is the shell variable
 * `$WHATSAPP_TOKEN` (`$ACCESS_TOKEN` without an integration), so the command can be kept and passed on.
 *
 * @param integration id of the integration that the variable is named after.
 */
export function toCurl(request: HttpRequest, integration = "access"): string {
  const variable = `$${integration.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_TOKEN`;
  const hasBody = request.body !== null;
  const method = request.method === (hasBody ? "POST" : "GET") ? [] : [`-X ${request.method}`];
  const headers = Object.entries(request.headers);
  const isAuthorization = ([name]: readonly [string, string]) => name.toLowerCase() === "authorization";
  const parts = [
    // --globoff: brackets and braces in a URL are themselves
    `curl --globoff ${urlWord(request.url, variable)}`,
    ...method,
    ...headers.filter(isAuthorization).map(() => `-H "Authorization: Bearer ${variable}"`),
    ...headers
      .filter((each) => !isAuthorization(each))
      .map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`),
    ...(request.body === null ? [] : [`--data-raw ${shellQuote(request.body)}`]),
  ];
  return parts.join(" \\\n  ");
}

/** The URL as one word, a masked token in its query as the variable: `'https://…?token='"$ECHO_TOKEN"`. */
function urlWord(url: string, variable: string): string {
  return url
    .split(new RegExp(`(?<==)${MASK}[^&#]*`))
    .map((part) => (part === "" ? "" : shellQuote(part)))
    .join(`"${variable}"`);
}

/** A text as one word of a POSIX shell (XCU §2.2.2); it holds no NUL, which no argument can. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
