import type { AuthorizationWay } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";

/** Stands where a token was. No token can contain it: it is not ASCII. */
export const MASK = "••••";

/** Returns a request with `shown` where its token goes. */
export function showToken(
  request: HttpRequest,
  shown: string,
  way: Pick<AuthorizationWay, "authorize">,
): HttpRequest {
  // Takes the token's place while the request is authorized, so the request itself must not contain it.
  let standIn = "TOKEN-HERE";
  while (request.url.includes(standIn) || request.body?.includes(standIn)) standIn += "-";
  return mapTexts(way.authorize(request, standIn), (text) => text.replaceAll(standIn, shown));
}

/** Returns a request with `change` applied to its URL, header values and body. */
export function mapTexts(request: HttpRequest, change: (text: string) => string): HttpRequest {
  return {
    method: request.method,
    url: change(request.url),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, change(value)]),
    ),
    body: request.body === null ? null : change(request.body),
  };
}
