import { effect } from "@preact/signals";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import type { LessonsModel } from "../../../src/app/lessons";
import { mergeProgress, parseUnsavedLessons } from "../../../src/app/lessons-record";
import { memoryStore } from "../../../src/storage/store";
import { unloadStore } from "../../../src/storage/unload-store";
import { localStorageLike, tabs } from "../app/browser-parts";
import { files, tab } from "./lessons-tab";
import { sampleCourse, sampleLesson } from "./sample-course";

/** Presses Check and waits for the verdict. */
async function checked(lessons: LessonsModel, seed?: number): Promise<boolean> {
  lessons.startCheck(seed);
  await new Promise<void>((resolve) => {
    effect(() => void (lessons.check.value.kind !== "checking" && resolve()));
  });
  const state = lessons.check.value;
  if (state.kind !== "judged") throw new Error(JSON.stringify(state));
  return state.verdict.passed;
}

describe("a lesson's script", () => {
  test("is one more script, made when the lesson starts, and found again", async () => {
    const { lessons, scripts } = await tab();
    expect(scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    lessons.open("reading-a-result");
    expect(scripts.current.value.name).toBe("reading-a-result.lua");
    scripts.edit("return 1 -- mine");
    lessons.open("first-call");
    lessons.open("reading-a-result");
    expect(scripts.current.value.source).toBe("return 1 -- mine");
    expect(scripts.all.value).toHaveLength(3);
  });

  test("opens its lesson when selected among the scripts", async () => {
    const { lessons, scripts } = await tab();
    lessons.open("pages");
    const own = scripts.current.value.id;
    lessons.open("accounts");
    scripts.select(own);
    expect(lessons.lesson.value.id).toBe("pages");
  });

  test("is found again if it was started when lessons had numbers", async () => {
    const { lessons, scripts } = await tab();
    scripts.create("03-the-window.lua", "return 'mine'", "lesson:whatsapp-from-lua:03-the-window");
    lessons.open("the-window");
    expect(scripts.current.value.source).toBe("return 'mine'");
    lessons.open("templates");
    scripts.select("lesson:whatsapp-from-lua:03-the-window");
    expect(lessons.lesson.value.id).toBe("the-window");
    lessons.reset();
    expect(scripts.current.value.source).toBe(lessons.lesson.value.starter);
    expect(scripts.all.value.filter(({ name }) => name.includes("window"))).toHaveLength(1);
  });

  test("can be reset to the starter and restored", async () => {
    const { lessons, scripts, notices } = await tab();
    lessons.open("first-call");
    scripts.edit("-- mine");
    lessons.reset();
    expect(scripts.current.value.source).toBe(lessons.lesson.value.starter);
    notices.all.value.at(-1)?.action?.run();
    expect(scripts.current.value.source).toBe("-- mine");
  });
});

test("the solution opens after the learner's own attempt is checked, and using it can be undone", async () => {
  const { lessons, scripts, notices } = await tab();
  lessons.open("first-call");
  expect(await checked(lessons)).toBe(false);
  expect(lessons.solution.value).toBe("after-try");
  scripts.edit("print('mine')");
  expect(await checked(lessons)).toBe(false);
  expect(lessons.solution.value).toBe("open");
  lessons.takeSolution();
  expect(scripts.current.value.source).toBe(lessons.lesson.value.solution);
  notices.all.value.at(-1)?.action?.run();
  expect(scripts.current.value.source).toBe("print('mine')");
});

test.each([
  ["after-pass", ["after-pass", "after-pass", "open"]],
  ["never", ["never", "never", "never"]],
])("a course may show solutions %s", async (solutions, expected) => {
  const { lessons, scripts } = await tab();
  await lessons.openFolder(
    files({ "course.json": JSON.stringify({ id: "tea-class", title: "Tea class", solutions }) }),
  );
  lessons.open("01-return");
  const seen: string[] = [lessons.solution.value];
  for (const source of ["return 41", "return 42"]) {
    scripts.edit(source);
    await checked(lessons);
    seen.push(lessons.solution.value);
  }
  expect(seen).toEqual(expected);
});

test("gets the lesson's world into the simulator only on request", async () => {
  const { lessons, worlds } = await tab();
  lessons.open("templates");
  expect(await checked(lessons)).toBe(false);
  expect(worlds).toEqual([]);
  await lessons.tryIn(1);
  expect(worlds.map(({ templates }) => templates.map(({ name }) => name))).toEqual([["pickup_note"]]);
});

test("says that Run needs a world of the lesson until one is in the simulator, not one of another lesson", async () => {
  const { lessons } = await tab();
  const lacking: boolean[] = [];
  const look = () => lacking.push(lessons.lacksWorld.value);
  lessons.open("first-call");
  look();
  lessons.open("templates");
  look();
  await lessons.tryIn(0);
  look();
  lessons.open("first-call");
  look();
  lessons.open("recipients");
  look();
  expect(lacking).toEqual([false, true, false, true, true]);
});

test("Check draws a new seed, or tries the one asked for, and Run in… shows that world", async () => {
  const { lessons, worlds } = await tab();
  await lessons.openFolder(
    files({
      "01-return/world.lua": `return { facts = { answer = 42 }, changes = { business = { name = tostring(draw.int(1, 2^40)) } } }`,
      "01-return/lesson.json": JSON.stringify({
        ...sampleLesson,
        worlds: sampleLesson.worlds.map((world) => ({ ...world, draw: "world.lua" })),
      }),
    }),
  );
  lessons.open("01-return");
  const names: (string | undefined)[] = [];
  for (const seed of [5, 6, 5]) {
    await checked(lessons, seed);
    expect(lessons.check.value).toMatchObject({ kind: "judged", verdict: { seed } });
    expect(await lessons.tryIn(0)).toBe(true);
    names.push(worlds.at(-1)?.business.name);
  }
  expect(names[2]).toBe(names[0]);
  expect(names[1]).not.toBe(names[0]);
});

describe("progress", () => {
  test("is kept: passed stays passed, whatever is tried later", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store);
    lessons.open("reading-a-result");
    expect(await checked(lessons)).toBe(false);
    scripts.edit(lessons.lesson.value.solution);
    expect(await checked(lessons)).toBe(true);
    scripts.edit("return 'spoilt'");
    expect(await checked(lessons)).toBe(false);
    lessons.takeHint();
    const later = await tab(store);
    expect(later.lessons.lesson.value.id).toBe("reading-a-result");
    expect(later.lessons.progress.value["reading-a-result"]).toEqual({
      passedAt: 1_000,
      attempts: 2,
      hints: 1,
    });
  });

  test("appears from another tab without changing the open lesson", async () => {
    const store = memoryStore();
    const channel = tabs();
    const mine = await tab(store, channel());
    const other = await tab(store, channel());
    mine.lessons.open("the-window");
    other.lessons.open("templates");
    other.lessons.takeHint();
    await expect.poll(() => mine.lessons.progress.value.templates?.hints).toBe(1);
    expect(mine.lessons.lesson.value.id).toBe("the-window");
  });

  test("survives a page that closes before saving, with the open lesson and course", async () => {
    const store = memoryStore();
    const storage = localStorageLike();
    const page = (name: string) => unloadStore(storage, "unsaved-lessons.", name, parseUnsavedLessons);
    const going = { ...store, update: () => Promise.reject(new Error("the page went")) };
    const first = await tab(store);
    await first.lessons.openFolder(files());
    await first.lessons.flush();

    const { lessons } = await tab(going);
    lessons.open("01-return");
    lessons.takeHint();
    lessons.choose("whatsapp-from-lua");
    await expect.poll(() => lessons.course.value.id).toBe("whatsapp-from-lua");
    lessons.open("templates");
    lessons.takeHint();
    page("gone").leave(lessons.unsaved());

    const left = page("next");
    const later = await tab(store, null, { leftBehind: left.found });
    expect(later.lessons.course.value.id).toBe("whatsapp-from-lua");
    expect(later.lessons.lesson.value.id).toBe("templates");
    await later.lessons.flush();
    expect(later.lessons.unsaved()).toEqual([]);
    left.forgetFound();

    const last = await tab(store, null, { leftBehind: page("last").found });
    expect(last.lessons.lesson.value.id).toBe("templates");
    last.lessons.choose("tea-class");
    await expect.poll(() => last.lessons.progress.value["01-return"]?.hints).toBe(1);
  });

  test("merges two tabs by keeping the better result", () => {
    const here = { current: "b", lessons: { a: { passedAt: null, attempts: 5, hints: 0 } } };
    const there = { current: "a", lessons: { a: { passedAt: 9, attempts: 1, hints: 2 } } };
    expect(mergeProgress(there, here)).toEqual({
      current: "b",
      lessons: { a: { passedAt: 9, attempts: 5, hints: 2 } },
    });
  });

  test("of a course can be reset in all tabs, and an inactive tab does not bring it back", async () => {
    const store = memoryStore();
    const channel = tabs();
    const away = await tab(store);
    away.lessons.open("templates");
    away.lessons.takeHint();
    await away.lessons.flush();
    const mine = await tab(store, channel());
    const other = await tab(store, channel());
    expect(other.lessons.progress.value.templates?.hints).toBe(1);

    mine.lessons.resetCourse();
    await expect.poll(() => other.lessons.progress.value).toEqual({});
    away.lessons.takeHint();
    await away.lessons.flush();
    expect((await tab(store)).lessons.progress.value).toEqual({});
  });

  test("comes back when its reset is undone, with what was learned since", async () => {
    const store = memoryStore();
    const { lessons, notices } = await tab(store);
    lessons.open("templates");
    lessons.takeHint();
    lessons.resetCourse();
    lessons.open("accounts");
    lessons.takeHint();
    notices.all.value.find(({ action }) => action?.label === "Undo")?.action?.run();
    const hints = Object.entries(lessons.progress.value).map(([id, one]) => [id, one.hints]);
    expect(hints.sort()).toEqual([
      ["accounts", 1],
      ["templates", 1],
    ]);
    await lessons.flush();
    expect((await tab(store)).lessons.progress.value).toEqual(lessons.progress.value);
  });

  test("stays in memory and says so once if the browser stores nothing", async () => {
    const refuse = () => Promise.reject(new Error("storage is off"));
    const { lessons, notices } = await tab({ entries: refuse, get: refuse, update: refuse, remove: refuse });
    lessons.open("first-call");
    lessons.takeHint();
    expect(lessons.progress.value["first-call"]?.hints).toBe(1);
    expect(notices.all.value.map(({ text }) => text)).toEqual([
      "Your progress isn't being saved (storage is off). It lasts until you close this page.",
    ]);
  });
});

describe("a teacher's course", () => {
  test("has its own progress and code, and is still there later", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store);
    await lessons.openFolder(files());
    expect(lessons.problem.value).toBeNull();
    lessons.open("01-return");
    expect(scripts.current.value.source).toBe("return 0\n");
    scripts.edit("return 42");
    expect(await checked(lessons)).toBe(true);

    const later = await tab(store);
    expect(later.lessons.course.value.title).toBe("Tea class");
    expect(later.lessons.progress.value["01-return"]?.passedAt).toBe(1_000);
    expect(later.lessons.courses.value.map(({ id }) => id)).toEqual(["whatsapp-from-lua", "tea-class"]);
    later.lessons.choose("whatsapp-from-lua");
    await expect.poll(() => later.lessons.course.value.id).toBe("whatsapp-from-lua");
    await expect.poll(() => later.lessons.progress.value).toEqual({});
  });

  test("from this site works offline in its last version", async () => {
    const store = memoryStore();
    const zip = zipSync(Object.fromEntries([...sampleCourse()].map(([path, text]) => [path, strToU8(text)])));
    const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValueOnce(new Response(zip.slice()));
    const first = await tab(store, null, { address: "courses/tea.zip" });
    expect([first.lessons.course.value.id, first.lessons.problem.value]).toEqual(["tea-class", null]);
    expect(first.lessons.link()).toEqual({
      url: "https://here.example/?course=courses%2Ftea.zip&lesson=01-return",
      fromFile: false,
    });
    await first.lessons.flush();
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const asked = { course: null, id: "01-return" };
    const later = await tab(store, null, { address: "courses/tea.zip", asked });
    fetched.mockRestore();
    expect([later.lessons.course.value.id, later.lessons.lost.value]).toEqual(["tea-class", false]);
    expect(later.lessons.problem.value).toMatch(/Couldn't download .* last saved version instead\.$/);
  });

  test.each([
    [
      { "01-return/solution.lua": null },
      "Couldn't open the course. 01-return/solution.lua: This file is missing.",
    ],
    [
      { "course.json": '{ "id": "whatsapp-from-lua", "title": "Mine" }' },
      `Couldn't open the course. course.json: the id "whatsapp-from-lua" is taken by the built-in course. Choose another id.`,
    ],
  ])("is refused with a message, and the open one stays: %j", async (changes, message) => {
    const { lessons } = await tab();
    await lessons.openFolder(files(changes));
    expect(lessons.problem.value).toBe(message);
    expect(lessons.course.value.id).toBe("whatsapp-from-lua");
  });
});
