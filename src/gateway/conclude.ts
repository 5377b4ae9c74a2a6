import { clipText } from "../shared/cut-text";
import type { HttpRequest, HttpResponse } from "../shared/http-message";
import type { JsonValue } from "../shared/json";
import { failure, type Result } from "../shared/result";
import type { CallInput } from "./call-input";
import type { CallRow, CallStatus } from "./call-row";
import type { Prepared } from "./prepare";
import type { Target } from "./resolve";

/**
 * How a request ended. Holds no token. `sent` is `"no"` if the request never left the page. It is `"maybe"` if the page can't
 * tell whether it arrived: a browser reports a refused preflight and a lost response the same way.
 */
export type Sent =
  | { readonly kind: "response"; readonly response: HttpResponse }
  /** `reason` has no full stop, so it can end a longer sentence. */
  | { readonly kind: "failed"; readonly reason: string; readonly sent: "no" | "maybe" }
  /** The run was stopped. */
  | { readonly kind: "cancelled"; readonly sent: "no" | "maybe" };

/** A concluded call: the value for Lua (or the text to raise) and the row for people. */
export interface Concluded {
  readonly outcome: Result<JsonValue>;
  readonly row: CallRow;
}

/** When a call happened, for its row. */
export interface CallTiming {
  readonly id: number;
  readonly startedMs: number;
  readonly durationMs: number;
}

/** Concludes a call that was refused before any request was made. */
export function concludeRefused(
  input: CallInput,
  target: Target | null,
  message: string,
  timing: CallTiming,
): Concluded {
  return conclude(input, target, failure(message), timing, { status: "error" });
}

/** Concludes a call whose request was sent. `shown` is the request as its row shows it, token masked. */
export function concludeSent(
  input: CallInput,
  { target }: Prepared,
  sent: Sent,
  shown: HttpRequest,
  timing: CallTiming,
): Concluded {
  if (sent.kind !== "response") {
    const reason = sent.kind === "failed" ? sent.reason : "the run was stopped";
    const message = target.integration.messages.connectionFailed(reason);
    const status = sent.sent === "maybe" && target.fn.kind === "write" ? "unknown" : "error";
    return conclude(input, target, failure(message), timing, { status, request: shown });
  }
  const outcome = target.integration.read(sent.response);
  return conclude(input, target, outcome, timing, {
    status: outcome.ok ? "ok" : "error",
    request: shown,
    response: sent.response,
  });
}

function conclude(
  input: CallInput,
  target: Target | null,
  outcome: Result<JsonValue>,
  timing: CallTiming,
  exchange: { status: CallStatus; request?: HttpRequest; response?: HttpResponse },
): Concluded {
  const { request = null, response = null, status } = exchange;
  return {
    outcome,
    row: {
      // One by one: spreading into a row of this size costs more than all the rest of a call.
      id: timing.id,
      startedMs: timing.startedMs,
      durationMs: timing.durationMs,
      path: ["app", ...input.path].join("."),
      group: target?.integration.id ?? null,
      name: target?.fn.name ?? null,
      icon: target?.fn.icon ?? null,
      kind: target?.fn.kind ?? null,
      account: target?.account ?? null,
      line: input.line,
      args: input.shownArgs,
      status,
      error: outcome.ok ? null : clipText(outcome.message, KEPT),
      request: request && isLong(request) ? shortRequest(request) : request,
      response:
        response && isLong(response) ? { ...response, body: clipText(response.body, KEPT) } : response,
    },
  };
}

/** Characters of a text that a row keeps. A script can make endless calls, each of any size. */
const KEPT = 256 * 1024;

function isLong({ url = "", body }: { readonly url?: string; readonly body: string | null }): boolean {
  return url.length > KEPT || (body ?? "").length > KEPT;
}

function shortRequest(request: HttpRequest): HttpRequest {
  return { ...request, url: clipText(request.url, KEPT), body: request.body && clipText(request.body, KEPT) };
}
