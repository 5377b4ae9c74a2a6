import type { IncomingMessage } from "node:http";
import { isLoopback } from "../../../shared/loopback";

/** Why a request is refused, as a sentence, and which origin to allow so that it is served. */
export interface OriginRefusal {
  readonly origin: string;
  readonly message: string;
}

/**
 * Why a request is not served, or `null` if it is. Programs and pages of this machine are served. Pages of other origins are
 * refused unless their origin is in `allowed`: otherwise any page in the person's browser could reach this port. `Host` must
 * name this machine or the host of an allowed origin, since a page can point its own name here (DNS rebinding).
 */
export function whyRefused(
  { headers, url = "/" }: Pick<IncomingMessage, "headers" | "url">,
  allowed: ReadonlySet<string>,
): OriginRefusal | null {
  const { origin, host } = headers;
  // A client that uses this server as its proxy sends the whole address.
  if (host !== undefined && url.startsWith("/") && !isKnownHost(host, allowed)) {
    return refusal(`http://${host}`, `The Host header names ${host}, which is not this machine`);
  }
  if (origin !== undefined) {
    return allowed.has(origin) || isLoopbackOrigin(origin)
      ? null
      : refusal(origin, `Pages of ${origin} may not use this server`);
  }
  // Images, scripts and links of other sites carry no Origin.
  return headers["sec-fetch-site"] === "cross-site"
    ? refusal("", "Pages of other sites may not use this server")
    : null;
}

function refusal(origin: string, why: string): OriginRefusal {
  const remedy = origin === "" ? "" : ` Start it with --allow-origin ${origin} to let them in.`;
  return { origin, message: `${why}.${remedy}` };
}

function isKnownHost(host: string, allowed: ReadonlySet<string>): boolean {
  const address = `http://${host}`;
  // Browsers send only valid names.
  if (!URL.canParse(address)) return true;
  const { hostname } = new URL(address);
  if (isLoopback(hostname)) return true;
  return [...allowed].some((origin) => URL.canParse(origin) && new URL(origin).hostname === hostname);
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}
