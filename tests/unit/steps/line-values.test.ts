import { describe, expect, it } from "vitest";
import { changedAt } from "../../../src/steps/line-values";
import type { Moment, ShownValue } from "../../../src/steps/moment";
import { lineCounts } from "../../../src/steps/navigate";
import { shortValue } from "../../../src/steps/short-value";
import { answers, timelineOf } from "./replays";

/** What is shown at the end of lines at each step where a person can stop, without the steps that show nothing. */
async function shownBy(source: string): Promise<string[]> {
  const timeline = await timelineOf(source);
  const whole = { from: 1, focus: 1, to: timeline.count, frame: { thread: 0, frame: 0 }, watches: [] };
  const [answer] = await answers(source, { kind: "moments", ...whole });
  if (answer?.kind !== "moments") throw new Error("The answer is not about moments.");
  const moments = new Map(answer.moments.map(({ step, moment }): [number, Moment] => [step, moment]));
  return [...moments.keys()]
    .filter((step) => timeline.at(step)?.kind === "line")
    .map((step) => changedAt(timeline, step, (one) => moments.get(one) ?? null))
    .flatMap((values) => (values === null ? [] : [`${values.line}: ${values.text}`]));
}

describe("values at the end of lines", () => {
  it("belong to the line that changed them", async () => {
    expect(await shownBy("local a = 1\na = a + 1\nb = 'x'\nprint(a, b)")).toEqual([
      "1: a = 1",
      "2: a = 2",
      '3: b = "x"',
    ]);
  });

  it("follow a loop", async () => {
    expect(await shownBy("local s = 0\nfor i = 1, 2 do\n  s = s + i\nend\nprint(s)")).toEqual([
      "1: s = 0",
      "2: i = 1",
      "3: s = 1",
      "2: i = 2",
      "3: s = 3",
    ]);
  });

  it("are a function's arguments at its start, and its result at the call", async () => {
    expect(await shownBy("local function f(x, y)\n  return x + y\nend\nlocal z = f(1, 2)\nprint(z)")).toEqual(
      ["1: x = 1, y = 2", "4: z = 3"],
    );
  });

  it("notice changes inside tables", async () => {
    expect(await shownBy("local t = { n = 0 }\nt.n = 5\nt.list = { 1, 2 }\nprint(t)")).toEqual([
      "1: t = {n = 0}",
      "2: t = {n = 5}",
      expect.stringMatching(/^3: t = \{(n = 5, list = \{1, 2\}|list = \{1, 2\}, n = 5)\}$/),
    ]);
  });
});

describe("a value on one line", () => {
  const text = (value: string, cut = 0): ShownValue => ({ kind: "string", text: value, cut });
  it("is truncated if there is no room", () => {
    expect(shortValue(text("a".repeat(50)), {}, 10)).toBe(`"${"a".repeat(9)}"…`);
    expect(shortValue(text("abc", 1000), {}, 10)).toBe('"abc"…');
    expect(shortValue({ kind: "table", address: 1 }, {}, 10)).toBe("{…}");
  });
  it("terminates for a table that contains itself", () => {
    const self = { kind: "table", address: 1 } as const;
    const tables = { 1: { fields: [[text("me"), self]], more: false } } as const;
    expect(shortValue(self, tables, 60).length).toBeLessThan(120);
  });
});

describe("line counts", () => {
  it("say how often each line ran", async () => {
    const timeline = await timelineOf("for i = 1, 3 do\n  local x = i\nend\nreturn 1");
    expect([...lineCounts(timeline)]).toEqual([
      [1, 4],
      [2, 3],
      [4, 1],
    ]);
  });
});
