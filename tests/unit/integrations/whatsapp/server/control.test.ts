import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { clockSteps } from "../../../../../src/integrations/whatsapp/server/command";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { contactIndex } from "../../../../../src/integrations/whatsapp/simulator/world/lookup";
import { commanded, control, customer, served } from "./served";

const opening = Date.UTC(2026, 10, 2, 9);

/** A request with headers that `fetch` does not let one set; gives status and body. */
function asked(base: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${base}/_world`, { headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject).end();
  });
}

describe("the control address", () => {
  it("returns the world as a document that --world accepts, and takes it back", async () => {
    const { base, world } = await served();
    await customer(base, { account: "support", from: "15551234567", text: "Anybody there?" });
    const kept = await (await fetch(`${base}/_world`)).text();
    const parsed = parseWorld(JSON.parse(kept));
    expect(parsed.ok && parsed.value).toEqual(world.current);
    await fetch(`${base}/_world`, { method: "DELETE" });
    expect(world.current).toEqual(seedWorld());
    const put = await fetch(`${base}/_world`, { method: "PUT", body: kept });
    expect(await put.json()).toEqual({ clock: opening, time: "2026-11-02T09:00:00.000Z" });
    expect(world.current).toEqual(JSON.parse(kept));
  });

  it("lets time pass, and the next call sees it", async () => {
    const { base, token, phoneNumberId } = await served();
    expect(await control(base, "/time", { ms: 25 * 3_600_000 })).toEqual({
      clock: opening + 25 * 3_600_000,
      time: "2026-11-03T10:00:00.000Z",
    });
    const headers = { Authorization: `Bearer ${token}` };
    const body = JSON.stringify({ messaging_product: "whatsapp", to: "15551234567", text: { body: "Hi" } });
    const sent = await fetch(`${base}/${phoneNumberId}/messages`, { method: "POST", headers, body });
    const { messages } = await sent.json();
    await control(base, "/time", { ms: 5_000 });
    const found = await (await fetch(`${base}/${messages[0].id}`, { headers })).json();
    expect(found.messages[0]).toMatchObject({ message_status: "failed", errors: [{ code: 131047 }] });
  });

  it("applies any event, such as a customer blocking the business", async () => {
    const { base, world } = await served();
    await control(base, "/events", [
      { type: "contact_changed", waId: "15551234567", change: { blockedBy: "contact" } },
    ]);
    expect(contactIndex.find(world.current.contacts, "15551234567")?.blockedBy).toBe("contact");
  });

  it.each([
    ["POST", "/time", '{"ms": -1}', 400, /^ms: /],
    ["POST", "/time", '{"hours": 1}', 400, /^ms: |^hours: /],
    ["POST", "/time", "soon", 400, /^The body is not JSON: /],
    ["POST", "/time", '{"ms": 99999999999999}', 400, /ms: /],
    ["POST", "/inbound", '{"account": "sale", "from": "15551234567", "text": "Hi"}', 400, /default, support/],
    ["POST", "/inbound", '{"from": "+1 555", "text": "Hi"}', 400, /from: .*without \+/],
    ["POST", "/inbound", '{"message_id": "wamid.HBgM...", "button": 0}', 400, /not a template message/],
    ["POST", "/inbound", "[]", 400, /^The body must be a JSON object\. A text is \{"from"/],
    ["POST", "/inbound", "{}", 400, /^from: missing\. text: missing\. A text is/],
    ["POST", "/inbound", '{"from": "15551234567"}', 400, /^text: missing\. /],
    ["POST", "/inbound", '{"from": "15551234567", "text": ""}', 400, /^text: must not be empty\. /],
    ["POST", "/inbound", '{"from": 15551234567, "text": "Hi"}', 400, /^from: .*string.*15551234567/],
    ["POST", "/inbound", '{"from": "15551234567", "text": "Hi", "txt": 1}', 400, /^txt: no such field/],
    ["POST", "/inbound", '{"message_id": "wamid.a", "button": "0"}', 400, /^button: .*number/],
    ["POST", "/inbound", '{"button": 0}', 400, /^message_id: missing/],
    [
      "POST",
      "/inbound",
      '{"from": "15551234567", "type": "image"}',
      400,
      /^type: Not simulated: inbound messages of type image\. /,
    ],
    ["POST", "/events", '[{"type": "world_ended"}]', 400, /^0\.type: /],
    ["PUT", "", '{"version": 1, "clock": "noon"}', 400, /clock|seed|version/],
    ["POST", "/reset", "{}", 404, /Use GET, PUT or DELETE/],
    ["GET", "/time", null, 404, /Use GET, PUT or DELETE/],
  ])("refuses %s %s %s and says why", async (method, path, body, status, message) => {
    const { base, world } = await served();
    const response = await fetch(`${base}/_world${path}`, { method, body });
    const { error } = await response.json();
    expect([response.status, error]).toEqual([status, expect.stringMatching(message)]);
    expect(world.current).toEqual(seedWorld());
  });

  it.each([
    ["Origin", { Origin: "https://evil.example" }],
    ["Origin, its own", { Origin: "http://127.0.0.1" }],
    ["Sec-Fetch-Site", { "Sec-Fetch-Site": "cross-site" }],
    ["a Host that is a made-up name", { Host: "evil.example" }],
  ])("is closed to web pages, known by %s", async (_, headers) => {
    const { base } = await served();
    const { status, text } = await asked(base, headers);
    expect(status).toBe(403);
    expect(text).not.toContain("contacts");
  });

  it("answers no preflight and has no CORS headers, while the API beside it has", async () => {
    const { base } = await served();
    const preflight = await fetch(`${base}/_world/time`, {
      method: "OPTIONS",
      headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" },
    });
    expect(preflight.status).toBe(403);
    const own = await fetch(`${base}/_world`);
    expect(own.status).toBe(200);
    for (const { headers } of [preflight, own]) {
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
    expect((await fetch(`${base}/me`)).headers.get("access-control-allow-origin")).toBe("*");
  });

  it("is not reached by a path that only looks similar", async () => {
    const { base, token } = await served();
    const response = await fetch(`${base}/_worlds`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await response.json()).error.code).toBe(100);
  });
});

describe("a running clock", () => {
  it("advances the world in whole milliseconds and loses none", () => {
    const world = new GraphWorld(seedWorld());
    let now = 0.25;
    const step = clockSteps(world, () => now);
    for (const later of [0.5, 100.6, 100.9, 250.3, 250.3]) {
      now = later;
      step();
    }
    expect(world.current.clock).toBe(opening + 250);
  });

  it.each([
    [[], "advances with each call"],
    [["--clock", "run"], "runs in real time"],
    [["--webhook", "http://127.0.0.1:1/"], "runs in real time"],
    [["--webhook", "http://127.0.0.1:1/", "--clock", "calls"], "advances with each call"],
  ])("is chosen by %j", async (args, words) => {
    const { lines } = await commanded(...args);
    expect(lines.find((line) => line.startsWith("Simulated time"))).toContain(words);
  });

  it("advances without a call", async () => {
    const { base } = await commanded("--clock", "run");
    const clock = async () => (await (await fetch(`${base}/_world`)).json()).clock;
    const before = await clock();
    let after = before;
    while (after === before) after = await clock();
    expect(after).toBeGreaterThan(before);
  });
});

describe("arguments of npm run graph", () => {
  it.each([
    [["--clock", "fast"], '--clock must be run or calls, not "fast".'],
    [["--preflight", "no"], '--preflight must be answer or refuse, not "no".'],
    [["--app-secret", "x"], "--app-secret needs --webhook URL."],
    [["--webhook", "localhost"], '--webhook must be an http or https address, not "localhost".'],
    [["--webhook", "http://a.example", "--app-secret", ""], "--app-secret must not be empty."],
    [
      ["--webhook", "http://a.example", "--webhook-version", "99"],
      '--webhook-version must be a number from 16 to 26, not "99".',
    ],
  ])("%j are refused", async (args, message) => {
    await expect(commanded(...args)).rejects.toThrow(message);
  });
});

it("a call that is not simulated is reported in the terminal too", async () => {
  const { base, lines, token, phoneNumberId } = await commanded();
  const response = await fetch(`${base}/${phoneNumberId}/media`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
  });
  const { error } = await response.json();
  expect([response.status, error.message]).toEqual([
    501,
    `Not simulated: media uploads (POST /${phoneNumberId}/media). Meta's API has it.`,
  ]);
  expect(lines.at(-1)).toBe(error.message);
});

it.each([
  [{}, /^http:\/\/127\.0\.0\.1:\d+\/v26\.0\//],
  [{ "X-Forwarded-Proto": "https" }, /^https:\/\/127\.0\.0\.1:\d+\/v26\.0\//],
  [
    { "X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "graph.example, inner" },
    /^https:\/\/graph\.example\/v26\.0\//,
  ],
  [{ "X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "" }, /^http:\/\/127\.0\.0\.1:\d+\/v26\.0\//],
  [{ "X-Forwarded-Host": "a b/c" }, /^http:\/\/localhost\/v26\.0\//],
])("paging links lead back through a proxy: %j", async (headers, link) => {
  const { base, token, wabaId } = await served();
  const page = await fetch(`${base}/v26.0/${wabaId}/message_templates?limit=1`, {
    headers: { ...headers, Authorization: `Bearer ${token}` } as Record<string, string>,
  });
  expect((await page.json()).paging.next).toMatch(link);
});

it("so is an upload, however large the file", async () => {
  const { base, token, phoneNumberId } = await served();
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("file", new Blob([new Uint8Array(3_000_000)], { type: "image/jpeg" }), "cup.jpg");
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${base}/${phoneNumberId}/media`, { method: "POST", headers, body: form });
  expect([response.status, (await response.json()).error.message]).toEqual([
    501,
    expect.stringMatching(/^Not simulated: media uploads/),
  ]);
});
