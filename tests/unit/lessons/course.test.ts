import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { catalog } from "../../../src/integrations";
import { builtInCourse } from "../../../src/lessons/built-in";
import { grade } from "../../../src/lessons/grade";
import { runLua } from "../../support/run-lua";
import { sample } from "../../support/sample";
import { runInNode, runInNodeWith } from "./trial";

const folder = fileURLToPath(new URL("../../../src/lessons/course", import.meta.url));
const course = builtInCourse();
const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));

/** File names of a lesson's answers of one kind; none when it has no such folder. */
function answers(lesson: string, kind: "right" | "wrong"): readonly string[] {
  const entries = readdirSync(join(folder, lesson), { withFileTypes: true });
  return entries.some((entry) => entry.name === kind) ? readdirSync(join(folder, lesson, kind)) : [];
}

test("every folder of the course is a lesson", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(course.lessons.map(({ id }) => id)).toEqual(folders.map(({ name }) => name).sort());
});

describe.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))("lesson %s", (id, lesson) => {
  const graded = (source: string) => grade(lesson, { name: `${id}.lua`, source }, runInNode);

  test("its starter fails", async () => {
    expect((await graded(lesson.starter)).passed).toBe(false);
  });

  test("its solution passes in every world", async () => {
    expect((await graded(lesson.solution)).failures).toEqual([]);
  });

  test("it is short, with at least three wrong and two other right answers", () => {
    const words = lesson.text.replace(/```[\s\S]*?```/g, "").split(/\s+/).length;
    expect(words).toBeGreaterThan(50);
    expect(words).toBeLessThan(260);
    expect(answers(id, "wrong").length).toBeGreaterThanOrEqual(3);
    expect(answers(id, "right").length).toBeGreaterThanOrEqual(2);
  });

  test.each(answers(id, "right"))("right answer %s passes, however unusual", async (name) => {
    const source = readFileSync(join(folder, id, "right", name), "utf8");
    expect((await graded(source)).failures).toEqual([]);
  });

  test("right answers pass with any seed, whatever order pairs takes and whichever call fails", async () => {
    const sources = answers(id, "right").map((name) => readFileSync(join(folder, id, "right", name), "utf8"));
    for (const source of [lesson.solution, ...sources])
      for (let seed = 1; seed <= sample(1, 50); seed++) {
        const { failures } = await grade(lesson, { name: `${id}.lua`, source }, runInNodeWith(seed));
        expect(failures, `seed ${seed}\n${source}`).toEqual([]);
      }
  });

  test.each(answers(id, "wrong"))("wrong answer %s gets the sentence meant for it", async (name) => {
    const source = readFileSync(join(folder, id, "wrong", name), "utf8");
    const expected = /^-- expects: ([a-z][a-z0-9-]*)\n/.exec(source)?.[1];
    const { failures } = await graded(source);
    expect(failures[0]?.check, JSON.stringify(failures)).toBe(expected);
    for (const { sentence } of failures) expect(sentence).not.toMatch(/\{[a-z]\w*\}|\$[a-z]/);
  });

  test("what its checks point to exists", () => {
    const named = lesson.worlds.flatMap(({ checks }) => checks.map(({ see }) => see ?? "errors"));
    const unknown = named.filter((see) => !see.startsWith("#") && !pages.has(see));
    expect(unknown).toEqual([]);
  });

  test("the Lua in its text runs", async () => {
    for (const [, code = ""] of lesson.text.matchAll(/^```lua\n([\s\S]*?)^```$/gm)) {
      expect((await runLua(code)).error).toBeNull();
    }
  });
});
