/** The page's side of live mode for tests and bench: the real door and transport, with accounts given instead of a vault. */
import type { CallRow } from "../../src/gateway/call-row";
import type { Sent } from "../../src/gateway/conclude";
import { maskRequest } from "../../src/gateway/live/mask";
import { sendLive } from "../../src/gateway/live/send";
import { liveDoor } from "../../src/gateway/live-door";
import type { ConfiguredAccount } from "../../src/gateway/prepare";
import { catalog } from "../../src/integrations";
import { whatsapp } from "../../src/integrations/whatsapp";
import type { HttpRequest } from "../../src/shared/http-message";

export interface LiveAccounts {
  /** Base URLs by account name; `default` among them. */
  readonly baseUrls: Readonly<Record<string, string>>;
  readonly token: string;
  /** Fields that all accounts share. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface LiveAnswers {
  /** Answers a call's text from the box with the reply's text. */
  answer(text: string): Promise<string>;
  /** The rows logged so far. */
  rows(): readonly CallRow[];
  /** Milliseconds spent in HTTP so far. */
  httpMs(): number;
}

/** Sends a request once; `sendLive` unless a measurement wants no HTTP at all. */
export type Transport = (request: HttpRequest) => Promise<Sent>;

/** A live door in which every call is permitted. */
export function liveAnswers(
  { baseUrls, token, fields }: LiveAccounts,
  transport: Transport = overHttp(token),
): LiveAnswers {
  const rows: CallRow[] = [];
  let httpMs = 0;
  const started = performance.now();
  const find = (_integration: string, name: string): ConfiguredAccount | null => {
    const base = Object.hasOwn(baseUrls, name) ? baseUrls[name] : undefined;
    return base === undefined ? null : { name, fields: { ...fields, base_url: base }, complete: true };
  };
  const door = liveDoor({
    catalog,
    accounts: { names: () => Object.keys(baseUrls).filter((name) => name !== "default"), find },
    objection: () => null,
    permit: async () => null,
    over: new AbortController().signal,
    send: async ({ request }) => {
      const before = performance.now();
      const sent = await transport(request);
      httpMs += performance.now() - before;
      return sent;
    },
    mask: ({ request }) => maskRequest(request, token.slice(-4)),
    elapsedMs: () => performance.now() - started,
    log: (row) => rows.push(row),
  });
  return {
    answer: async (text) => JSON.stringify(await door(text)),
    rows: () => rows,
    httpMs: () => httpMs,
  };
}

/** The app's own transport. */
export function overHttp(token: string): Transport {
  return (request) =>
    sendLive({ request, token, route: "bearer", proxyBase: null, authorization: whatsapp.authorization });
}
