import { createHmac } from "node:crypto";

/** `X-Hub-Signature-256`: HMAC-SHA256 of the body's raw bytes with the app secret, in hex behind `sha256=`. */
export function signatureOf(body: Uint8Array, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}
