import { expect, test } from "vitest";
import { type LiveSend, sendLive } from "../../../../src/gateway/live/send";
import { whatsapp } from "../../../../src/integrations/whatsapp";
import type { HttpRequest } from "../../../../src/shared/http-message";
import { json, serve } from "./server";

const TOKEN = "EAAGm0PX4ZCps/BA+KZ-x_y|z.1234";

function read(origin: string): HttpRequest {
  return {
    method: "GET",
    url: `${origin}/v26.0/me?fields=id,name`,
    headers: { Accept: "application/json" },
    body: null,
  };
}

function write(origin: string, body: unknown = { to: "15551234567", text: { body: "Hi" } }): HttpRequest {
  return {
    method: "POST",
    url: `${origin}/v26.0/10001/messages`,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

const send = (request: HttpRequest, more: Partial<LiveSend> = {}) =>
  sendLive({
    request,
    token: TOKEN,
    authorization: whatsapp.authorization,
    route: "bearer",
    proxyBase: null,
    proxyTarget: "https://graph.facebook.com",
    ...more,
  });

test("as a bearer, the token is a header and the request arrives as built", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, { ok: 1 }));
  const result = await send(write(origin));
  expect(result).toMatchObject({ kind: "response", response: { status: 200, body: '{"ok":1}' } });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    method: "POST",
    url: "/v26.0/10001/messages",
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
    body: '{"to":"15551234567","text":{"body":"Hi"}}',
  });
  expect(received[0]?.headers.cookie).toBeUndefined();
  expect(received[0]?.headers.referer).toBeUndefined();
});

test("as a parameter, a write's token is in the body, never in the URL, and nested values are JSON", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  const text = { preview_url: false, body: "a & b = ü 😀 +1\n%41" };
  await send(write(origin, { to: "1555", text, type: "text", n: 5, none: null, components: [1] }), {
    route: "query",
  });
  const [one] = received;
  expect(one?.url).toBe("/v26.0/10001/messages");
  expect(one?.headers.authorization).toBeUndefined();
  expect(one?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(Object.fromEntries(new URLSearchParams(one?.body))).toEqual({
    to: "1555",
    text: JSON.stringify(text),
    type: "text",
    n: "5",
    components: "[1]",
    access_token: TOKEN,
  });
});

test("as a parameter, a read's token is in the query and no header needs a preflight", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  await send(read(origin), { route: "query" });
  const url = new URL(received[0]?.url ?? "", origin);
  expect(url.pathname).toBe("/v26.0/me");
  expect(Object.fromEntries(url.searchParams)).toEqual({ fields: "id,name", access_token: TOKEN });
  expect(received[0]?.headers.authorization).toBeUndefined();
  expect(received[0]?.headers["content-type"]).toBeUndefined();
});

test("a script's own parameter cannot replace the token", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  const request = write(origin, { access_token: "other" });
  await send({ ...request, url: `${request.url}?access_token=other` }, { route: "query" });
  expect(received[0]?.url).toBe("/v26.0/10001/messages");
  expect(new URLSearchParams(received[0]?.body).getAll("access_token")).toEqual([TOKEN]);
});

test("through the page's own server the path is kept below graph/", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  await send(read("https://graph.facebook.com"), { route: "proxy", proxyBase: `${origin}/play/` });
  expect(received[0]).toMatchObject({
    url: "/play/graph/v26.0/me?fields=id,name",
    headers: { authorization: `Bearer ${TOKEN}` },
  });
});

test("the page's own server never gets a token meant for another host", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  const result = await send(read("https://api.example"), { route: "proxy", proxyBase: `${origin}/` });
  expect(result).toMatchObject({ kind: "failed", sent: "no" });
  expect(result.kind === "failed" && result.reason).toContain("https://api.example");
  expect(received).toEqual([]);
  expect(await send(read("https://graph.facebook.com"), { route: "proxy" })).toMatchObject({ sent: "no" });
});

test.each([
  ["http://graph.facebook.com", "https only"],
  ["http://192.168.1.5:8080", "https only"],
  ["http://localhost.evil.example", "https only"],
  ["ftp://graph.facebook.com", "begins with ftp:"],
  ["javascript:alert(1)//", "begins with javascript:"],
  ["file:///etc", "begins with file:"],
  ["https://user:secret@graph.facebook.com", "user name or password"],
  ["graph.facebook.com", "not a complete URL"],
])("a token is never sent to %s", async (base, why) => {
  const result = await send(read(base), {
    fetch: () => {
      throw new Error("fetch was called");
    },
  });
  expect(result).toMatchObject({ kind: "failed", sent: "no", reason: expect.stringContaining(why) });
});

test("a token that no header can carry is neither sent nor shown", async () => {
  const result = await send(read("https://graph.facebook.com"), { token: "EAAG-two\nlines-of-token" });
  expect(result).toMatchObject({ kind: "failed", sent: "no", reason: expect.stringContaining("line break") });
  expect(JSON.stringify(result)).not.toContain("lines-of");
});

test("a response that echoes the token in body and headers arrives without it", async () => {
  const { origin } = await serve((_, response) => {
    response.setHeader(
      "WWW-Authenticate",
      `OAuth "Facebook Platform" "invalid_request" "Malformed ${TOKEN}"`,
    );
    response.setHeader(`x-${"EAAGm0PX4ZCps".toLowerCase()}`, encodeURIComponent(TOKEN));
    const next = `https://graph.facebook.com/next?access_token=${encodeURIComponent(TOKEN)}&after=x`;
    json(response, 401, {
      error: { message: `Malformed access token ${TOKEN}`, code: 190 },
      paging: { next },
    });
  });
  const result = await send(read(origin));
  expect(result.kind).toBe("response");
  if (result.kind !== "response") return;
  expect(JSON.parse(result.response.body)).toEqual({
    error: { message: "Malformed access token ••••", code: 190 },
    paging: { next: "https://graph.facebook.com/next?access_token=••••&after=x" },
  });
  expect(result.response.headers["www-authenticate"]).toBe(
    'OAuth "Facebook Platform" "invalid_request" "Malformed ••••"',
  );
  expect(JSON.stringify(result)).not.toContain("EAAGm0PX4ZCps");
});

test("HTML, 429 and an empty response are passed on unchanged", async () => {
  const answers = [
    [404, "<!doctype html><title>Nothing here</title>"],
    [429, '{"error":{"message":"(#130429) Rate limit hit"}}'],
    [204, ""],
  ] as const;
  for (const [status, body] of answers) {
    const { origin, received } = await serve((_, response) => {
      response.writeHead(status, { "Content-Type": "text/plain" }).end(body);
    });
    expect(await send(write(origin))).toMatchObject({ kind: "response", response: { status, body } });
    expect(received).toHaveLength(1);
  }
});

test("a redirect is not followed, so the token reaches no other host", async () => {
  const other = await serve((_, response) => json(response, 200, {}));
  for (const status of [301, 302, 303, 307, 308]) {
    const { origin } = await serve((_, response) => {
      response.writeHead(status, { Location: `${other.origin}/stolen` }).end();
    });
    const result = await send(write(origin));
    expect(result).toMatchObject({ kind: "failed", reason: expect.stringContaining("redirect") });
  }
  expect(other.received).toEqual([]);
});

test("a connection cut before the response fails, and the write may have happened", async () => {
  const { origin, received } = await serve((_, response) => response.destroy());
  const result = await send(write(origin));
  expect(result).toMatchObject({ kind: "failed", sent: "maybe" });
  expect(received).toHaveLength(1);
});

test("a connection cut in the middle of the response fails, and says after which status", async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(200, { "Content-Length": "1000" });
    response.write('{"messages":[', () => response.destroy());
  });
  expect(await send(write(origin))).toMatchObject({
    kind: "failed",
    sent: "maybe",
    reason: expect.stringContaining("connection was lost after HTTP 200"),
  });
});

test("an unreachable server fails with the system's reason", async () => {
  const { origin } = await serve((_, response) => response.destroy());
  const gone = new URL(origin);
  gone.port = "1";
  const result = await send(read(gone.origin));
  expect(result).toMatchObject({ kind: "failed" });
  expect(result.kind === "failed" && result.reason).toMatch(/^fetch failed \(.+\)$/);
});

test("a browser's vague network error is spelled out", async () => {
  const result = await send(read("https://graph.facebook.com"), {
    fetch: () => Promise.reject(new TypeError("Failed to fetch")),
  });
  expect(result).toEqual({
    kind: "failed",
    sent: "maybe",
    reason:
      "Failed to fetch (the browser gives no details: offline, wrong URL, redirect, " +
      "or CORS not allowed)",
  });
});

test.each(["before", "within"])("a time-out %s the answer says how long it waited", async (when) => {
  const { origin } = await serve((_, response) => {
    if (when === "within") response.writeHead(200).write("{");
  });
  expect(await send(write(origin), { timeoutMs: 40 })).toEqual({
    kind: "failed",
    sent: "maybe",
    reason: "no complete response within 0.04 s",
  });
});

test("Stop cancels a waiting call, before and during its response", async () => {
  for (const begun of [false, true]) {
    const controller = new AbortController();
    const { origin } = await serve((_, response) => {
      if (begun) response.writeHead(200).write("{");
      controller.abort();
    });
    expect(await send(write(origin), { signal: controller.signal })).toEqual({
      kind: "cancelled",
      sent: "maybe",
    });
  }
});

test("after Stop nothing is sent", async () => {
  const { origin, received } = await serve((_, response) => json(response, 200, {}));
  expect(await send(write(origin), { signal: AbortSignal.abort() })).toEqual({
    kind: "cancelled",
    sent: "no",
  });
  expect(received).toEqual([]);
});

test("an endless response is refused", async () => {
  const { origin } = await serve((_, response) => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  });
  expect(await send(read(origin))).toMatchObject({
    kind: "failed",
    reason: "the response (HTTP 200) is longer than 8 MB",
  });
});
