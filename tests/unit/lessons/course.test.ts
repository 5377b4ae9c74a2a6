import { describe, expect, test } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { catalog } from "../../../src/integrations";
import { builtInCourse } from "../../../src/lessons/built-in";
import { readCourse } from "../../../src/lessons/format/read-course";
import { rehearse } from "../../../src/lessons/rehearse";
import { courseFiles } from "../../support/built-in-course";
import { sample } from "../../support/sample";
import { runInNode } from "./trial";

const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));
/** With the answers that the page leaves out. */
const course = readCourse(courseFiles(), pages);

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
    for await (const { file, problem } of rehearse(course, runInNode, { lessons: [lesson], seeds })) {
      if (problem !== null) wrong.push(`${file}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });

  test("it is short, with at least three wrong and two other right answers", () => {
    const words = lesson.text.replace(/```[\s\S]*?```/g, "").split(/\s+/).length;
    expect(words).toBeGreaterThan(50);
    expect(words).toBeLessThan(260);
    expect(lesson.answers.filter(({ passes }) => !passes).length).toBeGreaterThanOrEqual(3);
    expect(lesson.answers.filter(({ passes }) => passes).length).toBeGreaterThanOrEqual(2);
  });
});
