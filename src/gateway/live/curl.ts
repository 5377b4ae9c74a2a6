import type { HttpRequest } from "../../shared/http-message";

/**
 * A request as a `curl` command for a POSIX shell. Its token is the shell variable `$WHATSAPP_TOKEN` (`$ACCESS_TOKEN` when no
 * integration is named), whatever Authorization header the request has: the command can be kept and passed on.
 *
 * @param integration id of the integration that the variable is named after.
 */
export function toCurl(request: HttpRequest, integration = "access"): string {
  const variable = `${integration.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_TOKEN`;
  const hasBody = request.body !== null;
  const method = request.method === (hasBody ? "POST" : "GET") ? [] : [`-X ${request.method}`];
  const headers = Object.entries(request.headers)
    .filter(([name]) => name.toLowerCase() !== "authorization")
    .map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`);
  const parts = [
    // --globoff: brackets and braces in a URL are themselves
    `curl --globoff ${shellQuote(request.url)}`,
    ...method,
    `-H "Authorization: Bearer $${variable}"`,
    ...headers,
    ...(request.body === null ? [] : [`--data-raw ${shellQuote(request.body)}`]),
  ];
  return parts.join(" \\\n  ");
}

/** A text as one word of a POSIX shell (XCU §2.2.2); it holds no NUL, which no argument can. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
