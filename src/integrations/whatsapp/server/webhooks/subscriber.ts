import { createHmac, randomInt } from "node:crypto";
import { messageOf } from "../../../../shared/message-of";

/** Who gets the webhooks. */
export interface Subscription {
  readonly url: string;
  /** Signs the bodies; null: they carry no signature. */
  readonly appSecret: string | null;
  /** Sent with the verification request; null: the subscriber is not verified. */
  readonly verifyToken: string | null;
}

/** What became of a request to the subscriber: taken, or why not, as a piece of a sentence. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** A subscriber as the delivery sees it. */
export interface Subscriber {
  /** Asks it, as Meta does before the first event, whether it wants them; null when it need not be asked. */
  readonly verify: ((signal: AbortSignal) => Promise<Answer>) | null;
  /** Posts one body. Never rejects. */
  post(body: string, signal: AbortSignal): Promise<Answer>;
}

/** How long an answer may take. Meta's limit is not documented; common reports say a few seconds. */
const patienceMs = 10_000;

/** The subscriber at a URL, over HTTP. `request` is the platform's `fetch`. */
export function subscriberAt(
  { url, appSecret, verifyToken }: Subscription,
  request: typeof fetch = fetch,
): Subscriber {
  return {
    verify: verifyToken === null ? null : (signal) => verify(url, verifyToken, request, signal),
    post: async (text, signal) => {
      const body = new TextEncoder().encode(text);
      const signature = appSecret === null ? {} : { "X-Hub-Signature-256": signatureOf(body, appSecret) };
      const headers = {
        "Content-Type": "application/json",
        "User-Agent": "facebookexternalua",
        ...signature,
      };
      const answer = await ask(request, url, { method: "POST", headers, body, signal });
      return answer.ok ? { ok: true } : answer;
    },
  };
}

/** `hub.mode`, `hub.challenge` and `hub.verify_token` in the query; the challenge must come back as the body. */
async function verify(
  url: string,
  verifyToken: string,
  request: typeof fetch,
  signal: AbortSignal,
): Promise<Answer> {
  const challenge = String(randomInt(100_000_000, 1_000_000_000));
  const asked = new URL(url);
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.challenge", challenge);
  asked.searchParams.set("hub.verify_token", verifyToken);
  const answer = await ask(request, asked.href, { signal });
  if (!answer.ok) return { ok: false, reason: `${answer.reason} (verification)` };
  if (answer.text === challenge) return { ok: true };
  return { ok: false, reason: "did not answer the verification with hub.challenge alone" };
}

async function ask(
  request: typeof fetch,
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }> {
  const signal = AbortSignal.any([init.signal, AbortSignal.timeout(patienceMs)]);
  try {
    // Meta follows no redirect.
    const response = await request(url, { ...init, signal, redirect: "manual" });
    const text = await response.text();
    return response.ok ? { ok: true, text } : { ok: false, reason: `answered ${response.status}` };
  } catch (problem) {
    return { ok: false, reason: failureReason(problem) };
  }
}

/** `fetch` says "fetch failed" and hides why in the cause. */
function failureReason(problem: unknown): string {
  if (problem instanceof DOMException && problem.name === "TimeoutError") {
    return `gave no answer within ${patienceMs / 1000} s`;
  }
  const cause = problem instanceof Error && problem.cause !== undefined ? problem.cause : problem;
  return `could not be reached (${messageOf(cause) || "connection failed"})`;
}

/** `X-Hub-Signature-256`: HMAC-SHA256 of the body's raw bytes with the app secret, in hex behind `sha256=`. @internal */
export function signatureOf(body: Uint8Array, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}
