import { expect, test } from "vitest";
import { changesIn, sameValue } from "../../../src/steps/changes";
import { enteredSince, marksOf, moved } from "../../../src/steps/navigate";
import { momentAt, timelineOf } from "./replays";

const source = [
  "local total = 0",
  "list = { 1 }",
  "local function add(n)",
  "  total = total + n",
  "  list[#list + 1] = n",
  "end",
  "add(2)",
  "local name = 'Ann'",
  "print(name)",
].join("\n");

/** What changed at the first stop at a line since the stop before it, by frame. */
async function changesAt(line: number, frame = 0) {
  const timeline = await timelineOf(source);
  let step = 1;
  while (step < timeline.count && !(timeline.at(step)?.kind === "line" && timeline.at(step)?.line === line))
    step++;
  const stop = moved(timeline, step, "into", -1);
  const before = stop === null ? null : (await momentAt(source, stop)).moment;
  const { moment } = await momentAt(source, step);
  const entered = stop !== null && enteredSince(timeline, stop, step);
  const { locals, upvalues, globals } = changesIn(before, moment, { thread: 0, frame }, entered);
  return [[...locals], [...upvalues], [...globals]];
}

test("changes are found in each frame, in tables too", async () => {
  expect(await changesAt(2)).toEqual([["total"], [], []]);
  expect(await changesAt(6)).toEqual([[], [], ["list"]]);
  // A function that has just begun: its parameters are new.
  expect(await changesAt(4)).toEqual([["n"], [], []]);
  expect(await changesAt(5)).toEqual([[], ["total"], []]);
  expect(await changesAt(5, 1)).toEqual([["total"], [], []]);
  expect(await changesAt(7)).toEqual([["add"], [], []]);
  // Back in the caller: what the function did was shown in its own steps.
  expect(await changesAt(8)).toEqual([[], [], []]);
  expect(await changesAt(9)).toEqual([["name"], [], []]);
});

test("a string of which more has been read is the same string", () => {
  const brief = { kind: "string", text: "abc", cut: 3 } as const;
  const full = { kind: "string", text: "abcdef", cut: 0 } as const;
  expect(sameValue(brief, full, {}, {})).toBe(true);
  expect(sameValue(brief, { ...full, text: "xbcdef" }, {}, {})).toBe(false);
  expect(sameValue(full, { ...full, text: "abcdeg" }, {}, {})).toBe(false);
});

test("prints, requests and caught errors are marked on the timeline", async () => {
  const timeline = await timelineOf("print(1)\npcall(function() error('x') end)\nprint(2)\napp.x.y{}");
  const { print, request, error } = marksOf(timeline);
  expect([...print].map((step) => timeline.at(step)?.line)).toEqual([1, 3]);
  expect([...request].map((step) => timeline.at(step)?.line)).toEqual([4]);
  expect(error.length).toBeGreaterThan(0);
});
