import { describe, expect, test } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { catalog } from "../../../src/integrations";
import { builtInCourse } from "../../../src/lessons/built-in";
import { readCourse } from "../../../src/lessons/format/read-course";
import { rehearse } from "../../../src/lessons/rehearse";
import { courseFiles } from "../../support/built-in-course";
import { sample, spread } from "../../support/sample";
import { runInNode } from "./trial";

const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));
/** With the answers that the page leaves out. */
const course = readCourse(courseFiles(), pages);

/** Solution and examples are tried each time, of the other answers some; `npm run test:deep` tries all. */
function tried(lesson: (typeof course.lessons)[number]) {
  const [right, wrong] = [true, false].map((passes) => lesson.answers.filter((one) => one.passes === passes));
  const answers = [...spread(right ?? [], sample(1, 1000)), ...spread(wrong ?? [], sample(3, 1000))];
  return { ...lesson, answers };
}

const seeds = Array.from({ length: sample(1, 50) }, (_, at) => at + 1);

test("the page has the same lessons in the same chapters", () => {
  const outline = ({ chapters }: typeof course) =>
    chapters.map(({ title, lessons }) => [title, ...lessons.map(({ id }) => id)]);
  expect(outline(builtInCourse())).toEqual(outline(course));
  expect(course.lessons.filter(({ id }) => /^\d/.test(id))).toEqual([]);
});

describe.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))("lesson %s", (_id, lesson) => {
  test("its answers do what they should in every world, and the examples of its text run", async () => {
    const wrong: string[] = [];
    for await (const { file, problem } of rehearse(course, runInNode, { lessons: [tried(lesson)], seeds })) {
      if (problem !== null) wrong.push(`${file}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });

  test("its code runs in the learner's world, or it says that it needs one of its own", async () => {
    for (const source of [lesson.starter, lesson.solution]) {
      const { end } = await runInNode({ name: "script.lua", source, worlds: {} });
      if (end.kind === "failed") expect(lesson.needsWorld || end.message).toBe(true);
    }
  });

  test("its starter fits the editor beside the lesson", () => {
    // At 1440 px.
    expect(lesson.starter.split("\n").filter((line) => line.length > 72)).toEqual([]);
  });

  test("it is short, with at least five wrong and three other right answers", () => {
    const words = lesson.text.replace(/```[\s\S]*?```/g, "").split(/\s+/).length;
    expect(words).toBeGreaterThan(50);
    expect(words).toBeLessThanOrEqual(250);
    expect(lesson.answers.filter(({ passes }) => !passes).length).toBeGreaterThanOrEqual(5);
    expect(lesson.answers.filter(({ passes }) => passes).length).toBeGreaterThanOrEqual(3);
  });
});
