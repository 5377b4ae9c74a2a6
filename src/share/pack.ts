/** JSON text small enough for a link: deflated (RFC 1951, no header), then base64 for URLs (RFC 4648 §5, no padding). */
import { inflate } from "../shared/read-at-most";
import type { Result } from "../shared/result";

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** Packs a text into characters that a URL's fragment carries unchanged. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Returns the text that `pack` packed. Never rejects. Stops after `most` bytes: a few kilobytes can inflate to gigabytes. */
export async function unpack(
  packed: string,
  most: number,
): Promise<Result<string, "not base64url" | "damaged" | "too large">> {
  const bytes = fromBase64Url(packed);
  if (bytes === null) return { ok: false, message: "not base64url" };
  try {
    const inflated = await inflate(bytes, most);
    if (inflated === null) return { ok: false, message: "too large" };
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(inflated) };
  } catch {
    // Not deflated, cut off, followed by something, or not UTF-8: a link cannot say more.
    return { ok: false, message: "damaged" };
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  // In pieces, since the number of arguments of a call is limited.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}
