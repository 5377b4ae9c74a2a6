import type { IncomingMessage } from "node:http";
import { type HttpRequest, header } from "../http/message";
import type { JsonValue } from "../json";

const largestBody = 1_000_000;

/** A body that is larger than 1 MB. */
export class BodyTooLarge extends Error {}

/** Reads a whole request. A form becomes the JSON body it stands for, and its `access_token` a header. */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const request: HttpRequest = {
    method: methodOf(incoming.method),
    url: addressOf(incoming),
    headers,
    body: await readText(incoming),
  };
  const type = header(headers, "content-type")?.toLowerCase() ?? "";
  return type.startsWith("application/x-www-form-urlencoded") ? fromForm(request) : request;
}

/** The methods Graph knows; a HEAD is a GET whose body is not sent. Others are refused before this is asked. */
function methodOf(method: string | undefined): HttpRequest["method"] {
  return method === "POST" || method === "DELETE" || method === "OPTIONS" ? method : "GET";
}

function addressOf(incoming: IncomingMessage): string {
  const path = incoming.url?.startsWith("/") ? incoming.url : "/";
  const address = `http://${incoming.headers.host ?? "localhost"}${path}`;
  return URL.canParse(address) ? address : `http://localhost${path}`;
}

async function readText(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) throw new BodyTooLarge("The request body is larger than 1 MB.");
    chunks.push(bytes);
  }
  return size === 0 ? null : Buffer.concat(chunks).toString("utf8");
}

/** Graph's convention for forms: a nested object or list is its JSON text, everything else plain text. */
function fromForm(request: HttpRequest): HttpRequest {
  const members: Record<string, JsonValue> = {};
  let token: string | null = null;
  for (const [name, value] of new URLSearchParams(request.body ?? "")) {
    if (name === "access_token") token = value;
    else if (name !== "__proto__") members[name] = formValue(value);
  }
  const hasHeader = header(request.headers, "authorization") !== undefined;
  const headers =
    token === null || hasHeader ? request.headers : { ...request.headers, authorization: `Bearer ${token}` };
  return { ...request, headers, body: JSON.stringify(members) };
}

function formValue(text: string): JsonValue {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    // Text that only looks like JSON is text.
    return text;
  }
}
