import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { lessonLink, readLessonAddress, withoutLesson } from "../../../src/lessons/lesson-link";
import { memoryStore } from "../../../src/storage/store";
import { files, tab } from "./lessons-tab";
import { sampleCourse } from "./sample-course";

describe("a link to a lesson", () => {
  const builtIn = (id: string) => ({ asked: { course: null, id } });

  test("opens it without creating a script, and is remembered on the next visit", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store, null, builtIn("the-window"));
    expect([lessons.lesson.value.id, lessons.problem.value]).toEqual(["the-window", null]);
    expect(scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    await lessons.flush();
    expect((await tab(store)).lessons.lesson.value.id).toBe("the-window");
  });

  test("from the time when lessons had numbers finds the lesson", async () => {
    const { lessons } = await tab(memoryStore(), null, builtIn("03-the-window"));
    expect([lessons.lesson.value.id, lessons.problem.value]).toEqual(["the-window", null]);
  });

  test("says so if it is wrong, suggests the nearest one and offers the list", async () => {
    const { lessons } = await tab(memoryStore(), null, builtIn("the-windw"));
    expect(lessons.problem.value).toBe(
      'The course "WhatsApp from Lua" has no lesson "the-windw". Did you mean the-window? Choose one from the list.',
    );
    expect(lessons.lost.value).toBe(true);
    lessons.open("reading-a-result");
    expect([lessons.problem.value, lessons.lost.value]).toEqual([null, false]);
  });

  test("leads into the built-in course, or a teacher's by its id", async () => {
    const store = memoryStore();
    const first = await tab(store);
    await first.lessons.openFolder(files());
    await first.lessons.flush();
    const back = await tab(store, null, builtIn("pages"));
    expect([back.lessons.course.value.id, back.lessons.lesson.value.id]).toEqual([
      "whatsapp-from-lua",
      "pages",
    ]);
    const asked = { course: "tea-class", id: "01-return" };
    const there = await tab(store, null, { asked });
    expect([there.lessons.course.value.id, there.lessons.problem.value]).toEqual(["tea-class", null]);
    const nowhere = await tab(memoryStore(), null, { asked });
    expect(nowhere.lessons.problem.value).toMatch(/course "tea-class", which isn't open in this browser/);
  });

  test("reports a problem with its course first", async () => {
    const address = "http://elsewhere.example/tea.zip";
    const { lessons } = await tab(memoryStore(), null, { address, ...builtIn("x") });
    expect(lessons.problem.value).toMatch(/need https/);
    expect(lessons.lost.value).toBe(false);
  });

  describe("to a course on another site", () => {
    const address = "https://teacher.example/tea.zip";
    const zip = zipSync(Object.fromEntries([...sampleCourse()].map(([path, text]) => [path, strToU8(text)])));
    const served = () =>
      vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(zip.slice()));
    afterEach(() => vi.restoreAllMocks());

    test("asks before anything is fetched, and once for each course", async () => {
      const store = memoryStore();
      const fetched = served();
      const asked = { course: null, id: "return" };
      const first = await tab(store, null, { address, asked });
      expect(first.lessons.question.value).toEqual({ address, origin: "https://teacher.example" });
      expect([first.lessons.problem.value, first.lessons.lost.value]).toEqual([null, false]);
      expect(fetched).not.toHaveBeenCalled();
      await first.lessons.answer(true);
      expect([first.lessons.course.value.id, first.lessons.lesson.value.id]).toEqual([
        "tea-class",
        "01-return",
      ]);
      expect(fetched.mock.calls[0]?.[1]).toMatchObject({
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
      await first.lessons.flush();
      const later = await tab(store, null, { address });
      expect([later.lessons.course.value.id, later.lessons.question.value]).toEqual(["tea-class", null]);
    });

    test("fetches nothing after a no", async () => {
      const fetched = served();
      const { lessons } = await tab(memoryStore(), null, { address });
      await lessons.answer(false);
      expect(lessons.course.value.id).toBe("whatsapp-from-lua");
      expect(lessons.question.value).toBe(null);
      expect(fetched).not.toHaveBeenCalled();
    });

    test("does not replace a course of the same id that came from elsewhere", async () => {
      const store = memoryStore();
      const first = await tab(store);
      await first.lessons.openFolder(files());
      await first.lessons.flush();
      served();
      const later = await tab(store, null, { address });
      await later.lessons.answer(true);
      expect(later.lessons.problem.value).toMatch(/the id "tea-class" is already used by the course/);
    });
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
    expect(withoutLesson(`${new URL(link).search}&other=1`)).toBe("?other=1");
  });
});
