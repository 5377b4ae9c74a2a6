import { describe, expect, test } from "vitest";
import { lessonLink, readLessonAddress, withoutLesson } from "../../../src/lessons/lesson-link";
import { memoryStore } from "../../../src/storage/store";
import { files, tab } from "./lessons-tab";

describe("a link to a lesson", () => {
  const builtIn = (id: string) => ({ asked: { course: null, id } });

  test("opens it without making a script, and is remembered at the next visit", async () => {
    const store = memoryStore();
    const { lessons, scripts } = await tab(store, null, builtIn("the-window"));
    expect([lessons.lesson.value.id, lessons.problem.value]).toEqual(["the-window", null]);
    expect(scripts.all.value.map(({ name }) => name)).toEqual(["welcome.lua"]);
    await lessons.flush();
    expect((await tab(store)).lessons.lesson.value.id).toBe("the-window");
  });

  test("of the time when lessons had numbers finds the lesson", async () => {
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
    expect(nowhere.lessons.problem.value).toMatch(/course "tea-class", which is not known here/);
  });

  test("reports a problem with its course first", async () => {
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
    expect(withoutLesson(`${new URL(link).search}&other=1`)).toBe("?other=1");
  });
});
