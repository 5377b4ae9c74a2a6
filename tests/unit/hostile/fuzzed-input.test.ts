/** Links, worlds, archives, backups and HTTP bodies, changed at random: each is read, or refused in words. */
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readBackup } from "../../../src/app/backup";
import { backupParts } from "../../../src/app/backup-parts";
import { createNotices } from "../../../src/app/notices";
import { openScripts } from "../../../src/app/scripts";
import { createSettings } from "../../../src/app/settings";
import { openWorld } from "../../../src/app/simulated-world";
import { loadWorld } from "../../../src/integrations/whatsapp/index";
import { respond, seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { readWorldText } from "../../../src/integrations/whatsapp/world-editor/import-world";
import { filesOfZip } from "../../../src/lessons/files/zip";
import { CourseProblem } from "../../../src/lessons/format/problem";
import { readCourse } from "../../../src/lessons/format/read-course";
import { linkVersion, readLink } from "../../../src/share/link";
import { pack } from "../../../src/share/pack";
import type { JsonValue } from "../../../src/shared/json";
import { memoryStore } from "../../../src/storage/store";
import { sample } from "../../support/sample";
import { sampleCourse, sampleLesson } from "../lessons/sample-course";
import { runInNode } from "../lessons/trial";

/** Of each of the five kinds: 10,000 in all, which takes ten seconds, and 50,000 in `npm run test:deep`. */
const RUNS = { numRuns: sample(800, 10_000) };

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    -1,
    1e308,
    0.5,
    "",
    "\0",
    "__proto__",
    "\ud800",
    "x".repeat(70_000),
    null,
    [],
    {},
    true,
  ),
  fc
    .integer({ min: 1, max: 400 })
    .map((depth) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown),
);
const changes = fc.array(
  fc.record({ where: fc.nat(), key: fc.constantFrom("replace", "drop", "add"), value: odd }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
type Changes = readonly { readonly where: number; readonly key: string; readonly value: unknown }[];

/** A document with values replaced, dropped and added anywhere. */
function changed(document: unknown, list: Changes): unknown {
  const root: { document: unknown } = { document: structuredClone(document) };
  for (const { where, key, value } of list) {
    const places: { holder: object; name: string }[] = [];
    const visit = (holder: object) => {
      for (const name of Object.keys(holder)) {
        places.push({ holder, name });
        const inner: unknown = Reflect.get(holder, name);
        if (typeof inner === "object" && inner !== null && places.length < 20_000) visit(inner);
      }
    };
    visit(root);
    const place = places[where % places.length];
    if (place === undefined) continue;
    if (key === "drop") Reflect.deleteProperty(place.holder, place.name);
    else Reflect.set(place.holder, key === "add" ? `${place.name}x` : place.name, value);
  }
  return root.document;
}

/** A text with pieces of it replaced. */
function torn(text: string, list: Changes): string {
  return list.reduce((out, { where, key, value }) => {
    const at = where % (out.length + 1);
    return out.slice(0, at) + (key === "drop" ? "" : String(value)) + out.slice(at + (key === "add" ? 0 : 3));
  }, text);
}

const asText = (document: unknown) => JSON.stringify(document) ?? "";
const tearing = fc.boolean();

describe("outside input, changed at random, is read or refused with an explanation", () => {
  test("links", async () => {
    const content = { name: "a.lua", script: "print('tea')", world: seedWorld() };
    await fc.assert(
      fc.asyncProperty(changes, tearing, async (list, tear) => {
        const packed = await pack(asText(tear ? content : changed(content, list)));
        const read = await readLink(`#s=${linkVersion}.${tear ? torn(packed, list) : packed}`);
        if (!read.ok)
          expect(read.message).toMatch(/^(Couldn't open this link: |This link is incomplete)[\s\S]+\.$/);
      }),
      RUNS,
    );
  });

  test("worlds", () => {
    fc.assert(
      fc.property(changes, tearing, (list, tear) => {
        const text = tear ? torn(asText(seedWorld()), list) : asText(changed(seedWorld(), list));
        const read = readWorldText("mine.json", text);
        if (!read.ok) expect(read.message).toMatch(/^Couldn't import mine\.json: \S[\s\S]+/);
      }),
      RUNS,
    );
  });

  test("archives", async () => {
    const byte = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(changes, fc.array(byte, { maxLength: 3 }), tearing, async (list, bytes, tear) => {
        const lesson = tear ? torn(asText(sampleLesson), list) : asText(changed(sampleLesson, list));
        const files = sampleCourse({ "01-return/lesson.json": lesson });
        const zip = zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])));
        if (list.length === 1) for (const [at, value] of bytes) zip[at % zip.length] = value;
        try {
          const course = readCourse(await filesOfZip("tea.zip", zip));
          for (const world of course.lessons.flatMap(({ worlds }) => worlds)) await world.make(1, runInNode);
        } catch (error) {
          if (!(error instanceof CourseProblem)) throw error;
          expect(error.message).toMatch(/^\S[\s\S]*: [\s\S]+[.?]$/);
        }
      }),
      RUNS,
    );
  });

  test("backups", async () => {
    const later = () => () => {};
    const notices = createNotices();
    let ids = 0;
    const shared = {
      store: memoryStore(),
      notices,
      tabs: null,
      later,
      now: () => 0,
      newId: () => String(ids++),
    };
    const scripts = await openScripts({
      ...shared,
      welcome: { name: "welcome.lua", source: "" },
    });
    const world = openWorld({ ...shared, store: memoryStore(), record: "world", loadSimulator: loadWorld });
    await world.restored;
    const lessons = { progress: { store: memoryStore(), changed() {} } };
    const parts = backupParts({ scripts, world, settings: createSettings(null), lessons });
    const backup = {
      ...{ format: "lua-agent-playground-backup", version: 1, savedAt: "2026-01-01T00:00:00Z" },
      parts: {
        scripts: [{ name: "a.lua", source: "return 1" }],
        lessons: {
          "tea-class": { current: "01", lessons: { "01": { passedAt: 1, attempts: 2, hints: 0 } } },
        },
        world: seedWorld(),
        settings: { theme: "dark" },
      },
    };
    fc.assert(
      fc.property(changes, tearing, (list, tear) => {
        const text = tear ? torn(asText(backup), list) : asText(changed(backup, list));
        const read = readBackup(parts, "mine.json", text);
        if (!read.ok) expect(read.message).toMatch(/^Couldn't import mine\.json: \S[\s\S]+/);
      }),
      RUNS,
    );
  });

  test("HTTP bodies", () => {
    const world = seedWorld();
    const account = world.accounts[0];
    if (account === undefined) throw new Error("no account");
    const body: JsonValue = {
      ...{ messaging_product: "whatsapp", recipient_type: "individual", to: "15551234567", type: "template" },
      text: { body: "Hi", preview_url: true },
      template: {
        name: "order_update",
        language: { code: "en_US" },
        components: [{ type: "body", parameters: [{ type: "text", text: "Maya" }] }],
      },
    };
    fc.assert(
      fc.property(changes, tearing, (list, tear) => {
        const { reply } = respond(world, {
          method: "POST",
          url: `https://graph.facebook.com/v25.0/${account.phoneNumberId}/messages`,
          headers: { Authorization: `Bearer ${account.token}`, "Content-Type": "application/json" },
          body: tear ? torn(asText(body), list) : asText(changed(body, list)),
        });
        if (reply.kind === "response" && reply.response.status !== 200) {
          expect(JSON.parse(reply.response.body ?? "")).toMatchObject({
            error: { message: expect.stringMatching(/\S/) },
          });
        }
      }),
      RUNS,
    );
  });
});
