import { expect, test } from "vitest";
import { readCourse } from "../../../src/lessons/format/read-course";
import { grade } from "../../../src/lessons/grade";
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
