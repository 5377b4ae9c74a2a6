import type { HttpRequest } from "../../shared/http-message";
import { isJsonObject, type JsonObject, type JsonValue } from "../../shared/json";
import type { Result } from "../../shared/result";
import type { Route } from "../../vault/account";
import { checkTarget } from "./target";

/** The only host behind `graph/` on the dev and preview servers, unless they were started for another. */
export const PROXY_TARGET = "https://graph.facebook.com";

/** How a request is to travel. */
export interface Way {
  readonly token: string;
  readonly route: Route;
  /** URL of the page's folder, under which its own server answers `graph/`; null where no server does. */
  readonly proxyBase: string | null;
  /** The origin that `graph/` stands for; `PROXY_TARGET` when left out. */
  readonly proxyTarget?: string;
}

/**
 * The request with the token in it, as it leaves the page, or why it cannot leave. Routes:
 *
 * - `bearer`: `Authorization: Bearer …`, body as it is. A browser asks the server first (preflight).
 * - `query`: what a browser sends without asking (Fetch standard, CORS-safelisted). The token is the parameter `access_token`:
 *   in the body of a POST, which is form-encoded with nested values as JSON (Graph API's own convention), else in the query.
 * - `proxy`: as `bearer`, to this page's own server, which passes it on to one fixed host. A request for any other host is
 *   refused, since its token would reach the wrong one.
 */
export function wireRequest(request: HttpRequest, way: Way): Result<HttpRequest> {
  const target = checkTarget(request.url);
  if (!target.ok) return target;
  switch (way.route) {
    case "bearer":
      return { ok: true, value: withBearer(request, target.value, way.token) };
    case "query":
      return asSimple(request, target.value, way.token);
    case "proxy":
      return viaProxy(request, target.value, way);
  }
}

function withBearer(request: HttpRequest, url: URL, token: string): HttpRequest {
  const kept = Object.entries(request.headers).filter(([name]) => {
    const lower = name.toLowerCase();
    return lower !== "authorization" && (lower !== "content-type" || request.body !== null);
  });
  const headers = { ...Object.fromEntries(kept), Authorization: `Bearer ${token}` };
  return { ...request, url: url.href, headers };
}

function asSimple(request: HttpRequest, url: URL, token: string): Result<HttpRequest> {
  const target = new URL(url);
  target.searchParams.delete("access_token");
  if (request.method !== "POST") {
    target.searchParams.set("access_token", token);
    return { ok: true, value: { method: request.method, url: target.href, headers: {}, body: null } };
  }
  const fields = request.body === null ? {} : parseObject(request.body);
  if (fields === null) {
    return {
      ok: false,
      message: "the request's body is no JSON object, so it cannot be sent as form fields",
    };
  }
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.set(name, formValue(value));
  form.set("access_token", token);
  return {
    ok: true,
    value: {
      method: "POST",
      url: target.href,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: form.toString(),
    },
  };
}

function viaProxy(request: HttpRequest, url: URL, way: Way): Result<HttpRequest> {
  if (way.proxyBase === null) {
    return {
      ok: false,
      message:
        "this page's server passes nothing on; run “Test connection” on the account to find another way",
    };
  }
  const reaches = new URL(way.proxyTarget ?? PROXY_TARGET).origin;
  if (url.origin !== reaches) {
    return {
      ok: false,
      message: `this page's server passes requests on to ${reaches} only, and the account's base URL is at ${url.origin}`,
    };
  }
  const local = checkTarget(new URL(`graph${url.pathname}${url.search}`, way.proxyBase).href);
  return local.ok ? { ok: true, value: withBearer(request, local.value, way.token) } : local;
}

function formValue(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
