import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { lessonLink } from "../../../src/lessons/lesson-link";
import { linkFragment } from "../../../src/share/link";
import { sampleCourse } from "../lessons/sample-course";
import { commandFolder } from "./command-folder";

const { folder, run } = commandFolder("course");

async function written(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder(), path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const courseIn = (name: string) =>
  Object.fromEntries([...sampleCourse()].map(([path, text]) => [`${name}/${path}`, text]));

const answerLink = async (source: string) =>
  lessonLink("https://here.example/", { kind: "file", id: "tea-class" }, "01-return") +
  (await linkFragment({ name: "01-return.lua", source, world: null }));

test("a right answer passes, and a wrong one fails with what to fix", async () => {
  await written({ ...courseIn("tea"), "right.lua": "return 40 + 2", "wrong.lua": "return 41" });
  expect(await run("grade", "--course", "tea", "--lesson", "01-return", "right.lua")).toEqual({
    out: "right, 01-return: passed\n",
    error: "",
    code: 0,
  });
  const { out, code } = await run("grade", "--course", "tea", "--lesson", "01-return", "wrong.lua", "--json");
  expect(JSON.parse(out)).toEqual([
    {
      learner: "wrong",
      lesson: "01-return",
      file: "wrong.lua",
      passed: false,
      seed: 1,
      sentences: ["You returned 41, not 42. Failed in: the shop, nowhere."],
    },
  ]);
  expect(code).toBe(1);
});

test("a class of thirty, in files, folders and links, becomes a table", async () => {
  const class30: Record<string, string> = {};
  const passes = (at: number) => at % 3 !== 0;
  for (let at = 1; at <= 30; at++) {
    const source = `-- learner ${at}\nreturn ${passes(at) ? "42" : at}`;
    const name = `class/learner${String(at).padStart(2, "0")}`;
    if (at % 3 === 0) class30[`${name}/01-return.lua`] = source;
    else if (at % 2 === 0) class30[`${name}.txt`] = `My answer: ${await answerLink(source)}\n`;
    else class30[`${name}.url`] = `[InternetShortcut]\nURL=${await answerLink(source)}\n`;
  }
  await written({ ...courseIn("tea"), ...class30 });
  const { out, error, code } = await run(
    "grade",
    "class",
    "--course",
    "tea",
    "--seeds",
    "1",
    "--table",
    "class.csv",
  );
  expect(error).toBe("");
  expect(code).toBe(1);
  const rows = (await readFile(join(folder(), "class.csv"), "utf8")).trim().split("\r\n");
  expect(rows).toHaveLength(31);
  expect(rows[1]).toBe("learner01,passed");
  expect(rows[3]).toBe('learner03,"failed: You returned 3, not 42. Failed in: the shop, nowhere."');
  expect(rows.filter((row) => row.endsWith(",passed"))).toHaveLength(20);
  expect(out).toMatch(/\nlearner30 {2}failed\n$/);
});

test.each([
  [["grade", "loose.lua", "--course", "tea"], /^loose\.lua: Which lesson does it answer\?/],
  [["grade", "empty.txt", "--course", "tea"], /^empty\.txt: No link to an answer found\./],
  [["grade", "cut.txt", "--course", "tea"], /^cut\.txt: Couldn't open this link: /],
  [["grade", "nowhere.lua", "--course", "tea"], /^Couldn't read nowhere\.lua: /],
  [["grade", "loose.lua", "--course", "tea", "--lesson", "01-retrun"], /Did you mean 01-return\?/],
  [["grade", "--course", "tea"], /^No answers to grade\./],
  [["grade", "loose.lua", "--table", "class.xls"], /^--table must name a \.csv or \.html file/],
  [["--json"], /^--json belongs to grade\./],
])("a command that cannot be followed is explained: %j", async (args, message) => {
  await written({
    ...courseIn("tea"),
    "loose.lua": "return 42",
    "empty.txt": "I forgot the link.",
    "cut.txt": "https://here.example/?lesson=tea-class/01-return#s=1.abc",
  });
  const { error, code } = await run(...args);
  expect(error).toMatch(message);
  expect(code).toBe(2);
});
