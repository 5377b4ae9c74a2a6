import type { AuthorizationWay } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";

/** Stands where a token was. No token can contain it: it is not ASCII. */
export const MASK = "••••";

/** Takes the token's place while a request is authorized; too short to be taken for a real token. */
const STAND_IN = "TOKEN-HERE";

/** Returns a request with `shown` where its token goes. */
export function showToken(
  request: HttpRequest,
  shown: string,
  way: Pick<AuthorizationWay, "authorize">,
): HttpRequest {
  return mapTexts(way.authorize(request, STAND_IN), (text) => text.replaceAll(STAND_IN, shown));
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
