/** Texts that would take minutes if every check were allowed to go through all of them for each of their parts. */
import { describe, expect, it } from "vitest";
import { ANSWERS } from "../../../src/language/answers";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { MOST_STEPS, withinSteps } from "../../../src/language/work";
import { shopContext } from "./marked";

const WA = "local wa = app.integrations.whatsapp\n";
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

/** Characters that are the same on every run. */
function noise(length: number, range: number): string {
  let seed = 7;
  return many(length, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return String.fromCharCode(seed % range);
  });
}

const marked = (source: string) => diagnostics(source, shopContext);
const isStopped = (source: string) => marked(source).some(({ code }) => code === "analysis-stopped");

const LONG: readonly (readonly [kind: string, source: () => string])[] = [
  ["rows", () => `return {\n${many(60_000, (at) => `{ id = ${at}, "n${at}" },\n`)}}`],
  ["items", () => `return { ${"1, ".repeat(300_000)} }`],
  [
    "locals of one name",
    () => many(13_000, () => "local function same(a, b)\n  local c = a + b return c * same(a, c)\nend\n"),
  ],
  ["random characters", () => noise(1_000_000, 2 ** 16)],
  ["random ASCII", () => noise(1_000_000, 128)],
  ["operands", () => `return a${" or a".repeat(150_000)}`],
  [
    "branches",
    () => `local x = 1\nif x == 0 then\n${many(30_000, (at) => `elseif x == ${at} then print(x)\n`)}end`,
  ],
  ["labels", () => `do ${many(20_000, (at) => `goto l${at} ::l${at}::\n`)} end`],
  ["errors", () => "x = = 1\n".repeat(100_000)],
  ["open brackets", () => "x = {1 2\n".repeat(100_000)],
  ["curly quotes", () => "\u201c".repeat(300_000)],
  ["texts in curly quotes", () => "print(\u201chi\u201d)\n".repeat(60_000)],
  ["texts on one line", () => "print(\u201cx\u201d) ".repeat(90_000)],
  ["spaces that are none", () => "x =\u200b1\n".repeat(100_000)],
  ["fences", () => "```lua\nprint(1)\n```\nhello\n".repeat(30_000)],
  ["slips of a keyword on one line", () => "fi a ".repeat(200_000)],
  [
    "annotations",
    () =>
      many(
        13_000,
        (at) =>
          `---@class K${at}\n---@field a K${at}\n---@param x K${at}\nlocal function f(x) return x.a end\n`,
      ),
  ],
  [
    "sends of one table that changes",
    () => `${WA}local a = { to = "1" }\n${many(30_000, (at) => `a.body = "${at}" wa.send_message(a)\n`)}`,
  ],
  ["wrong calls", () => `${WA}${"wa.send_message({ too = 1, bod = 2, body = 3 })\n".repeat(20_000)}`],
  ["assignments", () => `local x\n${"x = x\n".repeat(100_000)}`],
  [
    "outcomes",
    () =>
      `${WA}local ok, r\n${"ok, r = pcall(wa.list_contacts) if not ok then print(r) else print(r.data) end\n".repeat(12_000)}`,
  ],
];

describe("a text of about a megabyte", () => {
  it.each(LONG)("of %s is given up on within an answer's steps, and says so", (_, make) => {
    const source = make();
    const marks = withinSteps(
      MOST_STEPS,
      () => marked(source),
      () => null,
    );
    expect(marks?.find(({ code }) => code === "analysis-stopped")).toMatchObject({
      severity: "hint",
      start: 0,
      message: expect.stringContaining("too long to check fully"),
    });
  });

  it("has no other help if that takes too long", async () => {
    const source = `${"f() ".repeat(250_000)}`;
    for (const question of [
      "complete",
      "hover",
      "signature",
      "symbol",
      "outline",
      "folds",
      "semanticTokens",
      "topic",
    ] as const)
      expect((await ANSWERS[question](source, { start: 2, end: 2 }, shopContext)) ?? []).toHaveLength(0);
  });
});

it.each<readonly [string, string]>([
  [
    "one table sent 3,000 times",
    `${WA}local a = { to = "15551234567", body = "x" }\n${"wa.send_message(a)\n".repeat(3_000)}`,
  ],
  [
    "1,500 calls with three marks each",
    `${WA}${"wa.send_message({ too = 1, bod = 2, body = 3 })\n".repeat(1_500)}`,
  ],
  ["an undefined function called 10,000 times", "f(1)\n".repeat(10_000)],
  ["a table of 5,000 rows", `return {\n${many(5_000, (at) => `{ id = ${at}, name = "n${at}" },\n`)}}`],
  ["2,000 operands", `local a = 1\nreturn a${" or a".repeat(2_000)}`],
  [
    "2,000 functions",
    many(
      2_000,
      (at) => `local t${at % 100} = {}\nfunction f${at}(a, b)\n  local c = a + b\n  return c * 2\nend\n`,
    ).replaceAll(/local t\d+ = \{\}\n/g, ""),
  ],
])("%s is checked to the end", (_, source) => {
  expect(isStopped(source)).toBe(false);
});

it("checks the script after a long one as usual, and a long one the same each time", () => {
  const long = `${WA}${"wa.send_message({ too = 1 })\n".repeat(20_000)}`;
  const first = marked(long);
  expect(marked("return fooo")).toHaveLength(1);
  expect(marked(long)).toEqual(first);
});
