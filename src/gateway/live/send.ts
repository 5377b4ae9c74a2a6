import type { HttpRequest, HttpResponse } from "../../shared/http-message";
import { cleanToken } from "../../vault/token";
import { silentFailure, timedOut } from "../lost-connection";
import { redactor } from "./redact";
import { type Way, wireRequest } from "./wire";

/**
 * What became of a request. Holds no token. `sent` `"maybe"`: it was handed to the network, and nobody here can tell whether
 * it arrived (a browser says the same of a refused preflight and of an answer that was lost); `"no"`: it never left.
 */
export type LiveResult =
  | { readonly kind: "response"; readonly response: HttpResponse }
  /** `reason` has no full stop, so that it can end a longer sentence. */
  | { readonly kind: "failed"; readonly reason: string; readonly sent: "no" | "maybe" }
  | { readonly kind: "cancelled"; readonly sent: "no" | "maybe" };

export interface LiveSend extends Way {
  /** Absolute URL, JSON body, no Authorization header. */
  readonly request: HttpRequest;
  /** Stop. */
  readonly signal?: AbortSignal;
  /** For the whole exchange; 30 s when left out (`facts/runtime-contract.md` §3). */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Answers longer than this are refused: a page of templates has some 100 kB, and the sandbox takes the answer whole. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Sends one request to the real API, once: nothing is ever retried. No cookies, no referrer, no cache, and a redirect is an
 * error, since it could carry the token to another host. Never rejects.
 */
export async function sendLive(send: LiveSend): Promise<LiveResult> {
  const { signal, timeoutMs = 30_000, fetch = globalThis.fetch } = send;
  const token = cleanToken(send.token);
  if (!token.ok) return { kind: "failed", reason: withoutStop(token.problem), sent: "no" };
  const clean = redactor(token.token);
  const failed = (reason: string, sent: "no" | "maybe"): LiveResult => ({
    kind: "failed",
    reason: clean(reason),
    sent,
  });

  const wire = wireRequest(send.request, { ...send, token: token.token });
  if (!wire.ok) return failed(wire.reason, "no");
  if (signal?.aborted) return { kind: "cancelled", sent: "no" };

  const controller = new AbortController();
  let ended: "cancelled" | "timeout" | null = null;
  const end = (why: "cancelled" | "timeout") => {
    ended ??= why;
    controller.abort();
  };
  const cancel = () => end("cancelled");
  signal?.addEventListener("abort", cancel);
  const timer = setTimeout(() => end("timeout"), timeoutMs);

  let status: number | null = null;
  const outcome = (): "cancelled" | "timeout" | null => ended;
  try {
    const { method, url, headers, body } = wire.request;
    const answer = await fetch(url, {
      method,
      headers,
      body,
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      signal: controller.signal,
    });
    status = answer.status;
    const text = await readText(answer);
    if (text === null) {
      controller.abort();
      return failed(`the answer (HTTP ${status}) is longer than 8 MB`, "maybe");
    }
    return {
      kind: "response",
      response: { status, headers: cleanHeaders(answer.headers, clean), body: clean(text) },
    };
  } catch (error) {
    if (outcome() === "cancelled") return { kind: "cancelled", sent: "maybe" };
    if (outcome() === "timeout") return failed(timedOut(timeoutMs), "maybe");
    const begun = status === null ? "" : `the connection broke off after HTTP ${status}: `;
    return failed(begun + whyFetchFailed(error), "maybe");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

/** The body as UTF-8 text; null when it is too long. */
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
    if (bytes > LONGEST_ANSWER) return null;
    text += decoder.decode(value, { stream: true });
  }
}

/** Headers as plain data; one whose very name holds the token is left out. */
function cleanHeaders(headers: Headers, clean: (text: string) => string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of headers) if (clean(name) === name) all[name] = clean(value);
  return all;
}

/** Node gives a cause; a browser gives none on purpose, so the possible ones are listed. */
function whyFetchFailed(error: unknown): string {
  if (!(error instanceof Error)) return withoutStop(String(error));
  const { cause } = error;
  if (cause instanceof Error) {
    const code = "code" in cause ? String(cause.code) : "";
    return withoutStop(`${error.message} (${cause.message || code || cause.name})`);
  }
  if (error instanceof TypeError) return silentFailure(withoutStop(error.message));
  return withoutStop(`${error.name}: ${error.message}`);
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
