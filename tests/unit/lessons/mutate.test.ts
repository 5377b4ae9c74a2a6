import { describe, expect, test } from "vitest";
import { parse } from "../../../src/language/parse/parser";
import type { Lesson } from "../../../src/lessons/course";
import { readCourse } from "../../../src/lessons/format/read-course";
import { mutantsOf } from "../../../src/lessons/mutants";
import { mutate } from "../../../src/lessons/mutate";
import { courseFiles } from "../../support/built-in-course";
import { DEEP, sample, spread } from "../../support/sample";
import { sampleCourse } from "./sample-course";
import { runInNode } from "./trial";

const changes = (source: string, printed = true) => mutantsOf(source, printed).map(({ change }) => change);

describe("a mutant", () => {
  test.each([
    ["if x == y then f() end", ["drop if x == y then f() end", "== → ~=", "drop f()"]],
    ["if x then f() end", ["drop if x then f() end", "not (x)", "drop f()"]],
    ["while not x do f() end", ["drop while not x do f() end", "not x → x", "drop f()"]],
    ["local t = { 10, 'a', '', true }", ["10 → 11", "'a' → \"\"", "'' → \"x\"", "true → false"]],
    ["x = a < b and c >= 1", ["drop x = a < b and c >= 1", "< → <=", "and → or", ">= → >", "1 → 2"]],
    ["return a.b(1) + -- + here\n 2", ["drop return a.b(1) + -- + here 2", "1 → 2", "+ → -", "2 → 3"]],
  ])("of %s is one of its small changes", (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });

  test("of a printed text only counts if the lesson checks what is printed", () => {
    expect(changes("print('a', 1)", false)).toEqual([]);
    expect(changes("print('a')", true)).toEqual(["drop print('a')", "'a' → \"\""]);
  });

  test("keeps a plain search plain", () => {
    expect(changes('return a:find("b", 1, true)')).toEqual(['drop return a:find("b", 1, true)', '"b" → ""']);
  });

  test("names its line, and is Lua", () => {
    const [first] = mutantsOf("local a = 1\n  f(a == 2)\n", true).filter(({ line }) => line === 2);
    expect(first).toMatchObject({ line: 2, code: "f(a == 2)" });
  });
});

const lessonWith = (survivors: string | null): Lesson => {
  const files = sampleCourse({
    "01-return/solution.lua": "local spare = 7\nreturn 42\n",
    "01-return/survivors.md": survivors,
  });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  return lesson;
};

describe("mutants of a solution", () => {
  test("are found if no check notices them", async () => {
    const { count, survivors, outdated } = await mutate(lessonWith(null), [1], runInNode, 1);
    expect(count).toBe(3);
    expect(survivors.map(({ change, line, reason }) => [change, line, reason])).toEqual([["7 → 8", 1, null]]);
    expect(outdated).toEqual([]);
  });

  test("may be explained, and an explanation of one that fails is reported too", async () => {
    const survivors =
      "# Why\n\n- `7 → 8` in `local spare = 7`: Nobody\n  uses it.\n- `42 → 43` in `return 42`: No.\n";
    const mutated = await mutate(lessonWith(survivors), [1], runInNode, 2);
    expect(mutated.survivors.map(({ reason }) => reason)).toEqual(["Nobody\n  uses it."]);
    expect(mutated.outdated.map(({ change }) => change)).toEqual(["42 → 43"]);
  });

  test("are explained in a checked format", () => {
    expect(() => lessonWith("- 7 to 8: Nobody uses it.")).toThrow(
      /^01-return\/survivors\.md: Expected "- `the change` in/,
    );
  });
});

const built = readCourse(courseFiles());

test("at least nine of ten mutants of the built-in solutions fail, and the others are explained", async () => {
  let all = 0;
  let passed = 0;
  const open: string[] = [];
  for (const lesson of spread(built.lessons, sample(4, built.lessons.length))) {
    const { count, survivors, outdated } = await mutate(lesson, [1, 2, 3], runInNode, 1);
    for (const { source } of mutantsOf(lesson.solution, true)) expect(parse(source).errors).toEqual([]);
    all += count;
    passed += survivors.length;
    for (const { change, code, reason } of survivors)
      if (reason === null) open.push(`${lesson.id}: \`${change}\` in \`${code}\``);
    for (const { change, code } of outdated)
      open.push(`${lesson.id}: \`${change}\` in \`${code}\` fails now`);
  }
  // A few seeds and lessons say little about a single mutant.
  if (DEEP) expect(open).toEqual([]);
  expect(passed).toBeLessThanOrEqual(all / (DEEP ? 10 : 6));
});
