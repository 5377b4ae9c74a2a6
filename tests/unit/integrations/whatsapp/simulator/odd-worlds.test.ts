import { describe, expect, it } from "vitest";
import { worldText } from "../../../../../src/app/world-file";
import {
  chatsOf,
  rowsOf,
  unreadAt,
  wordsOf,
} from "../../../../../src/integrations/whatsapp/phone/conversations";
import { webhookBody } from "../../../../../src/integrations/whatsapp/server/webhooks/body";
import { noticesBetween } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import {
  parseEvents,
  parseWorld,
  receive,
  seedWorld,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { latestClock } from "../../../../../src/integrations/whatsapp/simulator/world/schema-parts";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import { readWorldText } from "../../../../../src/integrations/whatsapp/world-editor/import-world";
import { isJsonObject, type JsonValue } from "../../../../../src/shared/json";
import { sample, spread } from "../../../../support/sample";
import { Client } from "./client";

const oddTexts = [
  "",
  "\0",
  "\ud800",
  "a\udfffb",
  "👋🏽",
  "مرحبا",
  "\u202e",
  "{{1}}",
  "*_~`",
  "> ",
  "x".repeat(9_000),
];

/** What a world meets once it is taken: calls, time, a customer, webhooks, the phone. */
function live(world: World): Client | null {
  const [account] = world.accounts;
  if (account === undefined) return null;
  const client = new Client({ ...world, faults: [] }, account.name);
  for (const text of oddTexts) client.sendText("15551234567", text);
  client.sendTemplate("hello_world");
  client.get(`/${client.wabaId}/message_templates?limit=3`);
  client.get(`/${client.phoneNumberId}/contacts`);
  client.take([receive(client.world, account.phoneNumberId, "15551234567", "Hi")]);
  const before = client.world;
  client.wait(3_600_000);
  for (const notice of noticesBetween(before, client.world)) webhookBody(client.world, notice, 26);
  for (const { phoneNumberId } of world.accounts) {
    for (const { messages } of chatsOf(client.world, phoneNumberId)) {
      rowsOf(messages);
      for (const message of messages) wordsOf(message);
    }
    unreadAt(client.world, phoneNumberId);
  }
  return client;
}

/** Each place of a document, as its path. */
function placesOf(value: JsonValue, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = Array.isArray(value) || isJsonObject(value) ? Object.entries(value) : [];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...inner.flatMap(([key, one]) => placesOf(one, [...path, key])),
  ];
}

/** The document with another value at a path. */
function changed(value: JsonValue, [key, ...rest]: readonly string[], to: JsonValue): JsonValue {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((one: JsonValue, at) => (String(at) === key ? changed(one, rest, to) : one));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? changed(one, rest, to) : one]),
  );
}

describe("a world file", () => {
  it("is written exactly as it was read, whatever happened in the world", async () => {
    for (const ready of readyWorlds) {
      const client = live(await ready.load());
      if (client === null) throw new Error(`${ready.id} has no number`);
      const text = worldText(client.world);
      const again = readWorldText("world.json", text);
      if (!again.ok) throw new Error(again.message);
      expect(worldText(again.value.world) === text).toBe(true);
    }
  });

  it("with a wrong value anywhere is refused by its path, or the world works", () => {
    const seed: JsonValue = JSON.parse(JSON.stringify(seedWorld()));
    const wrong: readonly JsonValue[] = [null, 1.5, -1, "", [], {}, true, "\ud800", 1e308];
    const places = placesOf(seed);
    let taken = 0;
    for (const place of spread(places, sample(300, places.length))) {
      for (const value of wrong) {
        const parsed = parseWorld(changed(seed, place, value));
        if (!parsed.ok) expect(parsed.message).toContain(place[0]);
        else if (taken++ % sample(40, 1) === 0) live(parsed.value);
      }
    }
    expect(taken).toBeGreaterThan(100);
  });

  it("of version 1 with a wrong value is refused by its path too", () => {
    const old = { ...JSON.parse(JSON.stringify(seedWorld())), version: 1 };
    for (const field of ["accounts", "contacts", "templates", "messages", "business", "waba", "clock"]) {
      const parsed = parseWorld({ ...old, [field]: "nothing" });
      expect(parsed.ok ? "" : parsed.message).toMatch(new RegExp(`^${field}`));
    }
  });
});

it("the last representable moment breaks nothing: events can still be stored", () => {
  const client = new Client({ ...seedWorld(), clock: latestClock });
  expect(client.sendText("15551234567").status).toBe(200);
  client.wait(1_000);
  expect(client.sendText("447700900142").status).toBe(200);
  expect(parseEvents(JSON.parse(JSON.stringify(client.events)))).toMatchObject({ ok: true });
  expect(parseWorld(JSON.parse(JSON.stringify(client.world)))).toMatchObject({ ok: true });
});

it("a world may have one template in many languages and no contacts", () => {
  const seed = seedWorld();
  const [hello] = seed.templates;
  if (hello === undefined) throw new Error("no template");
  const languages = ["en", "en_US", "en_GB", "de", "fr", "zh_HK", "fil"];
  const world: World = {
    ...seed,
    contacts: [],
    messages: [],
    templates: languages.map((language, at) => ({ ...hello, language, id: String(77 + at) })),
  };
  expect(parseWorld(world)).toMatchObject({ ok: true });
  const client = new Client(world);
  for (const language of languages) {
    expect(client.sendTemplate("hello_world", undefined, { language }).status).toBe(200);
  }
  expect(client.sendTemplate("hello_world", undefined, { language: "pt_BR" }).status).toBe(404);
});
