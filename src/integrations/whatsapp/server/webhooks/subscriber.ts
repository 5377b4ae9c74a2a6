import { createHmac, randomInt } from "node:crypto";
import * as http from "node:http";
import * as https from "node:https";
import { messageOf } from "../../../../shared/message-of";

/** Where webhooks are sent. */
export interface Subscription {
  readonly url: string;
  /** Signs the bodies, or `null` to send them unsigned. */
  readonly appSecret: string | null;
  /** Sent with the verification request, or `null` to skip it. */
  readonly verifyToken: string | null;
}

/** The outcome of a request to the subscriber: accepted, or why not, as part of a sentence. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** A subscriber as seen by the delivery. */
export interface Subscriber {
  /** Asks whether it wants events, as Meta does before the first one. `null` to skip that. */
  readonly verify: ((signal: AbortSignal) => Promise<Answer>) | null;
  /** Posts one body. Never rejects. */
  post(body: string, signal: AbortSignal): Promise<Answer>;
}

/** How long a response may take. Meta's limit is not documented. Common reports say a few seconds. */
const usualPatienceMs = 10_000;

/** The headers of Meta's requests. `fetch` would add a browser's (`Sec-Fetch-Mode`, `Accept-Language`). */
const headers = { Accept: "*/*", "User-Agent": "facebookexternalua" };

/** The subscriber at a URL, over HTTP. `patienceMs` is how long it may take to answer. */
export function subscriberAt(
  { url, appSecret, verifyToken }: Subscription,
  patienceMs = usualPatienceMs,
): Subscriber {
  return {
    verify: verifyToken === null ? null : (signal) => verify(url, verifyToken, signal, patienceMs),
    async post(text, signal) {
      const body = Buffer.from(text, "utf8");
      const answer = await ask(
        new URL(url),
        {
          method: "POST",
          headers: {
            ...headers,
            "Content-Type": "application/json",
            "Content-Length": String(body.length),
            ...(appSecret === null ? {} : signatures(body, appSecret)),
          },
          signal,
        },
        body,
        patienceMs,
      );
      return answer.ok ? { ok: true } : answer;
    },
  };
}

/** Sends `hub.mode`, `hub.challenge` and `hub.verify_token` in the query. The response body must be the challenge. */
async function verify(
  url: string,
  verifyToken: string,
  signal: AbortSignal,
  patienceMs: number,
): Promise<Answer> {
  const challenge = String(randomInt(100_000_000, 1_000_000_000));
  const asked = new URL(url);
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.challenge", challenge);
  asked.searchParams.set("hub.verify_token", verifyToken);
  const answer = await ask(asked, { method: "GET", headers, signal }, null, patienceMs);
  if (!answer.ok) return { ok: false, reason: `${answer.reason} (verification)` };
  if (answer.text === challenge) return { ok: true };
  return { ok: false, reason: "didn't respond to the verification with only hub.challenge" };
}

interface Asking extends http.RequestOptions {
  readonly signal: AbortSignal;
}

/** Sends a request and reads the whole response. Follows no redirects, like Meta. */
async function ask(
  url: URL,
  options: Asking,
  body: Buffer | null,
  patienceMs: number,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }> {
  const late = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([options.signal, late]);
  try {
    const { status, text } = await answerTo(url, { ...options, signal }, body);
    return status >= 200 && status < 300 ? { ok: true, text } : { ok: false, reason: `returned ${status}` };
  } catch (problem) {
    const reason = late.aborted
      ? `didn't respond within ${patienceMs / 1000} s`
      : `couldn't be reached (${messageOf(problem) || "connection failed"})`;
    return { ok: false, reason };
  }
}

function answerTo(
  url: URL,
  options: Asking,
  body: Buffer | null,
): Promise<{ readonly status: number; readonly text: string }> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

/**
 * The two signature headers: HMAC of the body's bytes with the app secret, in hex. Meta still sends the older one with
 * SHA-1. @internal
 */
export function signatures(body: Uint8Array, appSecret: string): Record<string, string> {
  const hmac = (hash: string) => createHmac(hash, appSecret).update(body).digest("hex");
  return { "X-Hub-Signature": `sha1=${hmac("sha1")}`, "X-Hub-Signature-256": `sha256=${hmac("sha256")}` };
}
