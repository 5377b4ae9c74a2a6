import { describe, expect, it } from "vitest";
import { errorRow, knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors";
import {
  apply,
  mockAccounts,
  parseEvents,
  parseWorld,
  seedWorld,
  summarize,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { withAccounts } from "../../../../../src/integrations/whatsapp/simulator/page";
import { Client, sentId } from "./client";

function roundTrip(world: World): World {
  const parsed = parseWorld(JSON.parse(JSON.stringify(world)));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

describe("the world document", () => {
  it("survives being written and read", () => {
    const client = new Client();
    for (let count = 0; count < 300; count++)
      client.sendTemplate("hello_world", undefined, { to: `1212555${1000 + count}` });
    expect(roundTrip(seedWorld())).toEqual(seedWorld());
    expect(roundTrip(client.world)).toEqual(client.world);
    expect(summarize(client.world)).toBe("312 contacts, 16 templates, 305 messages");
  });

  it("accepts a file's lists however they are chunked", () => {
    const world = seedWorld();
    const cut = world.contacts.flat().map((contact) => [contact]);
    expect(roundTrip({ ...world, contacts: cut })).toEqual(world);
  });

  it.each([
    [
      "contacts.0.1.behaviour",
      (world: World) => ({
        ...world,
        contacts: [[world.contacts[0]?.[0], { ...world.contacts[0]?.[1], behaviour: 1 }]],
      }),
    ],
    ["version", (world: World) => ({ ...world, version: 3 })],
    ["version", (world: World) => ({ ...world, version: "1" })],
    ["clock", (world: World) => ({ ...world, clock: -1 })],
    [
      "accounts.0.token.value",
      (world: World) => ({
        ...world,
        accounts: [{ ...world.accounts[0], token: { ...world.accounts[0]?.token, value: "x" } }],
      }),
    ],
    ["templates", (world: World) => ({ ...world, templates: [world.templates[0], world.templates[0]] })],
    [
      "templates.0.components",
      (world: World) => ({ ...world, templates: [{ ...world.templates[0], components: [] }] }),
    ],
    [
      "messages",
      (world: World) => ({ ...world, messages: [[...world.messages.flat(), ...world.messages.flat()]] }),
    ],
    ["extra", (world: World) => ({ ...world, extra: 1 })],
    [
      "messages.0.0.readAt",
      (world: World) => ({
        ...world,
        messages: world.messages.map((piece) =>
          piece.map((one) => (one.direction === "inbound" ? { ...one, readAt: one.receivedAt - 1 } : one)),
        ),
      }),
    ],
    [
      "messages.0.1.life.deliveredAt",
      (world: World) => ({
        ...world,
        messages: world.messages.map((piece) =>
          piece.map((one) =>
            one.direction === "outbound" ? { ...one, life: { ...one.life, deliveredAt: 1 } } : one,
          ),
        ),
      }),
    ],
    ["The document", () => null],
    ["The document", () => "[]"],
  ])("names the field that is wrong: %s", (field, broken) => {
    const parsed = parseWorld(broken(seedWorld()));
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) expect(parsed.message.startsWith(field)).toBe(true);
  });

  it("accepts every error code", () => {
    for (const code of knownErrorCodes)
      expect(errorRow(code)).toMatchObject({ code, title: expect.stringMatching(/./) });
    expect(new Set(knownErrorCodes).size).toBe(knownErrorCodes.length);
  });
});

describe("accounts", () => {
  it("are made from the name: the same each time, different for each", () => {
    const names = ["default", "ops", "ops", "support desk", "Ünïcode"];
    const world = withAccounts(seedWorld(), names);
    expect(mockAccounts(world).map((one) => one.name)).toEqual([
      "default",
      "support",
      "sales",
      "ops",
      "support desk",
      "Ünïcode",
    ]);
    expect(withAccounts(seedWorld(), names)).toEqual(world);
    expect(withAccounts(world, names)).toBe(world);
    expect(roundTrip(world)).toEqual(world);
    const client = new Client(world, "support desk");
    expect(client.sendTemplate("hello_world").status).toBe(200);
    expect(client.get("/me").body).toMatchObject({ name: "Juniper Lane Tea (support desk)" });
  });

  it("name the client's base URL", () => {
    expect(mockAccounts(seedWorld())[0]).toEqual({
      name: "default",
      fields: {
        phone_number_id: expect.stringMatching(/^10\d{13}$/),
        waba_id: "102290129340398",
        base_url: "https://graph.facebook.com/v26.0",
      },
      token: expect.stringMatching(/^EAA[A-Za-z0-9]{61}$/),
    });
  });
});

describe("events", () => {
  it("contain everything: applied elsewhere they make the same world", () => {
    const client = new Client();
    const before = client.world;
    client.sendText("15551234567");
    client.sendTemplate("nope");
    client.get("/me");
    const parsed = parseEvents(JSON.parse(JSON.stringify(client.events)));
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.value.reduce(apply, before)).toEqual(client.world);
  });

  it("are refused by field if they are not events", () => {
    expect(parseEvents([{ type: "call_answered", operation: "send_message", latencyMs: -5 }])).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^0\.latencyMs: /),
    });
    expect(parseEvents("x")).toMatchObject({ ok: false });
    expect(parseEvents([{ type: "format_disk" }])).toMatchObject({ ok: false });
  });

  it("change nothing if they are impossible: a duplicate id, an unknown number", () => {
    const client = new Client();
    sentId(client.sendText("15551234567"));
    const [accepted] = client.events;
    if (accepted?.type !== "message_accepted") throw new Error("no message");
    expect(apply(client.world, accepted)).toBe(client.world);
    const stray = { ...accepted, message: { ...accepted.message, id: "wamid.x", phoneNumberId: "1" } };
    expect(apply(client.world, stray)).toBe(client.world);
  });

  it("leave the old world unchanged and share what did not change", () => {
    const client = new Client();
    const before = client.world;
    const copy = structuredClone(before);
    client.sendText("15551234567");
    expect(before).toEqual(copy);
    expect(client.world.templates).toBe(before.templates);
  });
});
