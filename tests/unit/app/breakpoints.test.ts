import { describe, expect, it } from "vitest";
import { findHits } from "../../../src/app/breakpoint-hits";
import { createBreakpoints, type LineBreakpoint } from "../../../src/app/breakpoints";
import { lineMap } from "../../../src/shared/line-map";
import { nextOf } from "../../../src/steps/navigate";
import type { VisitPoint } from "../../../src/steps/replay-protocol";
import { answers, timelineOf } from "../steps/replays";
import { localStorageLike } from "./browser-parts";

const stop = (line: number): LineBreakpoint => ({ kind: "stop", line });

/** Scripts `a` and `b`, whose texts can be edited. */
function scripts() {
  const texts = new Map([
    ["a", "one\ntwo\nthree"],
    ["b", "one"],
  ]);
  return { texts, of: (id: string) => texts.get(id) };
}

describe("breakpoints", () => {
  it("move with their lines", () => {
    const points = createBreakpoints(null, scripts().of);
    points.toggle("a", 3);
    points.toggle("a", 1);
    points.edited("a", "one\ntwo\nthree", "zero\none\ntwo\n\nthree");
    expect(points.of("a")).toEqual([stop(2), stop(5)]);
    points.edited("b", "one", "zero\none");
    expect(points.of("a")).toEqual([stop(2), stop(5)]);
  });

  it("are unique per line, even when lines are joined", () => {
    const points = createBreakpoints(null, scripts().of);
    points.set("a", { kind: "condition", line: 2, text: "x" });
    points.set("a", { kind: "log", line: 2, text: "y" });
    points.toggle("a", 3);
    points.edited("a", "one\ntwo\nthree", "one\ntwothree");
    expect(points.of("a")).toEqual([{ kind: "log", line: 2, text: "y" }]);
    points.toggle("a", 2);
    expect(points.of("a")).toEqual([]);
  });

  it("survive a reload, but not their script", () => {
    const storage = localStorageLike();
    const points = createBreakpoints(storage, scripts().of);
    points.set("a", { kind: "condition", line: 2, text: "x > 1" });
    points.toggle("b", 1);
    const later = createBreakpoints(storage, (id) => (id === "a" ? "one" : undefined));
    expect([...later.all.value]).toEqual([["a", [{ kind: "condition", line: 2, text: "x > 1" }]]]);
    later.removeAll("a");
    expect(storage.items.size).toBe(0);
  });

  it("are stored again after the site's data was cleared, unless there were none", () => {
    const storage = localStorageLike();
    const points = createBreakpoints(storage, scripts().of);
    points.restore();
    expect(storage.items.size).toBe(0);
    points.toggle("a", 1);
    storage.items.clear();
    points.restore();
    expect(createBreakpoints(storage, scripts().of).of("a")).toEqual([stop(1)]);
  });

  it.each(["text first", "breakpoints first"])(
    "are the same in another tab that edits the script: %s",
    (order) => {
      const storage = localStorageLike();
      const [here, there] = [scripts(), scripts()];
      const mine = createBreakpoints(storage, here.of);
      const theirs = createBreakpoints(storage, there.of);
      mine.toggle("a", 3);
      theirs.reread();
      expect(theirs.of("a")).toEqual([stop(3)]);

      const before = here.of("a") ?? "";
      const after = `zero\n${before}`;
      here.texts.set("a", after);
      mine.edited("a", before, after);
      const arrivals = [() => theirs.edited("a", before, after), () => theirs.reread()];
      for (const arrive of order === "text first" ? arrivals : arrivals.reverse()) arrive();
      expect([mine.of("a"), theirs.of("a")]).toEqual([[stop(4)], [stop(4)]]);
    },
  );

  it.each(["", "nonsense", "[]", '{"a":{"text":1,"points":[{"kind":"stop","line":0}]}}'])(
    "start empty from %j",
    (kept) => {
      const storage = { ...localStorageLike(), getItem: () => kept };
      expect(createBreakpoints(storage, scripts().of).all.value.size).toBe(0);
    },
  );

  it("work if the browser stores nothing", () => {
    const points = createBreakpoints(localStorageLike(0), scripts().of);
    points.toggle("a", 1);
    expect(points.of("a")).toEqual([stop(1)]);
  });
});

describe("lines of an edited text", () => {
  const map = (before: string, after: string) => {
    const mapped = lineMap(before, after);
    return before.split("\n").map((_, index) => mapped(index + 1));
  };
  it.each([
    ["a\nb\nc", "a\nb\nc", [1, 2, 3]],
    ["a\nb\nc", "a\nx\nb\nc", [1, 3, 4]],
    ["a\nb\nc", "a\nc", [1, 2, 2]],
    ["a\nb\nc", "a\nbb\nc", [1, 2, 3]],
    ["a\nb\nc", "b\na\nc", [2, 1, 3]],
    ["if x then\ny()\nend", "if x then\n  y()\nend", [1, 2, 3]],
    ["a\nb", "", [1, 1]],
    ["", "a\nb", [1]],
  ])("of %j in %j", (before, after, expected) => {
    expect(map(before, after)).toEqual(expected);
  });
});

describe("hits", () => {
  const SOURCE = "for i = 1, 5 do\n  local x = i * 2\n  local y = x\nend\nreturn 1";
  const hitsOf = async (points: readonly LineBreakpoint[]) => {
    const timeline = await timelineOf(SOURCE);
    const visits = async (asked: readonly VisitPoint[], most: number) => {
      const [answer] = await answers(SOURCE, { kind: "visits", points: asked, until: timeline.count, most });
      if (answer?.kind !== "visits") throw new Error("The answer is not about visits.");
      return answer;
    };
    const hits = await findHits(visits, points, timeline);
    const steps: number[] = [];
    for (let at = nextOf(hits.steps, 0, 1); at !== null; at = nextOf(hits.steps, at, 1)) steps.push(at);
    const back: number[] = [];
    for (let at = nextOf(hits.steps, timeline.count + 1, -1); at !== null; at = nextOf(hits.steps, at, -1))
      back.unshift(at);
    expect(back).toEqual(steps);
    return { hits, lines: steps.map((step) => timeline.at(step)?.line) };
  };

  it("are all visits of a line, or those where a condition is true", async () => {
    expect((await hitsOf([stop(2)])).lines).toEqual([2, 2, 2, 2, 2]);
    expect((await hitsOf([{ kind: "condition", line: 3, text: "x > 6" }])).lines).toEqual([3, 3]);
    const both = await hitsOf([{ kind: "condition", line: 3, text: "i == 2" }, stop(5)]);
    expect(both.lines).toEqual([3, 5]);
  });

  it("say why an expression has no value", async () => {
    const { hits, lines } = await hitsOf([
      { kind: "condition", line: 2, text: "i.j.k" },
      { kind: "log", line: 3, text: "i +" },
    ]);
    expect(lines).toEqual([]);
    expect([...hits.problems.keys()]).toEqual([3, 2]);
  });

  it("leave the rows of a logpoint alone", async () => {
    const { hits, lines } = await hitsOf([{ kind: "log", line: 3, text: "x + 1" }]);
    expect(lines).toEqual([]);
    expect(hits.logs).toMatchObject([{ line: 3, visits: 5 }]);
    expect(hits.logs[0]?.rows.map(({ value }) => value.ok && value.value)).toMatchObject(
      [3, 5, 7, 9, 11].map((n) => ({ text: String(n) })),
    );
  });
});
