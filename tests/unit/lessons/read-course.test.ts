import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { zipOfAddress } from "../../../src/lessons/files/address";
import { filesOfZip } from "../../../src/lessons/files/zip";
import { readCourse } from "../../../src/lessons/format/read-course";
import { hintsOf } from "../../../src/lessons/format/read-lesson";
import { grade } from "../../../src/lessons/grade";
import { sampleCourse, sampleLesson } from "./sample-course";
import { runInNode } from "./trial";

const LESSON = "01-return/lesson.json";
const withLesson = (change: Record<string, unknown>) =>
  sampleCourse({ [LESSON]: JSON.stringify({ ...sampleLesson, ...change }) });
const check = sampleLesson.checks[0];
const world = sampleLesson.worlds[0];

describe("an invalid course is refused by file and field", () => {
  test.each([
    ["no course.json", sampleCourse({ "course.json": null }), /^course\.json: This file is missing/],
    ["a bad id", sampleCourse({ "course.json": '{"id":"Tea Class","title":"x"}' }), /^course\.json: id: /],
    ["no JSON", sampleCourse({ [LESSON]: "{" }), /^01-return\/lesson\.json: This isn't JSON/],
    ["no starter", sampleCourse({ "01-return/starter.lua": null }), /^01-return\/starter\.lua: .*missing/],
    [
      "an empty solution",
      sampleCourse({ "01-return/solution.lua": " " }),
      /^01-return\/solution\.lua: .*empty/,
    ],
    ["no hints", sampleCourse({ "01-return/hints.md": "Think." }), /^01-return\/hints\.md: Expected a list/],
    [
      "no title",
      sampleCourse({ "01-return/lesson.md": "Just text" }),
      /^01-return\/lesson\.md: Expected a title/,
    ],
    ["one world", withLesson({ worlds: [world] }), /lesson\.json: worlds: .*two worlds/],
    [
      "a world without a base",
      withLesson({ worlds: [world, { name: "x" }] }),
      /lesson\.json: worlds\[1\]: Expected either base/,
    ],
    [
      "a bad contact",
      withLesson({ worlds: [world, { ...world, changes: { contacts: [{ waId: "+44" }] } }] }),
      /lesson\.json: worlds\[1\]\.changes\.contacts\[0\]\.waId: Expected a phone number/,
    ],
    [
      "an unknown kind of check",
      withLesson({ checks: [{ ...check, kind: "retruned" }] }),
      /lesson\.json: checks\[0\]\.kind: /,
    ],
    [
      "a mistyped field of a check",
      withLesson({ checks: [{ ...check, lenght: 3 }] }),
      /lesson\.json: checks\[0\]\.lenght: /,
    ],
    [
      "a fact that a world lacks",
      withLesson({ worlds: [world, { name: "bare", base: "empty" }] }),
      /lesson\.json: checks\[0\]: The world "bare" has no fact "answer"\./,
    ],
    ["no check", withLesson({ checks: [] }), /lesson\.json: checks: Expected at least one\.$/],
    [
      "a check that is no object",
      withLesson({ checks: ["answer"] }),
      /checks\[0\]: Expected an object in braces, got "answer"\.$/,
    ],
    [
      "a check without a sentence",
      withLesson({ checks: [{ ...check, say: undefined }] }),
      /checks\[0\]\.say: This field is missing\.$/,
    ],
    [
      "a sentence with a name that stands for nothing",
      withLesson({ checks: [{ ...check, say: "You returned {sen}." }] }),
      /checks\[0\]\.say: There is no placeholder \{sen\}\.$/,
    ],
    [
      "a function that there is not",
      withLesson({
        checks: [{ id: "c", kind: "calls", function: "send_mesage", count: { exactly: 1 }, say: "No." }],
      }),
      /checks\[0\]\.function: Expected one of send_message, .*, got "send_mesage"\.$/,
    ],
    [
      "an argument that there is not",
      withLesson({
        checks: [{ id: "c", kind: "calls", with: { recipient: "1" }, count: { exactly: 1 }, say: "No." }],
      }),
      /checks\[0\]\.with\.recipient: Expected one of to, body, /,
    ],
    [
      "a field of a world that there is not",
      withLesson({ worlds: [world, { ...world, changes: { contcts: [] } }] }),
      /worlds\[1\]\.changes\.contcts: No such field\. Did you mean contacts\?$/,
    ],
    [
      "an error code that Meta does not have",
      withLesson({
        worlds: [
          world,
          {
            ...world,
            changes: {
              faults: [
                { operation: "any", from: 1, count: 1, effect: { kind: "error", code: 7, subcode: null } },
              ],
            },
          },
        ],
      }),
      /worlds\[1\]\.changes\.faults\[0\]\.effect\.code: Expected one of 0, .* and \d+ others, got 7\.$/,
    ],
    [
      "two checks of one id",
      withLesson({ checks: [check, check] }),
      /checks\[1\]\.id: Two checks are called "answer"/,
    ],
    [
      "a heading that is not there",
      withLesson({ checks: [{ ...check, see: "#Nowhere" }] }),
      /checks\[0\]\.see: lesson\.md has no heading "Nowhere"/,
    ],
    [
      "a predicate that is not there",
      withLesson({ checks: [{ id: "p", kind: "lua", say: "{said}" }] }),
      /^01-return\/check\.lua: This file is missing/,
    ],
  ])("%s", (_what, files, message) => {
    expect(() => readCourse(files)).toThrow(message);
  });

  test("an unknown docs page", () => {
    const files = withLesson({ checks: [{ ...check, see: "erors" }] });
    expect(() => readCourse(files, new Set(["errors"]))).toThrow(
      /lesson\.json: checks\[0\]\.see: The docs have no page "erors"\.$/,
    );
  });

  test("an unknown preset world", () => {
    expect(() => readCourse(withLesson({ worlds: [world, { ...world, base: "shpo" }] }))).toThrow(
      /^01-return\/lesson\.json: worlds "the shop": No preset world "shpo"\. Did you mean shop\? /,
    );
  });

  test("a drawn world whose Lua file is missing", () => {
    expect(() => readCourse(withLesson({ worlds: [world, { ...world, draw: "world.lua" }] }))).toThrow(
      /^01-return\/world\.lua: This file is missing\.$/,
    );
  });

  test.each([
    ["lenght", "length"],
    ["valeu", "value"],
  ])("a field that is nearly one that there is: %s", (typed, meant) => {
    const worlds = sampleLesson.worlds.map((one) => ({ ...one, draw: "world.lua" }));
    const files = withLesson({ worlds, checks: [{ ...check, [typed]: 3 }] }).set(
      "01-return/world.lua",
      "return {}",
    );
    expect(() => readCourse(files)).toThrow(
      `01-return/lesson.json: checks[0].${typed}: No such field. Did you mean ${meant}?`,
    );
  });

  test.each([
    ["return 41", /^01-return\/wrong\/x\.lua: The first line must name the check .*: -- expects: answer$/],
    ["-- expects: answr\nreturn 41", /expects: lesson\.json has no check "answr"\. Did you mean answer\?$/],
  ])("a wrong answer that does not say what it fails: %j", (source, message) => {
    expect(() => readCourse(sampleCourse({ "01-return/wrong/x.lua": source }))).toThrow(message);
  });

  test.each([
    [
      [{ title: "One", lessons: ["01-retrun"] }],
      /^course\.json: chapters\[0\]\.lessons\[0\]: There is no folder "01-retrun"\. Did you mean 01-return\?$/,
    ],
    [
      [
        { title: "One", lessons: ["01-return"] },
        { title: "Two", lessons: ["01-return"] },
      ],
      /chapters\[1\]\.lessons\[0\]: "01-return" is already in a chapter\.$/,
    ],
    [[{ title: "One", lessons: [] }], /chapters\[0\]\.lessons: Expected at least one\.$/],
  ])("chapters that do not fit its folders: %j", (chapters, message) => {
    const head = JSON.stringify({ id: "tea", title: "Tea", chapters });
    expect(() => readCourse(sampleCourse({ "course.json": head }))).toThrow(message);
  });

  test("a lesson that is in no chapter", () => {
    const head = JSON.stringify({
      id: "tea",
      title: "Tea",
      chapters: [{ title: "One", lessons: ["01-return"] }],
    });
    const files = sampleCourse({ "course.json": head });
    for (const [path, text] of sampleCourse()) files.set(path.replace("01-return", "left"), text);
    files.set("course.json", head);
    expect(() => readCourse(files)).toThrow(
      'course.json: chapters: The lesson "left" isn\'t in any chapter.',
    );
  });
});

describe("a course in a zip", () => {
  const zipped = (files: ReadonlyMap<string, string>, folder = "") =>
    zipSync(Object.fromEntries([...files].map(([path, text]) => [folder + path, strToU8(text)])));

  test.each(["", "tea class/"])("is read as it was packed, in the folder %j", async (folder) => {
    const course = readCourse(await filesOfZip("tea.zip", zipped(sampleCourse(), folder)));
    const [lesson] = course.lessons;
    if (lesson === undefined) throw new Error("no lesson");
    expect([course.id, lesson.id, lesson.title]).toEqual(["tea-class", "01-return", "Return a number"]);
    expect((await grade(lesson, { name: "a.lua", source: lesson.solution }, 1, runInNode)).passed).toBe(true);
    const { failures } = await grade(lesson, { name: "a.lua", source: "return 41" }, 1, runInNode);
    expect(failures).toEqual([
      {
        check: "answer",
        sentence: "You returned 41, not 42.",
        see: "#Your task",
        line: null,
        worlds: [
          { index: 0, name: "the shop" },
          { index: 1, name: "nowhere" },
        ],
      },
    ]);
  });

  test("may use backslashes in paths, as some Windows programs do", async () => {
    const files = [...sampleCourse()].map(([path, text]): [string, string] => [
      path.replace("/", "\\"),
      text,
    ]);
    expect(readCourse(await filesOfZip("tea.zip", zipped(new Map(files)))).lessons).toHaveLength(1);
  });

  test("orders its lessons by its chapters", () => {
    const chapters = [
      { title: "First", lessons: ["z", "01-return"] },
      { title: "Then", lessons: ["a"] },
    ];
    const files = sampleCourse();
    for (const [path, text] of sampleCourse()) {
      files.set(path.replace("01-return", "a"), text).set(path.replace("01-return", "z"), text);
    }
    files.set("course.json", JSON.stringify({ id: "tea", title: "Tea", lang: "he", dir: "rtl", chapters }));
    const course = readCourse(files);
    expect(course.lessons.map(({ id }) => id)).toEqual(["z", "01-return", "a"]);
    expect(course.chapters.map(({ title, lessons }) => [title, lessons.length])).toEqual([
      ["First", 2],
      ["Then", 1],
    ]);
    expect([course.lang, course.dir, course.solutions]).toEqual(["he", "rtl", "after-try"]);
  });

  test("orders its lessons by number", () => {
    const files = sampleCourse();
    for (const [path, text] of sampleCourse()) {
      files.set(path.replace("01-return", "10-tenth"), text).set(path.replace("01-return", "2-second"), text);
    }
    expect(readCourse(files).lessons.map(({ id }) => id)).toEqual(["01-return", "2-second", "10-tenth"]);
  });

  test("may contain other files", async () => {
    const files = sampleCourse({ "__MACOSX/01-return/._lesson.md": "junk", ".git/config.md": "x" });
    expect(readCourse(await filesOfZip("tea.zip", zipped(files))).lessons).toHaveLength(1);
  });

  test.each([
    ["http://elsewhere.example/tea.zip", /need https/],
    ["data:application/zip,x", /need https/],
    ["http://192.168.0.7/tea.zip", /need https/],
    ["https://me:secret@elsewhere.example/tea.zip", /user name or password/],
    ["https://", /Not a valid address/],
  ])("is not fetched from %s", async (address, why) => {
    await expect(zipOfAddress(address, "https://here.example/app/")).rejects.toThrow(why);
  });
});

describe("a world file in a lesson's folder", () => {
  const worlds = [world, { name: "a busy day", file: "world-busy.json", facts: { answer: 42 } }];
  const lessonWith = (text: string) =>
    readCourse(new Map([...withLesson({ worlds }), ["01-return/world-busy.json", text]])).lessons[0];

  test("is read as a world", async () => {
    const built = await lessonWith(JSON.stringify(seedWorld()))?.worlds[1]?.make(1, runInNode);
    expect(built?.world).toEqual(seedWorld());
  });

  test("is refused by file and field if it is invalid", async () => {
    const broken = lessonWith(JSON.stringify({ ...seedWorld(), clock: "noon" }));
    await expect(broken?.worlds[1]?.make(1, runInNode)).rejects.toThrow(
      /^01-return\/world-busy\.json: clock: /,
    );
    expect(() => lessonWith("{")).toThrow(/^01-return\/world-busy\.json: This isn't JSON/);
  });
});

test("a hint is a list item, including further lines and code", () => {
  expect(hintsOf("# Hints\n\n- One\n  more\n\n  ```lua\n  x = 1\n  ```\n- Two\n")).toEqual([
    "One\nmore\n\n```lua\nx = 1\n```",
    "Two",
  ]);
});

test("a predicate that fails is the course's fault, not the learner's", async () => {
  const course = readCourse(
    new Map([
      ...withLesson({ checks: [{ id: "p", kind: "lua", say: "{said}" }] }),
      ["01-return/check.lua", "return nil + 1"],
    ]),
  );
  const [lesson] = course.lessons;
  if (lesson === undefined) throw new Error("no lesson");
  await expect(grade(lesson, { name: "a.lua", source: "return 42" }, 1, runInNode)).rejects.toThrow(
    /^01-return\/check\.lua failed: check\.lua:1: attempt to perform arithmetic/,
  );
});
