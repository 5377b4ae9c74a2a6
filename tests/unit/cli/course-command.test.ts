import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { sampleCourse, sampleLesson } from "../lessons/sample-course";
import { commandFolder } from "./command-folder";

const { folder, run: course } = commandFolder("course");

/** Writes a course into a folder of its own; gives its path. */
async function written(name: string, files: ReadonlyMap<string, string>): Promise<string> {
  for (const [path, text] of files) {
    await mkdir(join(folder(), name, dirname(path)), { recursive: true });
    await writeFile(join(folder(), name, path), text);
  }
  return name;
}

const answers = {
  "01-return/right/sum.lua": "return 40 + 2",
  "01-return/wrong/one-less.lua": "-- expects: answer\nreturn 41",
};

test("a course passes if its answers do what they should, from a folder and from a zip", async () => {
  const files = sampleCourse(answers);
  expect(await course(await written("tea", files))).toEqual({
    out: "01-return\nTea class: 4 tested, all as expected.\n",
    error: "",
    code: 0,
  });
  const zip = zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])));
  await writeFile(join(folder(), "tea.zip"), zip);
  expect((await course("tea.zip")).code).toBe(0);
});

test("each failing answer is named, with what it did instead", async () => {
  const files = sampleCourse({
    ...answers,
    "01-return/starter.lua": "return 42",
    "01-return/solution.lua": "return 7",
    "01-return/wrong/one-less.lua": "-- expects: answer\nreturn 42",
    "01-return/lesson.md": "# Return a number\n\n```lua\nretrun 42\n```\n\n## Your task\n\nDo it.\n",
  });
  const { out, code } = await course(await written("spoilt", files));
  expect(out.split("\n")).toEqual([
    "01-return",
    "  starter.lua: Seed 1: It must fail, but passes in every world.",
    "  solution.lua: Seed 1: It must pass, but fails answer in the shop, in nowhere: You returned 7, not 42.",
    "  wrong/one-less.lua: Seed 1: It must fail, but passes in every world.",
    expect.stringMatching(/^ {2}lesson\.md: An example in the text ends with an error: lesson\.md:1: /),
    "Tea class: 5 tested, 4 wrong.",
    "",
  ]);
  expect(code).toBe(1);
});

test("one lesson is tried with the requested number of seeds", async () => {
  const files = sampleCourse({
    ...answers,
    "01-return/world.lua": "return { facts = { answer = world.index == 2 and draw.int(42, 43) or 42 } }",
    "01-return/lesson.json": JSON.stringify({
      ...sampleLesson,
      worlds: sampleLesson.worlds.map((world) => ({ ...world, draw: "world.lua" })),
    }),
  });
  for (const [path, text] of sampleCourse()) files.set(path.replace("01-return", "02-again"), text);
  await written("drawn", files);
  const { out, code } = await course("drawn", "--lesson", "01-return", "--seeds", "9");
  expect(out).toMatch(/^01-return\n {2}solution\.lua: Seed \d+: It must pass, but fails answer in /);
  expect(out).not.toContain("02-again");
  expect(code).toBe(1);
  expect((await course("drawn", "--lesson", "02-again")).code).toBe(0);
});

test("the built-in course is tried if none is named", async () => {
  const { out, code } = await course("--lesson", "first-call", "--seeds", "1");
  expect(out).toMatch(/^first-call\nWhatsApp from Lua: \d+ tested, all as expected\.\n$/);
  expect(code).toBe(0);
});

test.each([
  [["nowhere"], /^Couldn't read the course: .*nowhere/],
  [["a", "b"], /^One course at a time/],
  [["--seeds", "none"], /^--seeds must be a whole number/],
  [["--lesson", "frist-call"], /^--lesson: .* has no lesson "frist-call"\. Did you mean first-call\?/],
])("a command that cannot be followed is explained: %j", async (args, message) => {
  const { error, code } = await course(...args);
  expect(error).toMatch(message);
  expect(code).toBe(2);
});

test("an invalid file is named", async () => {
  const broken = sampleCourse({ "01-return/wrong/x.lua": "-- expects: anwser\nreturn 1" });
  const { error, code } = await course(await written("broken", broken));
  expect(error).toBe(
    '01-return/wrong/x.lua: expects: lesson.json has no check "anwser". Did you mean answer?\n',
  );
  expect(code).toBe(2);
});
