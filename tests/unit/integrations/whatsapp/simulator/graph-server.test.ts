import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { runGraph } from "../../../../../src/integrations/whatsapp/server/command";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import {
  createGraphServer,
  type GraphServerOptions,
} from "../../../../../src/integrations/whatsapp/server/server";
import {
  mockAccounts,
  seedWorld,
  summarize,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";

import { bodyOf } from "../server/served";

const world = seedWorld();
const [account] = mockAccounts(world);
const token = account?.token ?? "";
const number = account?.fields.phone_number_id ?? "";
const waba = account?.fields.waba_id ?? "";
const bearer = { Authorization: `Bearer ${token}` };
const hello = { messaging_product: "whatsapp", to: "15551234567", text: { body: "Hi" } };

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(options: Partial<GraphServerOptions> = {}): Promise<string> {
  const server = createGraphServer({ world: new GraphWorld(world), ...options });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return addressOf(server);
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return `http://127.0.0.1:${address.port}`;
}

function send(base: string, body: unknown = hello): Promise<Response> {
  return fetch(`${base}/v26.0/${number}/messages`, {
    method: "POST",
    headers: { ...bearer, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

describe("the simulator over HTTP", () => {
  it("accepts a JSON send and remembers it", async () => {
    const served = new GraphWorld(world);
    const base = await start({ world: served });
    const response = await send(base);
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const sent = await response.json();
    const id = encodeURIComponent(sent.messages[0].id);
    const got = await (await fetch(`${base}/v26.0/${id}`, { headers: bearer })).json();
    expect(got.messages[0]).toMatchObject({ text: { body: "Hi" } });
    expect(summarize(served.current)).toBe("12 contacts, 16 templates, 6 messages");
  });

  it("accepts a form with nested JSON and the token inside, without preflight", async () => {
    const base = await start();
    const form = new URLSearchParams({
      access_token: token,
      messaging_product: "whatsapp",
      to: "15551234567",
      type: "text",
      text: JSON.stringify({ body: "[Hi] {there}", preview_url: true }),
    });
    const response = await fetch(`${base}/v26.0/${number}/messages`, { method: "POST", body: form });
    expect(response.status).toBe(200);
    const { messages } = await response.json();
    const path = `${base}/v26.0/${encodeURIComponent(messages[0].id)}?access_token=${token}`;
    expect((await (await fetch(path)).json()).messages[0].text).toEqual({
      body: "[Hi] {there}",
      preview_url: true,
    });
  });

  it("returns next links that lead through all templates and never contain the token", async () => {
    const base = await start();
    const names: string[] = [];
    let next: string | undefined = `${base}/v26.0/${waba}/message_templates?limit=5&access_token=${token}`;
    while (next !== undefined) {
      const page: { data: { id: string }[]; paging?: { next?: string } } = await (
        await fetch(next, { headers: bearer })
      ).json();
      names.push(...page.data.map((one) => one.id));
      next = page.paging?.next;
      expect(next ?? "").not.toContain(token);
    }
    expect(new Set(names).size).toBe(16);
    expect(names).toHaveLength(16);
  });

  it("answers the preflight of a page that sends Authorization and JSON", async () => {
    const response = await fetch(`${await start()}/v26.0/me`, { method: "OPTIONS" });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-headers")).toContain("Authorization");
  });

  it("refuses preflights if told to", async () => {
    const response = await fetch(`${await start({ preflight: "refuse" })}/v26.0/me`, { method: "OPTIONS" });
    expect(response.status).toBe(400);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("applies the world's faults: a proxy's page in place of Meta's answer", async () => {
    const page = "<!doctype html><title>502 Bad Gateway</title>";
    const effect = { kind: "http", status: 502, contentType: "text/html", body: page } as const;
    const faulty: World = { ...world, faults: [{ operation: "send_message", from: 1, count: 1, effect }] };
    const base = await start({ world: new GraphWorld(faulty) });
    const met = await send(base);
    expect([met.status, met.headers.get("content-type"), await met.text()]).toEqual([502, "text/html", page]);
    expect((await send(base)).status).toBe(200);
  });

  it.each(["PUT", "PATCH", "TRACE", "PROPFIND"])("refuses %s as Graph refuses", async (method) => {
    const url = `${await start()}/me`;
    const answer = await new Promise<IncomingMessage>((resolve) => {
      request(url, { method, headers: bearer }, resolve).end();
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers).toMatchObject({
      "facebook-api-version": expect.stringMatching(/^v\d+\.0$/),
      "x-fb-trace-id": expect.any(String),
      "www-authenticate": `OAuth "Facebook Platform" "invalid_code" "(#100) Unsupported method: ${method}"`,
    });
    expect(JSON.parse((await bodyOf(answer)).toString("utf8"))).toEqual({
      error: {
        message: `(#100) Unsupported method: ${method}`,
        type: "GraphMethodException",
        code: 100,
        fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
      },
    });
  });

  it("refuses a body over 1 MB", async () => {
    const base = await start();
    const large = await send(base, { ...hello, text: { body: "x".repeat(1_100_000) } });
    expect(large.status).toBe(413);
  });

  it("answers HEAD without a body", async () => {
    const response = await fetch(`${await start()}/v26.0/me`, { method: "HEAD", headers: bearer });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

describe("npm run graph", () => {
  async function run(...args: string[]) {
    const lines: string[] = [];
    const errors: string[] = [];
    const ended = await runGraph(args, {
      out: (line) => lines.push(line),
      error: (line) => errors.push(line),
    });
    if (ended.running !== null) running.push(ended.running.server);
    return { ...ended, lines, errors };
  }

  it("prints an address that answers and the accounts to use there", async () => {
    const { running: graph, lines } = await run();
    expect(graph).not.toBeNull();
    const base = /http:\S+/.exec(lines[0] ?? "")?.[0];
    const [printed = ""] = /EAA\w{61}/.exec(lines.join("\n")) ?? [];
    const me = await (await fetch(`${base}/me`, { headers: { Authorization: `Bearer ${printed}` } })).json();
    expect(me.name).toBe("Juniper Lane Tea (default)");
  });

  it("makes its own tokens, but keeps private ones in a world's file", async () => {
    const tokensOf = (lines: readonly string[]) => lines.join("\n").match(/(?<=token )\w+/g) ?? [];
    const first = tokensOf((await run()).lines);
    expect(first).toHaveLength(world.accounts.length);
    const known = world.accounts.map((one) => one.token.value);
    const all = [...first, ...tokensOf((await run()).lines), ...known];
    expect(new Set(all).size).toBe(3 * known.length);
    const folder = await mkdtemp(join(tmpdir(), "graph-"));
    try {
      const file = join(folder, "world.json");
      const accounts = world.accounts.map((one, at) =>
        at === 0 ? { ...one, token: { ...one.token, value: "MyVeryOwnToken" } } : one,
      );
      await writeFile(file, JSON.stringify({ ...world, accounts }));
      const [own, ...others] = tokensOf((await run("--world", file)).lines);
      expect(own).toBe("MyVeryOwnToken");
      for (const other of others) expect(known).not.toContain(other);
      const kept = join(folder, "kept.json");
      const begun = await run("--save-world", kept);
      await begun.running?.close();
      const again = await run("--save-world", kept);
      await again.running?.close();
      expect(tokensOf(again.lines)).toEqual(tokensOf(begun.lines));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("refuses an invalid origin", async () => {
    for (const wrong of ["app.example", "https://app.example/page", "*", "ftp://app.example"]) {
      const refused = await run("--allow-origin", wrong);
      expect(refused.errors[0]).toBe(
        `--allow-origin must be an origin such as https://app.example, not "${wrong}".`,
      );
    }
  });

  it("serves a world from a file and names what is wrong in a bad one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graph-"));
    try {
      const good = join(folder, "good.json");
      const bad = join(folder, "bad.json");
      await writeFile(good, JSON.stringify({ ...world, templates: [] }));
      await writeFile(bad, JSON.stringify({ ...world, clock: "noon" }));
      expect((await run("--world", good)).lines[0]).toContain("0 templates");
      const refused = await run("--world", bad);
      expect(refused.failed).toBe(true);
      expect(refused.errors[0]).toContain("clock: ");
      expect((await run("--world", join(folder, "none.json"))).errors[0]).toContain("none.json");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("prints its usage and refuses an invalid port", async () => {
    expect((await run("--help")).lines[0]).toContain("--port N");
    const refused = await run("--port", "http");
    expect(refused.failed).toBe(true);
    expect(refused.errors[0]).toBe('--port must be a number from 0 to 65535, not "http".');
  });
});
