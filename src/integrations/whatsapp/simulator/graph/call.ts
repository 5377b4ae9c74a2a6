import { type HttpRequest, header } from "../../../../shared/http-message";
import { isJsonObject, type JsonObject, parseJson } from "../../../../shared/json";
import { newestVersion } from "../../api-version";
import { remember } from "../remember";

/** A read-only query: calls to the same address share it. */
export type Query = Pick<URLSearchParams, "get">;

/** A request, parsed. */
export interface Call {
  readonly method: HttpRequest["method"];
  /** `null` if the address cannot be parsed. */
  readonly url: Readonly<URL> | null;
  /** The Graph version that serves the call, or `null` if it never existed. */
  readonly version: number | null;
  /** The path after the version, decoded: `["106540352242922", "messages"]`. */
  readonly path: readonly string[];
  readonly query: Query;
  readonly token: string | null;
  /** The body's members. Empty if there is no body or it is not a JSON object. */
  readonly body: JsonObject;
}

/** Parses a request. Never fails, whatever it is. `now` is the world's clock. */
export function readCall(request: HttpRequest, now: number): Call {
  const { url, versionSegment, path, query } = readAddress(request.url);
  return {
    method: request.method,
    url,
    version: servingVersion(versionSegment, now),
    path,
    query,
    token: readToken(request, query),
    body: readBody(request.body),
  };
}

const readAddress = remember(200, (address) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const segments =
    url === null
      ? []
      : url.pathname
          .split("/")
          .filter((part) => part !== "")
          .map(decoded);
  const first = segments[0];
  const versioned = first !== undefined && /^v\d+(\.\d+)?$/.test(first);
  return {
    url,
    versionSegment: versioned ? first : null,
    path: versioned ? segments.slice(1) : segments,
    query: url === null ? new URLSearchParams() : url.searchParams,
  };
});

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray % is kept: the id will not be found.
    return part;
  }
}

function readToken(request: HttpRequest, query: Query): string | null {
  const bearer = /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(
    header(request.headers, "authorization")?.trim() ?? "",
  )?.[1];
  return bearer ?? (query.get("access_token") || null);
}

/** A body that is not a JSON object counts as empty: Graph then reports the first missing parameter (chosen). */
function readBody(text: string | null): JsonObject {
  const value = text === null ? undefined : parseJson(text);
  return isJsonObject(value) ? value : {};
}

/** Graph versions and the day each ends (`docs/cloud-api.md`, Versions). */
const ends: readonly { readonly version: number; readonly until: number }[] = [
  { version: 19, until: Date.UTC(2026, 4, 21) },
  { version: 20, until: Date.UTC(2026, 8, 24) },
  { version: 21, until: Date.UTC(2027, 0, 21) },
  { version: 22, until: Date.UTC(2027, 4, 20) },
  { version: 23, until: Date.UTC(2027, 9, 8) },
  { version: 24, until: Date.UTC(2028, 1, 18) },
  { version: 25, until: Date.UTC(2028, 6, 29) },
  { version: newestVersion, until: Number.POSITIVE_INFINITY },
];

/** The last minor version of each major one that had any: v2.12 and v3.3. */
const mostMinor: Readonly<Record<number, number>> = { 2: 12, 3: 3 };

/**
 * The version that serves a request: an ended one is served by the oldest supported one, and a path without a version by the
 * newest (chosen: Meta uses the app's own default). `null` for a version that never existed.
 */
function servingVersion(segment: string | null, now: number): number | null {
  if (segment === null) return newestVersion;
  const [, major, minor] = /^v(\d{1,3})\.(\d{1,2})$/.exec(segment) ?? [];
  if (major === undefined || Number(major) < 1 || Number(major) > newestVersion) return null;
  if (Number(minor) > (mostMinor[Number(major)] ?? 0)) return null;
  const oldestLiving = ends.find((one) => one.until > now)?.version ?? newestVersion;
  return Math.max(Number(major), oldestLiving);
}
