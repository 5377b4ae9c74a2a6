import { expect, test } from "vitest";
import { startRehearsal } from "../../../src/app/rehearsal";
import { readCourse } from "../../../src/lessons/format/read-course";
import { sampleCourse } from "./sample-course";
import { runInNode } from "./trial";

const course = readCourse(
  sampleCourse({
    "01-return/right/sum.lua": "return 40 + 2",
    "01-return/right/less.lua": "return 41",
    "01-return/wrong/less.lua": "-- expects: answer\nreturn 41",
  }),
);

test("tries a whole course and names what is wrong", async () => {
  const { state, ended } = startRehearsal(course, { trial: runInNode });
  await ended;
  expect(state.value).toEqual({
    tried: 5,
    wrong: [
      {
        lesson: "01-return",
        file: "right/less.lua",
        problem: "It must pass, but fails answer in the shop, in nowhere: You returned 41, not 42.",
      },
    ],
    over: true,
  });
});

test("trying a course stops on request, along with its run", async () => {
  let runs = 0;
  let stops = 0;
  const rehearsal = startRehearsal(course, {
    trial(job, stopped) {
      runs += 1;
      return new Promise((resolve) =>
        stopped.addEventListener("abort", () => {
          stops += 1;
          resolve({ end: { kind: "stopped" }, output: "", calls: [], worlds: job.worlds });
        }),
      );
    },
  });
  await expect.poll(() => runs).toBe(1);
  rehearsal.stop();
  await rehearsal.ended;
  expect(stops).toBe(1);
  expect(rehearsal.state.value).toEqual({ tried: 0, wrong: [], over: false });
});

test("a sandbox that cannot be opened fails each answer without an endless wait", async () => {
  const { state, ended } = startRehearsal(course, { trial: () => Promise.reject(new Error("no Lua VM")) });
  await ended;
  expect(state.value.over).toBe(true);
  expect(state.value.wrong.map(({ problem }) => problem)).toEqual(Array(5).fill("no Lua VM"));
});
