import { strToU8, zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { leftBehind } from "../../../src/app/left-behind";
import { type OpenLessons, type OpenLessonsParts, openLessons } from "../../../src/app/lessons";
import type { LessonsModel } from "../../../src/app/lessons-model";
import { mergeProgress } from "../../../src/app/lessons-record";
import { createNotices } from "../../../src/app/notices";
import type { RunModel } from "../../../src/app/playground";
import { type OpenScripts, openScripts } from "../../../src/app/scripts";
import { type KeyValueStore, memoryStore } from "../../../src/app/store";
import type { TabChannel } from "../../../src/app/tab-channel";
import { UNSAVED_PROGRESS, UnsavedProgressSchema } from "../../../src/app/unsaved-progress";
import { builtInCourse } from "../../../src/lessons/built-in";
import { lessonLink, readLessonAddress, withoutLesson } from "../../../src/lessons/lesson-link";
import type { World } from "../../../src/simulator/state";
import { localStorageLike, tabs } from "../app/browser-parts";
import { sampleCourse } from "./sample-course";
import { runInNode } from "./trial";

/** A tab of the playground as far as lessons see it; its runs are real ones, in Node. */
async function tab(
  store: KeyValueStore = memoryStore(),
  channel: TabChannel | null = null,
  more: Partial<Pick<OpenLessonsParts, "leftBehind" | "address" | "asked">> = {},
): Promise<{
  lessons: OpenLessons;
  scripts: OpenScripts;
  notices: ReturnType<typeof createNotices>;
  worlds: readonly World[];
}> {
  const notices = createNotices();
  const worlds: World[] = [];
  let ids = 0;
  const scripts = await openScripts({
    store: memoryStore(),
    notices,
    welcome: async () => ({ name: "welcome.lua", source: "print('hi')" }),
    tabs: null,
    later: () => () => {},
    now: () => 0,
    newId: () => String(++ids),
  });
  const run = {
    trial: async (job: Parameters<RunModel["trial"]>[0]) => ({ ended: runInNode(job), stop() {} }),
  };
  const parts: OpenLessonsParts = {
    store,
    tabs: channel,
    scripts,
    run,
    notices,
    world: { load: (world) => worlds.push(world) },
    builtIn: builtInCourse(),
    address: null,
    asked: null,
    ...more,
    page: "https://here.example/",
    docPages: async () => new Set(["errors"]),
    now: () => 1_000,
  };
  return { lessons: await openLessons(parts), scripts, notices, worlds };
}

/** Presses Check and waits for the verdict. */
async function checked(lessons: LessonsModel): Promise<boolean> {
  lessons.startCheck();
  await expect.poll(() => lessons.check.value.kind).toMatch(/judged|broken/);
  const state = lessons.check.value;
  if (state.kind !== "judged") throw new Error(JSON.stringify(state));
  return state.verdict.passed;
}

const files = (changes?: Parameters<typeof sampleCourse>[0]) =>
  [...sampleCourse(changes)].map(([path, text]) => {
    const file = new File([text], path.slice(path.lastIndexOf("/") + 1));
    Object.defineProperty(file, "webkitRelativePath", { value: `class/${path}` });
    return file;
  });

describe("a lesson's script", () => {
  test("is one more script, made when the lesson is begun, and found again", async () => {
    const { lessons, scripts } = await tab();
    expect(scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    lessons.open("02-reading-a-result");
    expect(scripts.current.value.name).toBe("02-reading-a-result.lua");
    scripts.edit("return 1 -- mine");
    lessons.open("01-first-call");
    lessons.open("02-reading-a-result");
    expect(scripts.current.value.source).toBe("return 1 -- mine");
    expect(scripts.all.value).toHaveLength(3);
  });

  test("brings its lesson along when it is chosen among the scripts", async () => {
    const { lessons, scripts } = await tab();
    lessons.open("05-pages");
    const own = scripts.current.value.id;
    lessons.open("06-accounts");
    scripts.select(own);
    expect(lessons.lesson.value.id).toBe("05-pages");
  });

  test("goes back to the starter, and the starter back to it", async () => {
    const { lessons, scripts, notices } = await tab();
    lessons.open("01-first-call");
    scripts.edit("-- mine");
    lessons.reset();
    expect(scripts.current.value.source).toBe(lessons.lesson.value.starter);
    notices.all.value.at(-1)?.action?.run();
    expect(scripts.current.value.source).toBe("-- mine");
  });
});

test("a world of the lesson goes into the simulator when it is asked for, and not before", async () => {
  const { lessons, worlds } = await tab();
  lessons.open("04-templates");
  expect(await checked(lessons)).toBe(false);
  expect(worlds).toEqual([]);
  await lessons.tryIn(1);
  expect(worlds.map(({ templates }) => templates.map(({ name }) => name))).toEqual([["pickup_note"]]);
});

describe("progress", () => {
  test("is kept: passed stays passed, whatever is tried later", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store);
    lessons.open("02-reading-a-result");
    expect(await checked(lessons)).toBe(false);
    scripts.edit(lessons.lesson.value.solution);
    expect(await checked(lessons)).toBe(true);
    scripts.edit("return 'spoilt'");
    expect(await checked(lessons)).toBe(false);
    lessons.takeHint();
    const later = await tab(store);
    expect(later.lessons.lesson.value.id).toBe("02-reading-a-result");
    expect(later.lessons.progress.value["02-reading-a-result"]).toEqual({
      passedAt: 1_000,
      attempts: 3,
      hints: 1,
    });
  });

  test("of another tab shows here, and leaves the lesson open that is open here", async () => {
    const store = memoryStore();
    const channel = tabs();
    const mine = await tab(store, channel());
    const other = await tab(store, channel());
    mine.lessons.open("03-the-window");
    other.lessons.open("04-templates");
    other.lessons.takeHint();
    await expect.poll(() => mine.lessons.progress.value["04-templates"]?.hints).toBe(1);
    expect(mine.lessons.lesson.value.id).toBe("03-the-window");
  });

  test("that the page went before saving is there at the next visit, the open lesson and course included", async () => {
    const store = memoryStore();
    const storage = localStorageLike();
    const page = (name: string) => leftBehind(storage, UNSAVED_PROGRESS, name, UnsavedProgressSchema);
    const going = { ...store, update: () => Promise.reject(new Error("the page went")) };
    const first = await tab(store);
    await first.lessons.openFolder(files());
    await first.lessons.flush();

    const { lessons } = await tab(going);
    lessons.open("01-return");
    lessons.takeHint();
    lessons.choose("whatsapp-from-lua");
    await expect.poll(() => lessons.course.value.id).toBe("whatsapp-from-lua");
    lessons.open("04-templates");
    lessons.takeHint();
    page("gone").leave(lessons.unsaved());

    const left = page("next");
    const later = await tab(store, null, { leftBehind: left.found });
    expect(later.lessons.course.value.id).toBe("whatsapp-from-lua");
    expect(later.lessons.lesson.value.id).toBe("04-templates");
    await later.lessons.flush();
    expect(later.lessons.unsaved()).toEqual([]);
    left.forgetFound();

    const last = await tab(store, null, { leftBehind: page("last").found });
    expect(last.lessons.lesson.value.id).toBe("04-templates");
    last.lessons.choose("tea-class");
    await expect.poll(() => last.lessons.progress.value["01-return"]?.hints).toBe(1);
  });

  test("of two tabs becomes the better of both", () => {
    const here = { current: "b", lessons: { a: { passedAt: null, attempts: 5, hints: 0 } } };
    const there = { current: "a", lessons: { a: { passedAt: 9, attempts: 1, hints: 2 } } };
    expect(mergeProgress(there, here)).toEqual({
      current: "b",
      lessons: { a: { passedAt: 9, attempts: 5, hints: 2 } },
    });
  });

  test("stays in memory, and says so once, where the browser keeps nothing", async () => {
    const refuse = () => Promise.reject(new Error("storage is off"));
    const { lessons, notices } = await tab({ entries: refuse, get: refuse, update: refuse, remove: refuse });
    lessons.open("01-first-call");
    lessons.takeHint();
    expect(lessons.progress.value["01-first-call"]?.hints).toBe(1);
    expect(notices.all.value.map(({ text }) => text)).toEqual([
      "Your progress is not being saved (storage is off). It lasts until this page closes.",
    ]);
  });
});

describe("a link to a lesson", () => {
  const builtIn = (id: string) => ({ asked: { course: null, id } });

  test("shows it, makes no script, and is where one is at the next visit", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store, null, builtIn("03-the-window"));
    expect([lessons.lesson.value.id, lessons.problem.value]).toEqual(["03-the-window", null]);
    expect(scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    await lessons.flush();
    expect((await tab(store)).lessons.lesson.value.id).toBe("03-the-window");
  });

  test("that is wrong says so, names what may be meant, and offers the list", async () => {
    const { lessons } = await tab(memoryStore(), null, builtIn("03-the-windw"));
    expect(lessons.problem.value).toBe(
      'The course "WhatsApp from Lua" has no lesson "03-the-windw". Did you mean 03-the-window? Choose one from the list.',
    );
    expect(lessons.lost.value).toBe(true);
    lessons.open("02-reading-a-result");
    expect([lessons.problem.value, lessons.lost.value]).toEqual([null, false]);
  });

  test("leads back into the built-in course, and into a teacher's by its id", async () => {
    const store = memoryStore();
    const first = await tab(store);
    await first.lessons.openFolder(files());
    await first.lessons.flush();
    const back = await tab(store, null, builtIn("05-pages"));
    expect([back.lessons.course.value.id, back.lessons.lesson.value.id]).toEqual([
      "whatsapp-from-lua",
      "05-pages",
    ]);
    const asked = { course: "tea-class", id: "01-return" };
    const there = await tab(store, null, { asked });
    expect([there.lessons.course.value.id, there.lessons.problem.value]).toEqual(["tea-class", null]);
    const nowhere = await tab(memoryStore(), null, { asked });
    expect(nowhere.lessons.problem.value).toMatch(/course "tea-class", which is not known here/);
  });

  test("says what is wrong with its course first", async () => {
    const address = "https://elsewhere.example/tea.zip";
    const { lessons } = await tab(memoryStore(), null, { address, ...builtIn("x") });
    expect(lessons.problem.value).toMatch(/opened from this site only/);
    expect(lessons.lost.value).toBe(false);
  });

  test.each([
    [{ kind: "built in" }, "https://here.example/app/?lesson=01-x"],
    [
      { kind: "address", address: "courses/tea.zip" },
      "https://here.example/app/?course=courses%2Ftea.zip&lesson=01-x",
    ],
    [{ kind: "file", id: "tea-class" }, "https://here.example/app/?lesson=tea-class%2F01-x"],
  ] as const)("says where the course is to be had: %j", (source, address) => {
    const link = lessonLink("https://here.example/app/?old=1#s=1.x", source, "01-x");
    expect(link).toBe(address);
    expect(readLessonAddress(new URL(link).search)).toEqual({
      course: source.kind === "address" ? source.address : null,
      lesson: { course: source.kind === "file" ? source.id : null, id: "01-x" },
    });
    expect(withoutLesson(`${new URL(link).search}&other=1`)).toMatch(
      /^\?(course=courses%2Ftea\.zip&)?other=1$/,
    );
  });
});

describe("a teacher's course", () => {
  test("has progress and code of its own, and is there again later", async () => {
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

  test("of this site is there without a network too, as it came the last time", async () => {
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
    const later = await tab(store, null, { address: "courses/tea.zip" });
    fetched.mockRestore();
    expect(later.lessons.course.value.id).toBe("tea-class");
    expect(later.lessons.problem.value).toMatch(/did not come .* as it came the last time\.$/);
  });

  test.each([
    [
      { "01-return/solution.lua": null },
      "The course was not opened. 01-return/solution.lua: This file is missing.",
    ],
    [
      { "course.json": '{ "id": "whatsapp-from-lua", "title": "Mine" }' },
      'The course was not opened. course.json: id: "whatsapp-from-lua" is the built-in course\'s; choose another one.',
    ],
  ])("is refused with a message, and what was open stays: %j", async (changes, message) => {
    const { lessons } = await tab();
    await lessons.openFolder(files(changes));
    expect(lessons.problem.value).toBe(message);
    expect(lessons.course.value.id).toBe("whatsapp-from-lua");
  });
});
