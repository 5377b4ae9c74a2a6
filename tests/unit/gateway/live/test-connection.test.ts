import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { type ConnectionTry, testConnection } from "../../../../src/gateway/live/test-connection";
import { whatsapp } from "../../../../src/integrations/whatsapp";
import { json, type Received, serve } from "./server";

const TOKEN = "EAAGm0PX4ZCpsBAKZ-1234";

function tryAt(origin: string, more: Partial<ConnectionTry> = {}) {
  const request = { method: "GET", url: `${origin}/v26.0/me?fields=id`, headers: {}, body: null } as const;
  return testConnection({ integration: whatsapp, request, token: TOKEN, proxyBase: null, ...more });
}

/** Cuts requests with an Authorization header, as a refused preflight looks from a page. */
function noHeader(answer: (response: ServerResponse) => void) {
  return ({ headers }: Received, response: ServerResponse) => {
    if (headers.authorization === undefined) answer(response);
    else response.destroy();
  };
}

test("uses the header if the API responds to it, and tries nothing else", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, { id: "1" }));
  expect(await tryAt(origin)).toEqual({
    ok: true,
    route: "bearer",
    message: "Connected using the Authorization header.",
    attempts: [{ route: "bearer", outcome: "Connected (HTTP 200)." }],
  });
  expect(received).toHaveLength(1);
});

test("sends the token as a parameter if the header does not get through", async () => {
  const { origin } = await serve(noHeader((response) => json(response, 200, { id: "1" })));
  const found = await tryAt(origin);
  expect(found).toMatchObject({
    ok: true,
    route: "query",
    message: "Connected using the token as a parameter.",
  });
  expect(found.attempts.map(({ route }) => route)).toEqual(["bearer", "query"]);
  expect(found.attempts[0]?.outcome).toMatch(/^No response: .+\.$/);
});

test("an API error proves that the route works, and its text is shown without the token", async () => {
  const { origin } = await serve((_, response) =>
    json(response, 401, { error: { message: `Malformed access token ${TOKEN}`, code: 190 } }),
  );
  const found = await tryAt(origin);
  expect(found).toMatchObject({
    ok: false,
    route: "bearer",
    message:
      "Reached the API using the Authorization header. It said: “Malformed access token ••••” (HTTP 401). " +
      "Check this account's access token and IDs.",
  });
  expect(JSON.stringify(found)).not.toContain(TOKEN);
});

test("tries the page's own server last, and only for the host it stands for", async () => {
  const api = await serve((_, response) => response.destroy());
  const own = await serve((_, response) => json(response, 200, { id: "1" }));
  const found = await tryAt(api.origin, { proxyBase: `${own.origin}/`, proxyTarget: api.origin });
  expect(found).toMatchObject({
    ok: true,
    route: "proxy",
    message: "Connected using this page's own server.",
  });
  expect(own.received[0]?.url).toBe("/graph/v26.0/me?fields=id");
});

test.each([200, 404])("a web page (HTTP %s) does not count as the API", async (status) => {
  const { origin } = await serve((_, response) => {
    response.writeHead(status, { "Content-Type": "text/html" }).end("<!doctype html><p>Hello");
  });
  const found = await tryAt(origin);
  expect(found).toMatchObject({ ok: false, route: null });
  expect(found.message).toBe(
    `Couldn't reach the API. The server returned a web page (HTTP ${status}). Check the base URL and your connection. ` +
      "Serve this page with npm start to try one more route.",
  );
  expect(found.attempts).toHaveLength(2);
});

test("reports each route that got no response in time", async () => {
  const { origin } = await serve(() => {});
  const found = await tryAt(origin, { timeoutMs: 40 });
  const outcome = "No response: no complete response within 0.04 s.";
  expect(found.attempts).toEqual([
    { route: "bearer", outcome },
    { route: "query", outcome },
  ]);
});

test("names both network and CORS if it may be either", async () => {
  const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  const found = await tryAt("https://graph.facebook.com", { fetch });
  expect(found.message).toContain("No response");
  expect(found.message).toContain("CORS");
});

test("reports a base URL that no token may be sent to", async () => {
  expect((await tryAt("http://graph.facebook.com")).message).toContain(
    "and tokens are sent over https only (http works for localhost and 127.0.0.1)",
  );
});

test("a canceled test stops at once", async () => {
  const controller = new AbortController();
  const { origin, received } = await serve(() => controller.abort());
  expect(await tryAt(origin, { signal: controller.signal })).toMatchObject({
    ok: false,
    route: null,
    message: "Test canceled.",
  });
  expect(received).toHaveLength(1);
});
