import { type IncomingHttpHeaders, request } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyRefused } from "../../../../../src/integrations/whatsapp/server/origin";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import { createGraphServer } from "../../../../../src/integrations/whatsapp/server/server";
import { mockAccounts, seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { bodyOf, listening } from "./served";

const [account] = mockAccounts(seedWorld());
const token = account?.token ?? "";
const messages = `/v26.0/${account?.fields.phone_number_id}/messages`;
const hello = { messaging_product: "whatsapp", to: "15551234567", text: { body: "Hi" } };
const json = JSON.stringify(hello);
const form = new URLSearchParams({
  messaging_product: "whatsapp",
  to: "15551234567",
  text: '{"body":"Hi"}',
  access_token: token,
}).toString();

type Headers = Record<string, string>;

/** A request with headers that `fetch` does not let one set. */
async function asked(base: string, method: string, path: string, headers: Headers, body = "") {
  const answer = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(`${base}${path}`, { method, headers }, resolve).on("error", reject).end(body);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: String(await bodyOf(answer)) };
}

async function serve(allowed: readonly string[] = []) {
  const world = new GraphWorld(seedWorld());
  const lines: string[] = [];
  const allowedOrigins = new Set(allowed);
  const base = await listening(
    createGraphServer({ world, allowedOrigins, tell: (line) => lines.push(line) }),
  );
  return { world, base, lines };
}

const bearer = { Authorization: `Bearer ${token}` };
const formType = { "Content-Type": "application/x-www-form-urlencoded" };

/** What a page can make a browser send. */
const attacks: readonly (readonly [
  why: string,
  method: string,
  path: string,
  headers: Headers,
  body?: string,
])[] = [
  ["a fetch with a token", "POST", messages, { ...bearer, Origin: "https://evil.example" }, json],
  ["a preflight", "OPTIONS", messages, { Origin: "https://evil.example" }],
  ["a form", "POST", messages, { ...formType, Origin: "https://evil.example" }, form],
  ["a form of a page without an origin", "POST", messages, { ...formType, Origin: "null" }, form],
  ["a read", "GET", `/v26.0/me?access_token=${token}`, { Origin: "https://evil.example" }],
  ["an image", "GET", `/v26.0/me?access_token=${token}`, { "Sec-Fetch-Site": "cross-site" }],
  ["a form without Origin", "POST", messages, { ...formType, "Sec-Fetch-Site": "cross-site" }, form],
  ["a name that points here", "GET", `/v26.0/me?access_token=${token}`, { Host: "evil.example:4700" }],
  [
    "the same, with Origin",
    "POST",
    messages,
    { ...formType, Host: "evil.example", Origin: "http://evil.example" },
    form,
  ],
  ["an origin that only looks like this machine", "GET", "/me", { Origin: "http://localhost.evil.example" }],
  ["another one", "GET", "/me", { Origin: "http://127.0.0.1.evil.example" }],
  ["an origin of another kind", "GET", "/me", { Origin: "chrome-extension://localhost" }],
  [
    "a deletion",
    "DELETE",
    `/v26.0/${account?.fields.phone_number_id}`,
    { ...bearer, Origin: "https://evil.example" },
  ],
  ["an absolute address", "GET", "/me", { Host: "user@evil.example" }],
];

describe("a web page of another origin", () => {
  const rows = attacks.map(
    ([why, method, path, headers, body = ""]) => [why, { method, path, headers, body }] as const,
  );
  it.each(rows)("is refused: %s", async (_, { method, path, headers, body }) => {
    const { world, base, lines } = await serve();
    const before = world.current;
    for (const _again of [1, 2]) {
      const answer = await asked(base, method, path, headers, body);
      expect(answer.status).toBe(403);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      expect(answer.headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
    expect(world.current).toBe(before);
    expect(lines).toEqual([expect.stringMatching(/^Refused: /)]);
  });

  it("is told what to allow and is then served, even under its own host name", async () => {
    const origin = "https://app.example";
    const { base } = await serve();
    const { text } = await asked(base, "POST", messages, { ...bearer, Origin: origin }, json);
    expect(JSON.parse(text).error.message).toContain(`Start it with --allow-origin ${origin} to let`);
    const open = await serve([origin]);
    expect((await asked(open.base, "POST", messages, { ...bearer, Origin: origin }, json)).status).toBe(200);
    expect((await asked(open.base, "OPTIONS", messages, { Origin: origin })).status).toBe(200);
    expect((await asked(open.base, "GET", "/v26.0/me", { ...bearer, Host: "app.example" })).status).toBe(200);
    const other = { ...bearer, Origin: "https://other.example" };
    expect((await asked(open.base, "GET", "/v26.0/me", other)).status).toBe(403);
  });
});

describe("programs and pages of this machine are served", () => {
  it.each<readonly [string, Headers]>([
    ["a program", {}],
    ["a page of localhost", { Origin: "http://localhost:5173", "Sec-Fetch-Site": "cross-site" }],
    ["a page of 127.0.0.1", { Origin: "https://127.0.0.1:4173", "Sec-Fetch-Site": "same-site" }],
    ["an address that somebody typed", { "Sec-Fetch-Site": "none" }],
    ["a page's own proxy", { Origin: "http://localhost:4173", "Sec-Fetch-Site": "same-origin" }],
    ["a name that is this machine's", { Host: "graph.localhost:4700" }],
    ["a proxy in front", { "X-Forwarded-Host": "graph.facebook.com", "X-Forwarded-Proto": "https" }],
  ])("%s", async (_, headers) => {
    const { base } = await serve();
    expect((await asked(base, "GET", "/v26.0/me", { ...bearer, ...headers })).status).toBe(200);
    expect((await asked(base, "POST", messages, { ...bearer, ...headers }, json)).status).toBe(200);
  });
});

it("no made-up Origin or Host is taken for this machine", () => {
  const name = fc.oneof(
    fc.domain(),
    fc.stringMatching(/^[a-z0-9.:@/#?[\]\\-]{1,30}$/),
    fc
      .constantFrom("127.0.0.1", "localhost", "[::1]")
      .chain((one) =>
        fc.constantFrom(
          `${one}.x.example`,
          `x.example#${one}`,
          `${one}@x.example`,
          `x.example/${one}`,
          `${one}x`,
        ),
      ),
  );
  const isHere = (address: string) => {
    try {
      return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(name, fc.boolean(), (text, inHost) => {
      fc.pre(!inHost || URL.canParse(`http://${text}`));
      const headers: IncomingHttpHeaders = inHost
        ? { host: text }
        : { host: "localhost", origin: `http://${text}` };
      if (whyRefused({ headers, url: "/" }, new Set()) === null) expect(isHere(`http://${text}`)).toBe(true);
    }),
  );
});
