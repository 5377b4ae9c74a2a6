import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { Client } from "./client";

/** A world as version 1 of the document stored it: calls made, customers who blocked and were blocked, a number unregistered. */
const stored: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("worlds/version-1.json", import.meta.url), "utf8"),
);

function read(value: unknown): World {
  const parsed = parseWorld(value);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

describe("a world stored by version 1", () => {
  it("is read with everything in it", () => {
    const world = read(stored);
    expect(world.version).toBe(2);
    expect(world.clock).toBe(stored.clock);
    expect(world.calls).toEqual(stored.calls);
    expect(world.faults).toEqual(stored.faults);
    expect(world.templates).toEqual(stored.templates);
    expect(world.accounts.map((account) => account.state)).toEqual([
      "connected",
      "connected",
      "not_registered",
    ]);
    const contacts = world.contacts.flat();
    expect(contacts.find((one) => one.profileName === "Harriet")?.blockedBy).toBe("contact");
    expect(contacts.find((one) => one.profileName === "Spam from Perth")?.blockedBy).toBe("business");
    expect(contacts.find((one) => one.profileName === "Aoife Byrne")).toMatchObject({
      behaviour: "no_whatsapp",
      blockedBy: null,
    });
    expect(world.messages.flat().find((one) => one.direction === "inbound")).toMatchObject({
      content: { type: "text", body: expect.stringContaining("order #12345") },
      context: null,
    });
  });

  it("continues: people who wrote can be answered, people who blocked stay blocked", () => {
    const client = new Client(read(stored));
    expect(client.sendText("15551234567").status).toBe(200);
    client.sendText("447700900567");
    expect(client.world.messages.flat().at(-1)).toMatchObject({ life: { end: "fails", code: 131026 } });
  });

  it("stays the same after being read and written", () => {
    const world = read(stored);
    expect(read(JSON.parse(JSON.stringify(world)))).toEqual(world);
  });

  it("is refused by field if it is invalid", () => {
    expect(parseWorld({ ...stored, clock: "noon" })).toEqual({
      ok: false,
      message: expect.stringMatching(/^clock: /),
    });
    expect(parseWorld({ ...stored, contacts: [[{ waId: 5 }]] })).toEqual({
      ok: false,
      message: expect.stringMatching(/^contacts\.0\.0\./),
    });
    expect(parseWorld({ ...stored, messages: 3, accounts: null, contacts: [null] }).ok).toBe(false);
    expect(parseWorld({ version: 1 })).toMatchObject({ ok: false });
  });
});

describe("a world of an unknown version", () => {
  it("is refused with advice if it is newer", () => {
    expect(parseWorld({ ...stored, version: 3 })).toEqual({
      ok: false,
      message:
        "version: this world has version 3, but this program supports up to version 2. Reload the page or update the program, then try again.",
    });
  });

  it.each([[0], [1.5], ["1"], [null], [undefined]])("is refused by field: %s", (version) => {
    expect(parseWorld({ ...stored, version })).toEqual({
      ok: false,
      message: expect.stringMatching(/^version: Expected 1 to 2 but received /),
    });
  });
});
