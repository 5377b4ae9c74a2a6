import type { Authorization } from "../../integrations/catalog";
import type { Route } from "../../shared/access-token";
import type { HttpRequest } from "../../shared/http-message";
import { messageOf } from "../../shared/message-of";
import { failure, type Result } from "../../shared/result";
import { checkTarget } from "./target";

/** How a request is to travel. */
export interface Way {
  readonly authorization: Authorization;
  readonly token: string;
  readonly route: Route;
  /** URL of the page's folder, under which its own server answers `graph/`, or `null` where no server does. */
  readonly proxyBase: string | null;
  /** The only origin that `graph/` proxies to. */
  readonly proxyTarget?: string;
}

/**
 * Returns the request with the token in it, as it leaves the page, or why it cannot leave. The route is one of the API's
 * own ways, or `proxy`: the API's first way, to this page's own server, which passes requests on to one fixed origin. A
 * request for any other origin is refused, since its token would reach the wrong host.
 */
export function wireRequest(
  request: HttpRequest,
  { authorization, token, route, ...proxy }: Way,
): Result<HttpRequest> {
  const asked = checkTarget(request.url);
  const target = asked.ok && route === "proxy" ? throughProxy(asked.value, proxy) : asked;
  if (!target.ok) return target;
  const [first] = authorization.ways;
  const way = authorization.ways.find(({ id }) => id === route) ?? first;
  try {
    return { ok: true, value: way.authorize({ ...request, url: target.value.href }, token) };
  } catch (error) {
    return failure(messageOf(error));
  }
}

function throughProxy(
  url: URL,
  { proxyBase, proxyTarget }: Pick<Way, "proxyBase" | "proxyTarget">,
): Result<URL> {
  if (proxyBase === null || proxyTarget === undefined) {
    return failure(
      "this page's server doesn't proxy requests. Run “Test connection” on the account to find another route",
    );
  }
  const reaches = new URL(proxyTarget).origin;
  if (url.origin !== reaches) {
    return failure(
      `this page's server proxies requests to ${reaches} only, and the account's base URL is at ${url.origin}`,
    );
  }
  return checkTarget(new URL(`graph${url.pathname}${url.search}`, proxyBase).href);
}
