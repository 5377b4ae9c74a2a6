import { effect } from "@preact/signals";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupName, backupText, readBackup } from "../../../src/app/backup";
import { backupParts } from "../../../src/app/backup-parts";
import { PROGRESS_PREFIX, parseProgress, progressRecord } from "../../../src/app/lessons-record";
import { createNotices } from "../../../src/app/notices";
import { openScripts } from "../../../src/app/scripts";
import { createSettings } from "../../../src/app/settings";
import { openWorld } from "../../../src/app/simulated-world";
import { loadWorld } from "../../../src/integrations/whatsapp/index";
import type { World } from "../../../src/integrations/whatsapp/simulator/world/world";
import { memoryStore } from "../../../src/storage/store";

const later = () => () => {};
let counter = 0;
const newId = () => `id${counter++}`;

/** A page's models, in a browser of its own. */
async function page() {
  const notices = createNotices();
  const scripts = await openScripts({
    store: memoryStore(),
    notices,
    welcome: { name: "welcome.lua", source: "print('welcome')" },
    tabs: null,
    later,
    now: () => 0,
    newId,
  });
  const world = openWorld({
    record: "world",
    loadSimulator: loadWorld,
    store: memoryStore(),
    tabs: null,
    notices,
    later,
    now: () => 0,
    newId,
  });
  await world.restored;
  const settings = createSettings(null);
  const models = { scripts, world, settings };
  const lessons = { store: memoryStore(), changed() {} };
  return {
    ...models,
    notices,
    lessons: lessons.store,
    parts: backupParts({ ...models, lessons: { progress: lessons } }),
  };
}

const renamed = (world: World): World => ({ ...world, business: { ...world.business, name: "Café 茶" } });
const said = (parts: Awaited<ReturnType<typeof page>>["parts"], text: string) => {
  const read = readBackup(parts, "mine.json", text);
  return read.ok ? "it was read" : read.message;
};

describe("an export of everything", () => {
  it("brings scripts, world and settings to another browser when asked to", async () => {
    const here = await page();
    here.scripts.create("mine.lua", "print('mine') -- 🌙");
    here.world.edit(renamed);
    here.settings.update({ theme: "dark" });
    const text = await backupText(here.parts, 0);

    const there = await page();
    const read = readBackup(there.parts, backupName(0), text);
    if (!read.ok) throw new Error(read.message);
    expect(read.value.offers.map(({ replaces }) => replaces)).toEqual([false, true, true]);
    // Reading alone changes nothing.
    expect(there.scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    for (const offer of read.value.offers) await offer.take();
    expect(there.scripts.all.value.map(({ name }) => name)).toEqual(["mine.lua", "welcome.lua"]);
    expect(there.scripts.current.value.name).toBe("welcome.lua");
    expect(there.world.world.value?.business.name).toBe("Café 茶");
    expect(there.settings.settings.value.theme).toBe("dark");
  });

  it("adds to existing data without overwriting or duplicating anything", async () => {
    const here = await page();
    here.scripts.edit("print('theirs')");
    const text = await backupText(here.parts, 0);
    const there = await page();
    for (let time = 0; time < 2; time++) {
      const read = readBackup(there.parts, "mine.json", text);
      if (!read.ok) throw new Error(read.message);
      for (const offer of read.value.offers) await offer.take();
    }
    expect(there.scripts.all.value.map(({ name, source }) => [name, source])).toEqual([
      ["welcome-2.lua", "print('theirs')"],
      ["welcome.lua", "print('welcome')"],
    ]);
  });

  it("contains no token and does not loosen live permissions", async () => {
    const here = await page();
    here.world.edit(renamed);
    const loose = { whatsapp: { read: "allow", write: "allow" } } as const;
    here.settings.update({ permissions: loose, theme: "dark" });
    const text = await backupText(here.parts, 0);
    expect(text).not.toMatch(/EAA[A-Za-z0-9]{20}/);
    const there = await page();
    const forged = text.replace('"theme"', `"permissions": ${JSON.stringify(loose)}, "theme"`);
    for (const file of [text, forged]) {
      const read = readBackup(there.parts, "mine.json", file);
      if (read.ok) for (const offer of read.value.offers) await offer.take();
    }
    expect(there.settings.settings.value.permissions).toEqual({});
    expect(there.settings.settings.value.theme).toBe("dark");
  });

  it("merges lesson progress and keeps a lesson's script with its lesson", async () => {
    const lesson = (passedAt: number | null, attempts: number) => ({ passedAt, attempts, hints: 0 });
    const here = await page();
    here.scripts.create("first.lua", "print('mine')", "lesson:built-in:first");
    await here.lessons.update(`${PROGRESS_PREFIX}built-in`, () =>
      progressRecord({ current: "second", lessons: { first: lesson(5, 2), second: lesson(null, 1) } }),
    );
    const there = await page();
    await there.lessons.update(`${PROGRESS_PREFIX}built-in`, () =>
      progressRecord({ current: "first", lessons: { first: lesson(null, 7), third: lesson(9, 1) } }),
    );
    const read = readBackup(there.parts, "mine.json", await backupText(here.parts, 0));
    if (!read.ok) throw new Error(read.message);
    for (const offer of read.value.offers) if (!offer.replaces) await offer.take();
    expect(parseProgress(await there.lessons.get(`${PROGRESS_PREFIX}built-in`))).toMatchObject({
      current: "first",
      lessons: { first: lesson(5, 7), second: lesson(null, 1), third: lesson(9, 1) },
    });
    expect(there.scripts.all.value.map(({ id, name }) => [id, name])).toContainEqual([
      "lesson:built-in:first",
      "first.lua",
    ]);
  });

  it("keeps the learner's own code for a lesson and says so", async () => {
    const here = await page();
    here.scripts.create("first.lua", "print('theirs')", "lesson:built-in:first");
    here.scripts.create("second.lua", "print('welcome')", "lesson:built-in:second");
    const there = await page();
    there.scripts.create("first.lua", "print('mine')", "lesson:built-in:first");
    there.scripts.select("welcome");
    const seen: string[] = [];
    const end = effect(() => void seen.push(there.scripts.current.value.name));
    const text = await backupText(here.parts, 0);
    for (let time = 0; time < 2; time++) {
      const read = readBackup(there.parts, "mine.json", text);
      if (!read.ok) throw new Error(read.message);
      expect(read.value.offers.map(({ title }) => title)).toEqual(
        time === 1
          ? []
          : [
              "2 scripts, added to yours: first.lua, second.lua. Your own lesson code stays. The imported first.lua is added next to it",
            ],
      );
      for (const offer of read.value.offers) await offer.take();
    }
    end();
    const found = there.scripts.all.value.map(({ id, name, source }) => [id, name, source]);
    expect(found).toContainEqual(["lesson:built-in:first", "first.lua", "print('mine')"]);
    expect(found).toContainEqual([expect.stringMatching(/^id/), "first-2.lua", "print('theirs')"]);
    // The same text as the welcome script, and the lesson's own all the same.
    expect(found).toContainEqual(["lesson:built-in:second", "second.lua", "print('welcome')"]);
    expect(found).toHaveLength(4);
    // None of them was opened on the way, which would have brought its lesson along.
    expect(new Set(seen)).toEqual(new Set([there.scripts.current.value.name]));
  });

  it("names the damaged field", async () => {
    const { parts, world } = await page();
    world.edit(renamed);
    const whole = JSON.parse(await backupText(parts, 0));
    const damaged = (change: object) => JSON.stringify({ ...whole, parts: { ...whole.parts, ...change } });
    expect(said(parts, "{")).toMatch(/^Couldn't import mine\.json: it isn't JSON/);
    expect(said(parts, "{}")).toMatch(/^Couldn't import mine\.json: it isn't a backup file/);
    expect(said(parts, damaged({ scripts: [{ name: "a.lua" }] }))).toMatch(/parts\.scripts\.0\.source: /);
    expect(said(parts, damaged({ world: { ...whole.parts.world, clock: "noon" } }))).toMatch(
      /parts\.world\.clock: /,
    );
    expect(said(parts, JSON.stringify({ ...whole, version: 9 }))).toMatch(/newer version.*Reload/);
  });

  it("made of arbitrary JSON is offered or refused with a sentence", async () => {
    const { parts } = await page();
    const whole = JSON.parse(await backupText(parts, 0));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("scripts", "lessons", "world", "settings"),
        (value, part) => {
          expect(said(parts, JSON.stringify(value)).length).toBeGreaterThan(5);
          expect(said(parts, JSON.stringify({ ...whole, parts: { [part]: value } })).length).toBeGreaterThan(
            5,
          );
        },
      ),
    );
  });
});
