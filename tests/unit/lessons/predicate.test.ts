import { expect, test } from "vitest";
import { readCourse } from "../../../src/lessons/format/read-course";
import { grade, gradeAll } from "../../../src/lessons/grade";
import type { RunTrial } from "../../../src/lessons/outcome";
import { sampleCourse, sampleLesson } from "./sample-course";
import { runInNode } from "./trial";

/** What a predicate says about a script; it returns a sentence. */
async function said(predicate: string, source: string, seed = 1) {
  const checks = [{ id: "p", kind: "lua", say: "{said}" }];
  const files = sampleCourse({
    "01-return/lesson.json": JSON.stringify({ ...sampleLesson, checks }),
    "01-return/check.lua": predicate,
  });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  const { failures } = await grade(lesson, { name: "a.lua", source }, seed, runInNode);
  return failures[0]?.sentence;
}

const sendTwice = `local whatsapp = app.integrations.whatsapp
whatsapp.send_message{ to = "15551234567", body = "One" }
local start = os.time()
while os.time() < start + 5 do end
whatsapp.send_message{ to = "15551234567", body = "Two" }`;

test("a predicate knows when each call began, in simulated milliseconds", async () => {
  const gap = await said(`return tostring(run.calls[2].at - run.calls[1].at) .. "."`, sendTwice);
  expect(Number(gap)).toBeGreaterThan(4_000);
  expect(Number(gap)).toBeLessThan(8_000);
});

test("a predicate knows when each message was accepted", async () => {
  const order = `local a, b = run.messages[1], run.messages[2]
    return tostring(run.calls[1].at <= a.at and a.at < run.calls[2].at and run.calls[2].at <= b.at) .. "."`;
  expect(await said(order, sendTwice)).toBe("true.");
});

test("a predicate knows the seed that the world was made from", async () => {
  expect(await said(`return "Seed " .. run.seed .. "."`, "return 1", 77)).toBe("Seed 77.");
});

test("the predicates of a lesson share no globals, and one's error does not affect the others", async () => {
  const checks = ["first", "second"].map((id) => ({ id, kind: "lua", file: `${id}.lua`, say: "{said}" }));
  const files = sampleCourse({
    "01-return/lesson.json": JSON.stringify({ ...sampleLesson, checks }),
    "01-return/first.lua": `left = 1 return run.result ~= 1 or "The first one."`,
    "01-return/second.lua": `if left then return "They share globals." end return run.result ~= 2 or run.nowhere.near`,
  });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  const scripts = [0, 1, 2].map((result) => ({ name: "a.lua", source: `return ${result}` }));
  const [none, one, two] = await gradeAll(lesson, scripts, 1, runInNode);
  expect(none).toMatchObject({ passed: true });
  expect(one).toMatchObject({ passed: false, failures: [{ check: "first", sentence: "The first one." }] });
  expect(String(two && "fault" in two && two.fault)).toContain("01-return/second.lua failed: second.lua:1:");
});

test("predicates that take too long together are evaluated one by one", async () => {
  const checks = [{ id: "p", kind: "lua", say: "{said}" }];
  const files = sampleCourse({
    "01-return/lesson.json": JSON.stringify({ ...sampleLesson, checks }),
    "01-return/check.lua": `return run.result == 1 or "Return 1."`,
  });
  const [lesson] = readCourse(files).lessons;
  if (lesson === undefined) throw new Error("no lesson");
  let ended = 0;
  const impatient: RunTrial = async (job) => {
    const outcome = await runInNode(job);
    if (job.source.split("check.lua").length <= 2) return outcome;
    ended += 1;
    return { ...outcome, end: { kind: "failed", message: "Lua timeout error" } };
  };
  const scripts = [1, 2].map((result) => ({ name: "a.lua", source: `return ${result}` }));
  const verdicts = await gradeAll(lesson, scripts, 1, impatient);
  expect(verdicts.map((verdict) => "passed" in verdict && verdict.passed)).toEqual([true, false]);
  expect(ended).toBe(lesson.worlds.length);
});
