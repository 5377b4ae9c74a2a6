import { once } from "node:events";
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedWorld, summarize, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { Fault } from "../../../../../src/integrations/whatsapp/simulator/world/fault";
import { sample } from "../../../../support/sample";
import { served } from "./served";

async function dialled(base: string): Promise<Socket> {
  const socket = connect(Number(new URL(base).port), "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** Everything that comes until the other side ends. */
async function received(socket: Socket): Promise<string> {
  let text = "";
  for await (const chunk of socket) text += chunk;
  return text;
}

const hello = JSON.stringify({ messaging_product: "whatsapp", to: "15551234567", text: { body: "Hi" } });

/** A send as its bytes stand on the wire. */
function wire(phoneNumberId: string, token: string, body = hello, headers = ""): string {
  return `POST /v26.0/${phoneNumberId}/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function faulty(effect: Fault["effect"]): World {
  return { ...seedWorld(), faults: [{ operation: "send_message", from: 1, count: 1, effect }] };
}

const five = "12 contacts, 16 templates, 5 messages";
const six = "12 contacts, 16 templates, 6 messages";

describe("rough clients", () => {
  it("get responses in order when they pipeline", async () => {
    const { base, token, phoneNumberId } = await served();
    const socket = await dialled(base);
    const read = `GET /v26.0/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n`;
    const send = wire(phoneNumberId, token);
    socket.end(`${send}${read}\r\n${send}${read}Connection: close\r\n\r\n`);
    const text = await received(socket);
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(4);
    expect(text.match(/"messages":|Juniper Lane Tea \(default\)/g)).toEqual([
      '"messages":',
      "Juniper Lane Tea (default)",
      '"messages":',
      "Juniper Lane Tea (default)",
    ]);
  });

  it("may send byte by byte, in chunks, and keep the connection", async () => {
    const { base, world, token, phoneNumberId } = await served();
    const socket = await dialled(base);
    for (const byte of wire(phoneNumberId, token)) socket.write(byte);
    const [first] = await once(socket, "data");
    expect(String(first)).toContain("HTTP/1.1 200");
    const head = wire(phoneNumberId, token, "").replace("Content-Length: 0", "Transfer-Encoding: chunked");
    socket.write(`${head}${hello.length.toString(16)}\r\n${hello}\r\n0\r\n\r\n`);
    const [second] = await once(socket, "data");
    expect(String(second)).toContain("HTTP/1.1 200");
    socket.destroy();
    expect(summarize(world.current)).toBe("12 contacts, 16 templates, 7 messages");
  });

  it("may send an absolute URL, as to a proxy", async () => {
    const { base, token } = await served();
    const socket = await dialled(base);
    socket.end(
      `GET http://graph.facebook.com/v26.0/me?fields=id HTTP/1.1\r\nHost: graph.facebook.com\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(await received(socket)).toMatch(/"id":"\d+"/);
  });

  it("change nothing if they disconnect before the body arrives, and the next one is served", async () => {
    const { base, world, token, phoneNumberId } = await served();
    const socket = await dialled(base);
    socket.write(wire(phoneNumberId, token).slice(0, -10));
    socket.destroy();
    await once(socket, "close");
    const response = await fetch(`${base}/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    expect(summarize(world.current)).toBe(five);
  });

  it("get 413 even for a body that is far too large", async () => {
    const { base, world, token, phoneNumberId } = await served();
    const body = JSON.stringify({ text: "x".repeat(40_000_000) });
    const response = await fetch(`${base}/${phoneNumberId}/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      body,
    });
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        error: {
          message: "The request body is larger than 1 MB.",
          type: "GraphMethodException",
          code: 100,
          fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
        },
      },
    ]);
    expect(summarize(world.current)).toBe(five);
  });

  it.each([
    ["no HTTP at all", "hello\r\n\r\n", "HTTP/1.1 400"],
    ["a header without end", `GET /me HTTP/1.1\r\nX: ${"x".repeat(70_000)}`, "HTTP/1.1 431"],
    ["a path that is none", "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 "],
    [
      "a host that is none",
      "GET /me HTTP/1.1\r\nHost: ]%[\r\nConnection: close\r\n\r\n",
      "An active access token",
    ],
    ["two slashes", "GET //x//y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", '"code":'],
  ])("are answered: %s", async (_, bytes, part) => {
    const { base } = await served();
    const socket = await dialled(base);
    socket.write(bytes);
    expect(await received(socket)).toContain(part);
  });

  it("get the headers of a HEAD without its body", async () => {
    const { base, token } = await served();
    const headers = { Authorization: `Bearer ${token}` };
    const head = await fetch(`${base}/v26.0/me`, { method: "HEAD", headers });
    const got = await fetch(`${base}/v26.0/me`, { headers });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBe(String((await got.arrayBuffer()).byteLength));
    expect(head.headers.get("facebook-api-version")).toBe("v26.0");
  });

  it("may send a multipart form with the token inside", async () => {
    const { base, token, phoneNumberId } = await served();
    const body = new FormData();
    for (const [name, value] of Object.entries({
      access_token: token,
      messaging_product: "whatsapp",
      to: "15551234567",
      text: '{"body":"Grüße"}',
    })) {
      body.append(name, value);
    }
    const sent = await fetch(`${base}/${phoneNumberId}/messages`, { method: "POST", body });
    const { messages } = await sent.json();
    const headers = { Authorization: `Bearer ${token}` };
    const found = await (await fetch(`${base}/${messages[0].id}`, { headers })).json();
    expect(found.messages[0].text).toEqual({ body: "Grüße", preview_url: false });
  });

  it("are told of the first missing parameter if their form or JSON cannot be read", async () => {
    const { base, token, phoneNumberId } = await served();
    for (const type of ["multipart/form-data; boundary=x", "multipart/form-data", "application/json"]) {
      const response = await fetch(`${base}/${phoneNumberId}/messages`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": type },
        body: '{"messaging_product": "whatsapp',
      });
      expect((await response.json()).error.message).toBe(
        "(#100) The parameter messaging_product is required.",
      );
    }
  });

  it("get a well-formed response to any body and path", async () => {
    const { base, token } = await served();
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.oneof(fc.json(), fc.string()),
        fc.constantFrom("POST", "DELETE", "PUT"),
        async (path, body, method) => {
          const response = await fetch(`${base}/v26.0${path}`, {
            method,
            headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
            body,
          });
          const { error } = await response.json();
          expect(typeof error.message).toBe("string");
          expect(typeof error.code).toBe("number");
        },
      ),
      { numRuns: sample(30) },
    );
  });
});

describe("the world's lost connections", () => {
  it.each([
    ["before", five],
    ["after", six],
  ] as const)("are cut (%s the message was taken)", async (when, holds) => {
    const { base, world, token, phoneNumberId } = await served(faulty({ kind: "cut", when }));
    const socket = await dialled(base);
    socket.write(wire(phoneNumberId, token));
    expect(await received(socket)).toBe("");
    expect(summarize(world.current)).toBe(holds);
  });

  it.each([
    ["before", five],
    ["after", six],
  ] as const)("time out (%s it was taken): nothing comes until the client goes", async (when, holds) => {
    const { base, world, token, phoneNumberId } = await served(faulty({ kind: "timeout", when }));
    const before = world.current.clock;
    const socket = await dialled(base);
    const changed = new Promise<void>((resolve) => world.onChange(() => resolve()));
    socket.write(wire(phoneNumberId, token));
    await changed;
    expect(world.current.clock - before).toBe(30_000);
    expect(summarize(world.current)).toBe(holds);
    // The next client is served meanwhile.
    const other = await fetch(`${base}/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(other.status).toBe(200);
    expect(socket.bytesRead).toBe(0);
    socket.destroy();
  });
});
