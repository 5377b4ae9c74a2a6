import { cleanToken } from "../../shared/access-token";
import type { HttpRequest } from "../../shared/http-message";
import { reasonOf } from "../../shared/message-of";
import type { Sent } from "../conclude";
import { REQUEST_TIMEOUT_MS, silentFailure, timedOut } from "../lost-connection";
import { redactor } from "./redact";
import { type Way, wireRequest } from "./wire";

export interface LiveSend extends Way {
  /** Absolute URL, JSON body, no token. */
  readonly request: HttpRequest;
  /** Stop. */
  readonly signal?: AbortSignal;
  /** Called with the milliseconds that searching the answer for tokens took. */
  readonly worked?: (ms: number) => void;
  /** For the whole exchange; 30 s by default (`docs/runtime.md`). */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Longer responses are refused: a page of templates has about 100 kB, and the sandbox gets the response in one piece. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Sends one request to the real API, once: nothing is ever retried. No cookies, no referrer, no cache, and a redirect is an
 * error, since it could carry the token to another host. Never rejects.
 */
export async function sendLive(send: LiveSend): Promise<Sent> {
  const { signal, timeoutMs = REQUEST_TIMEOUT_MS, fetch = globalThis.fetch } = send;
  const token = cleanToken(send.token);
  if (!token.ok) return { kind: "failed", reason: reasonOf(token.message), sent: "no" };
  const clean = redactor(token.value, send.authorization.echoes);
  const failed = (reason: string, sent: "no" | "maybe"): Sent => ({
    kind: "failed",
    reason: clean(reason),
    sent,
  });

  const wire = wireRequest(send.request, { ...send, token: token.value });
  if (!wire.ok) return failed(wire.message, "no");
  if (signal?.aborted) return { kind: "cancelled", sent: "no" };

  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  let status: number | null = null;
  try {
    const { method, url, headers, body } = wire.value;
    const answer = await fetch(url, {
      method,
      headers,
      body,
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      signal: ended,
    });
    status = answer.status;
    const text = await readText(answer);
    if (text === null) return failed(`the response (HTTP ${status}) is longer than 8 MB`, "maybe");
    const began = performance.now();
    const response = { status, headers: cleanHeaders(answer.headers, clean), body: clean(text) };
    send.worked?.(performance.now() - began);
    return { kind: "response", response };
  } catch (error) {
    if (ended.aborted && ended.reason === timeout.reason) return failed(timedOut(timeoutMs), "maybe");
    if (ended.aborted) return { kind: "cancelled", sent: "maybe" };
    const begun = status === null ? "" : `the connection was lost after HTTP ${status}: `;
    return failed(begun + whyFetchFailed(error), "maybe");
  }
}

/** The body as UTF-8 text, or `null` if it is too long. */
async function readText(answer: Response): Promise<string | null> {
  if (answer.body === null) return "";
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LONGEST_ANSWER) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Headers as plain data, without any whose very name contains the token. */
function cleanHeaders(headers: Headers, clean: (text: string) => string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of headers) if (clean(name) === name) all[name] = clean(value);
  return all;
}

/** Node reports a cause. A browser hides it on purpose, so the possible ones are listed. */
function whyFetchFailed(error: unknown): string {
  const message = reasonOf(error);
  if (!(error instanceof Error)) return message;
  const { cause } = error;
  if (cause instanceof Error) {
    const code = "code" in cause ? String(cause.code) : "";
    return `${error.message} (${cause.message || code || cause.name})`;
  }
  return error instanceof TypeError ? silentFailure(message) : `${error.name}: ${message}`;
}
