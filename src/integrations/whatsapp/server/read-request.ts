import type { IncomingMessage } from "node:http";
import { type HttpRequest, header } from "../../../shared/http-message";
import { type JsonValue, parseJson } from "../../../shared/json";

/** The body is too large. */
export class BodyTooLarge extends Error {}

const largestBody = 1_000_000;

/** Meta accepts uploads of up to 100 MB. They are read so the client can be told that uploads are not simulated. */
const largestUpload = 110_000_000;
const uploads = /^\s*(?:multipart\/form-data|application\/(?:octet-stream|pdf)|audio\/|image\/|video\/)/i;

/**
 * The requested address as the client wrote it, so that links in responses lead back here. A proxy in front of the server
 * passes it on in `X-Forwarded-Proto` and `X-Forwarded-Host`.
 */
export function addressOf({ url, headers }: Pick<IncomingMessage, "url" | "headers">): URL {
  const target = url ?? "/";
  // A client that uses this server as a proxy sends the whole address.
  if (/^https?:\/\//i.test(target) && URL.canParse(target)) return new URL(target);
  const path = target.startsWith("/") ? target : "/";
  const scheme = forwarded(headers["x-forwarded-proto"])?.toLowerCase() === "https" ? "https" : "http";
  const host = forwarded(headers["x-forwarded-host"]) ?? headers.host ?? "localhost";
  const address = `${scheme}://${host}${path}`;
  return URL.canParse(address) ? new URL(address) : new URL(`http://localhost${path}`);
}

/** The first value of a header that each proxy appends to: the client's own. */
function forwarded(header: string | readonly string[] | undefined): string | undefined {
  return (
    String(header ?? "")
      .split(",")[0]
      ?.trim() || undefined
  );
}

/**
 * Reads a body to its end, or returns `null` if it is empty. Rejects with `BodyTooLarge` beyond `most` bytes, once all of it
 * has arrived, since a client that is still sending would not see the response. Rejects if the client disconnects.
 */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
    else chunks.length = 0;
  }
  if (size > most) throw new BodyTooLarge(`The request body is larger than ${most / 1_000_000} MB.`);
  return size === 0 ? null : Buffer.concat(chunks);
}

/** Reads a whole request. A form becomes the JSON body it means, and its `access_token` a header. */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const type = header(headers, "content-type") ?? "";
  const bytes = await readBody(incoming, uploads.test(type) ? largestUpload : largestBody);
  const request: HttpRequest = {
    method: methodOf(incoming.method),
    url: addressOf(incoming).href,
    headers,
    body: bytes === null ? null : new TextDecoder().decode(bytes),
  };
  const isForm = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  return isForm && bytes !== null ? fromForm(request, await readForm(bytes, type)) : request;
}

/** The methods Graph knows. A HEAD is a GET whose body is not sent. Others have been refused before. */
function methodOf(method: string | undefined): HttpRequest["method"] {
  return method === "POST" || method === "DELETE" || method === "OPTIONS" ? method : "GET";
}

/** The text fields of a form of either kind. None if it cannot be read, so Graph reports the first missing one. */
async function readForm(bytes: Uint8Array, type: string): Promise<readonly (readonly [string, string])[]> {
  const form = new Response(Buffer.from(bytes), { headers: { "Content-Type": type } });
  const fields = await form.formData().catch(() => new FormData());
  return [...fields].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}

/** Graph's convention for forms: a nested object or list is its JSON text, everything else plain text. */
function fromForm(request: HttpRequest, fields: readonly (readonly [string, string])[]): HttpRequest {
  const members: Record<string, JsonValue> = {};
  let token: string | null = null;
  for (const [name, value] of fields) {
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
  // Text that only looks like JSON is text.
  return parseJson(text) ?? text;
}
