import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { readCourse } from "../../../src/lessons/format/read-course";
import { grade } from "../../../src/lessons/grade";
import { sampleCourse, sampleLesson } from "./sample-course";
import { runInNode } from "./trial";

/** The lesson of a course whose first world is drawn by this Lua file. */
function lessonWith(world: string, changes: Record<string, unknown> = {}) {
  const [first, second] = sampleLesson.worlds;
  const worlds = [
    { ...first, draw: "world.lua", ...changes },
    { ...second, draw: "world.lua" },
  ];
  const files = sampleCourse({
    "01-return/lesson.json": JSON.stringify({ ...sampleLesson, worlds }),
    "01-return/world.lua": world,
  });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  return lesson;
}

/** The first world as drawn from a seed. */
const drawn = (world: string, seed = 1, changes?: Record<string, unknown>) => {
  const [first] = lessonWith(world, changes).worlds;
  if (first === undefined) throw new Error("no world");
  return first.make(seed, runInNode);
};

/** What an expression of world.lua evaluates to. */
const value = async (expression: string, seed = 1) =>
  (await drawn(`return { facts = { answer = 1, value = ${expression} } }`, seed)).facts.value;

describe("a world drawn by Lua", () => {
  const contacts = `
local people = draw.people(3)
local contacts = {}
for i, one in ipairs(people) do contacts[i] = { waId = one.phone, profileName = one.name } end
return { changes = { contacts = contacts }, facts = { answer = draw.int(1, 1000000), first = people[1].phone } }`;

  test("is the same for the same seed, and differs for another", async () => {
    const [one, same, other] = await Promise.all([
      drawn(contacts, 7),
      drawn(contacts, 7),
      drawn(contacts, 8),
    ]);
    expect(same.world).toEqual(one.world);
    expect(same.facts).toEqual(one.facts);
    expect(other.facts.answer).not.toBe(one.facts.answer);
    expect(one.world.contacts.flat().map(({ waId }) => waId)).toContain(one.facts.first);
    expect(one.world.contacts.flat()).toHaveLength(3);
  });

  test("overrides lesson.json, and may have its own name", async () => {
    const own = { changes: { business: { name: "Own" }, received: [] }, facts: { answer: 1, kept: 2 } };
    const made = await drawn(
      `return { name = "a shop called " .. world.name .. world.index, facts = { answer = 5 },
        changes = { business = { name = "Drawn" } } }`,
      1,
      own,
    );
    expect(made.name).toBe("a shop called the shop1");
    expect(made.facts).toEqual({ answer: 5, kept: 2 });
    expect(made.world.business.name).toBe("Drawn");
  });

  test("gives its facts to the checks, and its seed to the verdict", async () => {
    const lesson = lessonWith("return { facts = { answer = draw.int(1, 1000000) } }");
    const verdict = await grade(lesson, { name: "a.lua", source: "return 42" }, 77, runInNode);
    const [{ facts }] = [await drawn("return { facts = { answer = draw.int(1, 1000000) } }", 77)];
    expect(verdict.seed).toBe(77);
    expect(verdict.failures[0]?.sentence).toBe(`You returned 42, not ${String(facts.answer)}.`);
    expect(verdict.failures[0]?.worlds.map(({ index }) => index)).toEqual([0, 1]);
  });

  test("may have faults that leave out what JSON writes as null", async () => {
    const made = await drawn(`return { facts = { answer = 1 }, changes = { faults = {
      { operation = "any", from = 1, effect = { kind = "error", code = 131057 } } } } }`);
    expect(made.world.faults).toEqual([
      {
        operation: "any",
        from: 1,
        count: null,
        effect: { kind: "error", code: 131057, subcode: null },
      },
    ]);
  });

  test.each([
    ["an error", "local x\nerror('no luck')", /^01-return\/world\.lua: world\.lua:2: no luck$/],
    ["nothing", "local x = 1", /^01-return\/world\.lua: It must return a table such as /],
    [
      "a mistyped field",
      "return { changes = { contacts = { { waId = '447700900142', profilName = 'Jo' } } } }",
      /^01-return\/world\.lua: changes\.contacts\[0\]\.profilName: No such field\. Did you mean profileName\?$/,
    ],
    [
      "no fact that a check needs",
      "return { facts = {} }",
      /^01-return\/lesson\.json: checks\[0\]: The world "the shop" has no fact "answer"\.$/,
    ],
    [
      "a customer of an account that there is not",
      "return { facts = { answer = 1 }, changes = { received = { { from = '447700900142', account = 'shop', text = 'Hi', minutesAgo = 1 } } } }",
      /^01-return\/world\.lua: changes\.received: There is no account "shop"\.$/,
    ],
    [
      "a country without numbers",
      "local p = draw.people(1, { country = 'xx' })",
      /world\.lua:1: draw\.people knows/,
    ],
    ["too many people", "local p = draw.people(2000)", /world\.lua:1: draw\.people draws 300 people at most/],
  ])("that returns %s is the course's fault, by file and place", async (_what, world, message) => {
    await expect(drawn(world, 1, { facts: {} })).rejects.toThrow(message);
  });
});

describe("world.lua draws", () => {
  test("different people with numbers that phones could have, none of them American unless asked", async () => {
    for (const seed of [1, 2, 3]) {
      const people = await value("draw.people(40)", seed);
      if (!Array.isArray(people)) throw new Error("no list");
      const phones = people.map((one) =>
        String(typeof one === "object" && one !== null && "phone" in one && one.phone),
      );
      expect(new Set(phones).size).toBe(40);
      for (const phone of phones) {
        const parsed = parsePhoneNumberFromString(`+${phone}`);
        expect(parsed?.isPossible(), phone).toBe(true);
        expect(parsed?.countryCallingCode, phone).not.toBe("1");
      }
    }
    expect(await value("draw.people(1, { country = 'us' })[1].phone")).toMatch(/^1\d{3}55501\d\d$/);
  });

  test.each(["au", "de", "fr", "gb", "ie", "se", "us"])(
    "people of %s, as many as it promises",
    async (country) => {
      const most = { au: 20, de: 60, se: 60 }[country] ?? 300;
      expect(await value(`#draw.people(${most}, { country = "${country}" })`)).toBe(most);
    },
  );

  test("a new order of a list without touching the list", async () => {
    const both = await value(
      "(function() local list = { 1, 2, 3, 4, 5, 6, 7, 8, 9 } return { list, draw.shuffle(list) } end)()",
    );
    if (!Array.isArray(both)) throw new Error("no list");
    const [list, shuffled] = both;
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shuffled).not.toEqual(list);
    expect(Array.isArray(shuffled) && [...shuffled].sort()).toEqual(list);
  });

  test("numbers, words, shop names and probabilities", async () => {
    expect(await value("draw.int(3, 3)")).toBe(3);
    expect(await value("draw.pick({ 'x' })")).toBe("x");
    expect(await value("draw.chance(1)")).toBe(true);
    expect(await value("draw.chance(0)")).toBe(false);
    expect(await value("draw.word()")).toMatch(/^[a-z]+$/);
    expect(await value("draw.business()")).toMatch(/^\S+.* \S+$/);
  });
});
