import { describe, expect, test } from "vitest";
import { readCourse } from "../../../src/lessons/format/read-course";
import { grade } from "../../../src/lessons/grade";
import { sampleCourse, sampleLesson } from "./sample-course";
import { runInNode } from "./trial";

/** The verdict of a check over a script. */
async function judged(check: Record<string, unknown>, source: string) {
  const checks = [{ id: "c", say: "No.", ...check }];
  const files = sampleCourse({ "01-return/lesson.json": JSON.stringify({ ...sampleLesson, checks }) });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  return (await grade(lesson, { name: "a.lua", source }, 1, runInNode)).passed;
}

const runaway = { pattern: "^(?:a+)+$" };
const bait = `("a"):rep(5000) .. "!"`;

describe("a lesson's pattern", () => {
  test.each([
    [
      "printed",
      { kind: "printed", line: { pattern: "^sent \\d+/\\d+$" } },
      `print("Sent 3/4")`,
      `print("Not sent 3/4")`,
    ],
    ["returned", { kind: "returned", value: { pattern: "^\\p{L}+$" } }, `return "Übung"`, `return "4"`],
    [
      "each item",
      { kind: "returned", at: "*", value: { pattern: "^x" } },
      `return { "x1", "x2", "x3" }`,
      `return { "x1", "x2", "y" }`,
    ],
    ["end", { kind: "end", how: "failed", error: { pattern: "boom$" } }, `error("boom")`, `error("bang")`],
    ["not", { kind: "returned", value: { not: { pattern: "^4" } } }, `return "5"`, `return "4"`],
    [
      "calls",
      { kind: "calls", with: { to: { pattern: "^1555" }, body: { pattern: "^hi$" } }, count: { exactly: 1 } },
      `app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hi" }`,
      `app.integrations.whatsapp.send_message{ to = "15551234567", body = "Ho" }`,
    ],
  ])("is matched in the box: %s", async (_what, check, right, wrong) => {
    expect(await judged(check, right)).toBe(true);
    expect(await judged(check, wrong)).toBe(false);
  });

  test.each([
    ["printed", { kind: "printed", line: runaway }, `for _ = 1, 5 do print(${bait}) end`],
    ["returned", { kind: "returned", value: runaway }, `return ${bait}`],
    ["end", { kind: "end", how: "failed", error: runaway }, `error(${bait})`],
  ])("that backtracks without end matches nothing, in its time: %s", async (_what, check, source) => {
    const before = process.cpuUsage();
    expect(await judged(check, source)).toBe(false);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(20_000);
  });

  test("that the box cannot read is the course's fault, by file and check", async () => {
    await expect(judged({ kind: "printed", line: { pattern: "[^]" } }, `print("x")`)).rejects.toThrow(
      /^01-return\/lesson\.json: c failed: .*regex\.match/,
    );
  });

  test("is not searched for in megabytes of text", async () => {
    const flood = `for i = 1, 50 do print(i .. ("x"):rep(100000)) end`;
    await expect(judged({ kind: "printed", line: { pattern: "y" } }, flood)).rejects.toThrow(/4 MB/);
  });
});
