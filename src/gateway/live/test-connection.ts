import type { Integration } from "../../integrations/catalog";
import type { Route } from "../../shared/access-token";
import { type HttpRequest, type HttpResponse, header } from "../../shared/http-message";
import type { Sent } from "../conclude";
import { type LiveSend, sendLive } from "./send";

/** What "Test connection" found, with a sentence for each way that was tried. */
export interface ConnectionTest {
  readonly ok: boolean;
  readonly route: Route | null;
  /** What happened and what to do, token-free. */
  readonly message: string;
  readonly attempts: readonly { readonly route: Route; readonly outcome: string }[];
}

export interface ConnectionTry extends Omit<LiveSend, "route" | "request" | "authorization"> {
  readonly integration: Pick<Integration, "authorization" | "read" | "refusal">;
  /** A harmless read, e.g. that of `get_current_user`. */
  readonly request: HttpRequest;
}

/**
 * Finds out how an account's requests reach the API from this page: by header, by parameter, or through the page's own
 * server if it passes requests on. The first way that the API itself answers wins, even with an error: then `ok` is false,
 * `route` is that way, and `message` has the API's own words. Later ways are not tried, so that the token travels no more
 * often than it must. Never rejects.
 */
export async function testConnection(test: ConnectionTry): Promise<ConnectionTest> {
  const { integration } = test;
  const { authorization } = integration;
  const ways: readonly { readonly id: Route; readonly label: string }[] = [
    ...authorization.ways,
    ...(test.proxyBase === null ? [] : [{ id: "proxy", label: "this page's own server" } as const]),
  ];
  const attempts: { route: Route; outcome: string }[] = [];
  const ended = (ok: boolean, route: Route | null, message: string) => ({ ok, route, message, attempts });
  for (const { id: route, label } of ways) {
    const found = judge(await sendLive({ ...test, authorization, route }), integration);
    attempts.push({ route, outcome: found.outcome });
    if (found.kind === "cancelled") return ended(false, null, "Test canceled.");
    if (found.kind === "answered") return ended(true, route, `Connected using ${label}.`);
    if (found.kind === "refused") {
      const said = `Reached the API using ${label}. It said: “${found.words}” (HTTP ${found.status}).`;
      return ended(false, route, `${said} Check this account's access token and IDs.`);
    }
  }
  const first = attempts[0]?.outcome ?? "";
  const own = test.proxyBase === null ? " Serve this page with npm start to try one more route." : "";
  return ended(false, null, `Couldn't reach the API. ${first} Check the base URL and your connection.${own}`);
}

type Finding =
  | { readonly kind: "answered" | "unreached" | "cancelled"; readonly outcome: string }
  | { readonly kind: "refused"; readonly outcome: string; readonly words: string; readonly status: number };

function judge(result: Sent, integration: ConnectionTry["integration"]): Finding {
  switch (result.kind) {
    case "cancelled":
      return { kind: "cancelled", outcome: "Canceled." };
    case "failed":
      return {
        kind: "unreached",
        outcome: `${result.sent === "no" ? "Not sent" : "No response"}: ${result.reason}.`,
      };
    case "response":
      return judgeResponse(result.response, integration);
  }
}

function judgeResponse(response: HttpResponse, { read, refusal }: ConnectionTry["integration"]): Finding {
  const { status } = response;
  const words = refusal(response);
  if (words !== null)
    return { kind: "refused", outcome: `Failed with HTTP ${status}: “${words}”.`, words, status };
  if (read(response).ok) return { kind: "answered", outcome: `Connected (HTTP ${status}).` };
  const page = /html/i.test(header(response.headers, "content-type") ?? "") || /^\s*</.test(response.body);
  const what = page ? "a web page" : "something other than the API's JSON";
  return { kind: "unreached", outcome: `The server returned ${what} (HTTP ${status}).` };
}
