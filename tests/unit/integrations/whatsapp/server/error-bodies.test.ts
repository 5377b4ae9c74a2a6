import { describe, expect, it } from "vitest";
import { errorGroups, knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors";
import { sendWebhooks } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import { seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { JsonValue } from "../../../../../src/shared/json";
import { runLua } from "../../../../support/run-lua";
import { answers } from "../simulator/causes";
import { at, items, text } from "../simulator/client";
import { lateFailures } from "../simulator/late-causes";
import { causes } from "./http-causes";
import { bodyOf, Inbox, served, serving } from "./served";

/** A rejected token (190) has causes of its own, by subcode. */
const onlyAsFault = errorGroups.flatMap(({ rows }) =>
  rows.filter((row) => row.onlyAsFault && row.code !== 190),
);

interface ScriptedCause {
  readonly world?: (shop: World) => World;
  readonly script: string;
}

/** Runs a cause's script, then makes its calls again over HTTP. The last answer is given as the run and as HTTP had it. */
async function overHttp({ world: change = (shop) => shop, script }: ScriptedCause) {
  const first = change(seedWorld());
  const { rows } = await runLua(`local wa = app.integrations.whatsapp\n${script}`, { world: first });
  const server = await served(first);
  let overHttp: Response | undefined;
  for (const { request } of rows) {
    if (request === null) continue;
    overHttp = await fetch(request.url.replace("https://graph.facebook.com", server.base), {
      method: request.method,
      headers: { ...request.headers, Authorization: `Bearer ${server.token}` },
      body: request.body,
    });
  }
  return { first, server, inRun: rows.at(-1)?.response, response: overHttp };
}

function named<Cause extends { readonly code: number; readonly why: string }>(all: readonly Cause[]) {
  return all.map((cause) => ({ ...cause, name: `${cause.code}: ${cause.why}` }));
}

/** The `WWW-Authenticate` header, which each 400 and 401 has. */
function challengeOf(status: number, { code, message }: { code: number; message: string }): string | null {
  if (status !== 400 && status !== 401) return null;
  const kind = new Map([
    [100, "invalid_code"],
    [190, "invalid_token"],
  ]).get(code);
  return `OAuth "Facebook Platform" "${kind ?? "invalid_request"}" "${message}"`;
}

describe("an error's body over HTTP", () => {
  it.each(named(answers))("is the same as in a script's call: $name", async (cause) => {
    const { inRun, response } = await overHttp(cause);
    expect(await response?.text()).toBe(inRun?.body.replaceAll("https://graph.facebook.com", ""));
    expect(response?.status).toBe(inRun?.status);
    expect(response?.headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(response?.headers.get("access-control-allow-origin")).toBe("*");
    expect(response?.headers.get("www-authenticate") ?? null).toBe(challengeOf(cause.status ?? 400, cause));
  });

  it.each(named(causes.map((cause) => ({ ...cause, code: Number(cause.error.code) }))))(
    "of a request that no function makes: $name",
    async (cause) => {
      const world = (cause.world ?? ((shop) => shop))(seedWorld());
      const { base, token, phoneNumberId, wabaId } = await served(world);
      const path = cause.path.replace("PHONE", phoneNumberId).replace("WABA", wabaId);
      const used = cause.token === undefined ? token : cause.token;
      const response = await fetch(`${base}/${cause.version ?? "v26.0"}${path}`, {
        method: cause.method ?? (cause.body === undefined ? "GET" : "POST"),
        headers: used === null ? {} : { Authorization: `Bearer ${used}` },
        body: cause.body === undefined ? null : JSON.stringify(cause.body),
      });
      expect([response.status, await response.json()]).toEqual([cause.status, { error: cause.error }]);
      const message = String(cause.error.message);
      const expected = challengeOf(cause.status, { code: cause.code, message });
      expect(response.headers.get("www-authenticate")).toBe(expected);
    },
  );

  it.each(onlyAsFault)("that is caused only by a fault: $code", async (row) => {
    const { code, status, title, details } = row;
    const effect = { kind: "error", code, subcode: null } as const;
    const faults = [{ operation: "any", from: 1, count: null, effect } as const];
    const { base, token } = await served({ ...seedWorld(), faults });
    const response = await fetch(`${base}/v26.0/me`, { headers: { Authorization: `Bearer ${token}` } });
    const error = {
      message: row.message ?? (row.plain ? title : `(#${code}) ${title}`),
      type: row.type ?? "OAuthException",
      code,
      ...(details === undefined ? {} : { error_data: { messaging_product: "whatsapp", details } }),
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    };
    expect([response.status, await response.json()]).toEqual([status, { error }]);
  });
});

describe("a failure that only a webhook reports", () => {
  it.each(named(lateFailures))("$name", async (cause) => {
    const { first, server, response } = await overHttp(cause);
    const inbox = new Inbox<JsonValue>();
    const url = await serving(async (incoming, outgoing) => {
      inbox.put(JSON.parse((await bodyOf(incoming)).toString("utf8")));
      outgoing.end();
    });
    const subscription = { url, appSecret: null, verifyToken: null, version: 26 };
    const delivery = sendWebhooks(server.world, subscription, (line) => inbox.put(line));
    expect(response?.status).toBe(200);
    const answer: JsonValue = await response?.json();
    const id = text(at(answer, "messages", 0, "id"));
    server.world.act([{ type: "time_passed", ms: 3_600_000 }]);
    const value = {
      messaging_product: "whatsapp",
      metadata: {
        display_phone_number: first.accounts[0]?.phoneNumber,
        phone_number_id: server.phoneNumberId,
      },
      statuses: [
        {
          id,
          status: "failed",
          timestamp: expect.stringMatching(/^1\d{9}$/),
          recipient_id: at(answer, "contacts", 0, "wa_id"),
          errors: [
            {
              code: cause.code,
              title: cause.title,
              message: cause.title,
              error_data: { details: cause.details },
              href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
            },
          ],
        },
      ],
    };
    expect(await failureOf(inbox, id)).toEqual({
      object: "whatsapp_business_account",
      entry: [{ id: server.wabaId, changes: [{ value, field: "messages" }] }],
    });
    delivery.stop();
  });
});

/** The webhook that says that the message failed; those of other messages come before it. */
async function failureOf(inbox: Inbox<JsonValue>, id: string): Promise<JsonValue> {
  for (;;) {
    const webhook = await inbox.next();
    const statuses = at(webhook, "entry", 0, "changes", 0, "value", "statuses");
    if (at(items(statuses)[0], "id") === id) return webhook;
  }
}

it("has a cause for every code that can arise", () => {
  const caused = [...answers, ...lateFailures, ...causes.map(({ error }) => error)].map(({ code }) => code);
  const faults = errorGroups
    .flatMap(({ rows }) => rows.filter((row) => row.onlyAsFault))
    .map(({ code }) => code);
  expect(new Set([...caused, ...faults])).toEqual(new Set(knownErrorCodes));
});
