import type { HttpResponse } from "../../../../shared/http-message";
import type { JsonObject } from "../../../../shared/json";
import { newestVersion } from "../../api-version";
import { randomFor } from "../random";
import { remember } from "../remember";
import { callCount, type World } from "../world/world";
import type { Refusal } from "./refusal";

const traceAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Meta's trace id of the current call: `A` and 22 characters, the same for the same world. */
function traceId(world: World): string {
  return `A${randomFor(world.seed, "trace", callCount(world)).text(traceAlphabet, 22)}`;
}

/** A 200 with a JSON body. */
export function success(world: World, version: number | null, body: JsonObject): HttpResponse {
  return { status: 200, headers: headers(world, version, true), body: JSON.stringify(body) };
}

/** The error object of a refusal (`docs/cloud-api.md`, Errors). */
export function errorResponse(world: World, version: number | null, refusal: Refusal): HttpResponse {
  const { row } = refusal;
  const error: JsonObject = {
    message: refusal.message,
    type: row.type ?? "OAuthException",
    code: refusal.code,
    ...(refusal.details === null
      ? {}
      : { error_data: { messaging_product: "whatsapp", details: refusal.details } }),
    ...(refusal.subcode === null ? {} : { error_subcode: refusal.subcode }),
    fbtrace_id: traceId(world),
  };
  const status = row.isLimit ? world.rules.rateLimitStatus : refusal.status;
  const challenge =
    status === 400 || status === 401
      ? { "WWW-Authenticate": challengeOf(row.challenge ?? "invalid_request", refusal.message) }
      : {};
  return {
    status,
    headers: { ...headers(world, version, false), ...challenge },
    body: JSON.stringify({ error }),
  };
}

/** A refusal before Graph reads the call, such as an unknown method: Graph's headers and shape, but no row of the table. */
export function failureResponse(world: World, status: number, message: string): HttpResponse {
  return {
    status,
    headers: {
      ...headers(world, null, false),
      ...(status === 400 ? { "WWW-Authenticate": challengeOf("invalid_code", message) } : {}),
    },
    body: JSON.stringify({
      error: { message, type: "GraphMethodException", code: 100, fbtrace_id: traceId(world) },
    }),
  };
}

/** A header allows only printable ASCII, but a malformed token may contain anything. */
function challengeOf(kind: string, message: string): string {
  return `OAuth "Facebook Platform" "${kind}" "${message.replaceAll(/[^ -~]|["\\]/g, "?")}"`;
}

/** The response headers that Meta documents. */
function headers(world: World, version: number | null, counted: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Type": "application/json; charset=UTF-8",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": counted ? "private, no-cache, no-store, must-revalidate" : "no-store",
    Pragma: "no-cache",
    Expires: "Sat, 01 Jan 2000 00:00:00 GMT",
    "facebook-api-version": `v${version ?? newestVersion}.0`,
  };
  if (counted) headers["x-business-use-case-usage"] = businessUsage(world.waba.id);
  headers["x-app-usage"] = appUsage;
  headers["x-fb-request-id"] = traceId(world);
  headers["x-fb-trace-id"] = randomFor(world.seed, "headers", callCount(world)).text(traceAlphabet, 11);
  headers["x-fb-rev"] = "1030000000";
  return headers;
}

const appUsage = JSON.stringify({ call_count: 1, total_cputime: 0, total_time: 1 });

const businessUsage = remember(10, (wabaId) => {
  const usage = {
    type: "whatsapp",
    call_count: 1,
    total_cputime: 1,
    total_time: 1,
    estimated_time_to_regain_access: 0,
  };
  return JSON.stringify({ [wabaId]: [usage] });
});
