import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runGraph } from "../../../../../src/integrations/whatsapp/server/command";
import { Journal } from "../../../../../src/integrations/whatsapp/server/store/journal";
import { parseWorld, seedWorld, worldData } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, text } from "../simulator/client";
import { bodyOf, commanded, control, customer, Inbox, serving } from "./served";

let folder = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graph-kept-"));
  file = join(folder, "world.json");
});
afterEach(() => rm(folder, { recursive: true }));

/** A subscriber that can be down: then it answers 503, and what it gets counts as not taken. */
async function subscriber() {
  const tried = new Inbox<string>();
  const taken = new Inbox<string>();
  const state = { isDown: false };
  const url = await serving(async (incoming, outgoing) => {
    const body = (await bodyOf(incoming)).toString("utf8");
    tried.put(body);
    if (!state.isDown) taken.put(body);
    outgoing.writeHead(state.isDown ? 503 : 200).end();
  });
  return { url, tried, taken, state };
}

/** What a webhook says, in a word: a status, or what the customer wrote. */
function said(body: string): string {
  const value = at(JSON.parse(body), "entry", 0, "changes", 0, "value");
  return text(at(value, "statuses", 0, "status") ?? at(value, "messages", 0, "text", "body"));
}

function start(url: string, ...more: readonly string[]) {
  return commanded("--save-world", file, "--webhook", url, "--clock", "calls", ...more);
}

describe("--save-world", () => {
  it("sends a subscriber that was down everything it missed, in order, even after a restart", async () => {
    const { url, tried, taken, state } = await subscriber();
    state.isDown = true;
    const first = await start(url);
    await customer(first.base, { from: "15551234567", text: "Where is my tea?" });
    const sent = await fetch(`${first.base}/v26.0/${first.phoneNumberId}/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${first.token}` },
      body: JSON.stringify({ messaging_product: "whatsapp", to: "15551234567", text: { body: "Soon." } }),
    });
    expect(sent.status).toBe(200);
    await control(first.base, "/time", { ms: 3_600_000 });
    await tried.next();
    await first.close();
    state.isDown = false;

    const second = await start(url, "--world", "clinic");
    expect(second.lines.join("\n")).toContain(`Continuing from ${file}, with 4 webhooks still to deliver`);
    const heard = [await taken.next(), await taken.next(), await taken.next(), await taken.next()];
    expect(heard.map(said)).toEqual(["Where is my tea?", "sent", "delivered", "read"]);
    await customer(second.base, { from: "15551234567", text: "Thanks!" });
    expect(said(await taken.next())).toBe("Thanks!");
    await second.close();
    // What was answered is not told again; the last answer may still have been on its way.
    const third = await start(url);
    expect(third.lines.join("\n")).not.toMatch(/with [2-9]/);
    await third.close();
  });

  it("continues with the same world, which the other commands can read", async () => {
    const first = await commanded("--save-world", file);
    await customer(first.base, { from: "15551234567", text: "Hello?" });
    const world: unknown = await (await fetch(`${first.base}/_world`)).json();
    await first.close();
    const kept: unknown = JSON.parse(await readFile(file, "utf8"));
    expect(kept).toEqual(world);
    expect(parseWorld(kept)).toMatchObject({ ok: true });
    const second = await commanded("--save-world", file);
    expect(await (await fetch(`${second.base}/_world`)).json()).toEqual(world);
    await second.close();
    // Nothing half written is left over.
    expect(await readdir(folder)).toEqual(["world.json"]);
  });

  it("keeps a world that was replaced or reset", async () => {
    const server = await commanded("--save-world", file);
    const other = { ...seedWorld(), templates: [] };
    await fetch(`${server.base}/_world`, { method: "PUT", body: JSON.stringify(other) });
    await server.close();
    const kept = parseWorld(JSON.parse(await readFile(file, "utf8")));
    expect(kept.ok && worldData(kept.value).templates).toEqual([]);
  });

  it("names the file and the field if a saved world cannot be read", async () => {
    const errorOf = async () => {
      const errors: string[] = [];
      const { failed } = await runGraph(["--save-world", file], {
        out: () => {},
        error: (line) => errors.push(line),
      });
      expect(failed).toBe(true);
      return errors[0];
    };
    await writeFile(file, "{");
    expect(await errorOf()).toContain(`--save-world: ${file} is not JSON`);
    await writeFile(file, JSON.stringify({ ...seedWorld(), clock: "noon" }));
    expect(await errorOf()).toContain(`--save-world: ${file}: clock: `);
    await rm(file);
    file = join(folder, "none", "world.json");
    expect(await errorOf()).toContain(`--save-world: couldn't write ${file}: ENOENT`);
  });

  it("acknowledges nothing that the disk refuses, and says so once", async () => {
    const server = await commanded("--save-world", file);
    const write = vi.spyOn(Journal.prototype, "append").mockImplementation(() => {
      throw new Error("ENOSPC");
    });
    const before: unknown = await (await fetch(`${server.base}/_world`)).json();
    const headers = { Authorization: `Bearer ${server.token}` };
    const refused = await fetch(`${server.base}/v26.0/me`, { headers });
    expect([refused.status, await refused.json()]).toMatchObject([
      500,
      { error: { message: "Nothing was done, because the change can't be saved: ENOSPC" } },
    ]);
    const inbound = JSON.stringify({ from: "15551234567", text: "Hello?" });
    const said = await fetch(`${server.base}/_world/inbound`, { method: "POST", body: inbound });
    expect(said.status).toBe(500);
    expect(await (await fetch(`${server.base}/_world`)).json()).toEqual(before);
    expect(server.lines.filter((line) => line.includes("can't be saved"))).toHaveLength(1);
    write.mockRestore();
    expect((await fetch(`${server.base}/v26.0/me`, { headers })).status).toBe(200);
    await server.close();
  });
});
