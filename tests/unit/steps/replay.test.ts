import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../../src/language/parse/ast";
import { readExpression } from "../../../src/steps/expression";
import type { Moment } from "../../../src/steps/moment";
import { moved } from "../../../src/steps/navigate";
import { plainValue } from "../../../src/steps/plain-value";
import { generatedScript } from "./generated";
import { answers, INNERMOST, momentAt, timelineOf } from "./replays";
import { SCRIPTS } from "./scripts";

const expression = (text: string): Expression => {
  const read = readExpression(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
};

const localsOf = ({ threads, tables }: Moment, frame = 0) =>
  Object.fromEntries(
    (threads[0]?.frames[frame]?.locals ?? []).map(({ name, value }) => [name, plainValue(value, tables)]),
  );

describe("a moment of a run", () => {
  test("is the same whether reached forward, backward or by a jump", async () => {
    const property = fc.asyncProperty(
      fc.oneof(generatedScript, fc.constantFrom(...Object.values(SCRIPTS).filter((source) => source !== ""))),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 30 }),
      async (source, part, around) => {
        const { count } = await timelineOf(source);
        const step = 1 + Math.floor(part * (count - 1));
        const jump = await momentAt(source, step);
        // The window of a step before it, of one after it, and its own.
        expect((await momentAt(source, step, around)).moment).toEqual(jump.moment);
        expect((await momentAt(source, step)).moment).toEqual(jump.moment);
      },
    );
    await fc.assert(property, { numRuns: process.env.TEST_DEEP === "1" ? 500 : 25 });
  });

  test("has the variables of each function, upvalues, globals, tables and coroutines", async () => {
    const source = [
      "total = 1",
      'local outer = { name = "Ann", list = { 1, 2.5 } }',
      "outer.self = outer",
      "local co = coroutine.wrap(function(a, ...)",
      "  local inner = a + #outer.list",
      "  return inner",
      "end)",
      'co(7, "x", nil)',
    ].join("\n");
    const timeline = await timelineOf(source);
    let step = 1;
    while (timeline.at(step)?.line !== 6) step++;
    const { moment } = await momentAt(source, step);
    expect(
      moment.threads.map(({ id, frames }) => [id, frames.map(({ what, line }) => [what, line])]),
    ).toEqual([
      [1, [[expect.stringMatching(/^function/), 6]]],
      [0, [["main chunk", 8]]],
    ]);
    expect(localsOf(moment)).toEqual({ a: 7, inner: 9, "... (1)": "x", "... (2)": null });
    const [frame] = moment.threads[0]?.frames ?? [];
    expect(frame?.upvalues.map(({ name, value }) => [name, plainValue(value, moment.tables)])).toEqual([
      ["outer", { name: "Ann", list: [1, 2.5], self: "<circular>" }],
    ]);
    expect(moment.globals.map(({ name }) => name)).toEqual(["total"]);
  });

  test("does not change the run: the steps that follow are those of a run nobody looked at", async () => {
    const source = [
      "local kept = {}",
      "for i = 1, 60 do",
      '  kept[i] = { name = "n" .. i, values = { i, i * 1.5, tostring(i) } }',
      "  if i % 7 == 0 then setmetatable(kept[i], { __gc = function() kept.gone = i end }) kept[i] = nil end",
      "end",
      "for k, v in pairs(kept) do print(k, collectgarbage('count') > 0) end",
    ].join("\n");
    const timeline = await timelineOf(source);
    const { count } = timeline;
    const [answer] = await answers(source, {
      ...{ kind: "moments", from: 1, focus: 20, to: count, frame: INNERMOST },
      watches: [
        expression("#kept + 1"),
        expression("kept[3].values[2] .. 'x'"),
        expression("kept.gone == nil"),
      ],
    });
    expect(answer).toMatchObject({ kind: "moments", hash: timeline.hash });
  });
});

describe("an expression over a past step", () => {
  const source = [
    'local n, f, s, t = 7, 2.5, "abc", { a = { b = 4 }, 10, 20 }',
    "local class = setmetatable({ own = 1 }, { __index = { base = 2 } })",
    "local strict = setmetatable({}, { __index = function() return 1 end, __len = function() return 1 end })",
    "g = true",
    "local function inner() return n, t, s, f, class, strict end",
    "inner()",
  ].join("\n");
  const valuesOf = async (texts: readonly string[], line = 6) => {
    const timeline = await timelineOf(source);
    let step = 1;
    while (timeline.at(step)?.line !== line || timeline.at(step)?.kind !== "line") step++;
    const question = { kind: "moments", from: step, focus: step, to: step, frame: INNERMOST } as const;
    const [answer] = await answers(source, { ...question, watches: texts.map(expression) });
    if (answer?.kind !== "moments") throw new Error("No moments.");
    return answer.moments[0]?.watches.map((one) =>
      one.ok ? plainValue(one.value, one.tables) : `! ${one.message}`,
    );
  };

  test.each([
    ["n + 1", 8],
    ["n // 2 + n % 4", 6],
    ["-7 // 2", -4],
    ["-7 % 3", 2],
    ["7 / 2", 3.5],
    ["2 ^ 10", 1024],
    ["1 << 62 | 1", "4611686018427387905"],
    ["9223372036854775807 + 1", "-9223372036854775808"],
    ["0x10 + 1e2", 116],
    ['"10" + 5', 15],
    ["n == 7.0", true],
    ['n == "7"', false],
    ["f < n and s < 'abd'", true],
    ["s .. n .. f", "abc72.5"],
    ["#s + #t", 5],
    ["t.a.b * t[1]", 40],
    ["t[n - 5]", 20],
    ["t.missing == nil and not g", false],
    ["class.base + class.own", 3],
    ["class.none", null],
    ["g", true],
    ["print", "function (built in)"],
    ["t", { "[1]": 10, "[2]": 20, a: { b: 4 } }],
    ["x.y", "! attempt to index a nil value (field 'y')"],
    ["n.y", "! attempt to index a number value (field 'y')"],
    ["n < s", "! attempt to compare number with string"],
    ["n + {}", "! Expressions can't create functions or tables."],
    ["t + 1", "! attempt to perform arithmetic on a table value"],
    ["1 // 0", "! attempt to perform 'n//0'"],
    ["1 % 0", "! attempt to perform 'n%%0'"],
    ["strict.x", "! This would call a metamethod, which could change the run."],
    ["#strict", "! This would call a metamethod, which could change the run."],
  ])("%s is %j", async (text, value) => {
    expect(await valuesOf([text])).toEqual([value]);
  });

  test("sees upvalues in a function", async () => {
    expect(await valuesOf(["n", "t.a.b", "class.base"], 5)).toEqual([7, 4, 2]);
  });

  test.each(["f(1)", "s:upper()", "n and print(n)", "n =", "", "1, 2", "return 1"])(
    "%s is refused",
    (text) => {
      expect(readExpression(text)).toMatchObject({ ok: false, message: expect.any(String) });
    },
  );
});

describe("visits of a line", () => {
  const source = "local sum = 0\nfor i = 1, 10 do\n  sum = sum + i\nend";

  test("list an expression's value at each", async () => {
    const [answer] = await answers(source, {
      ...{ kind: "visits", until: 1_000, most: 3 },
      points: [{ line: 3, expression: expression("sum * 10"), condition: false }],
    });
    if (answer?.kind !== "visits") throw new Error("No visits.");
    expect(answer.counts).toEqual([10]);
    expect(answer.visits.map(({ value }) => value?.ok && plainValue(value.value, {}))).toEqual([0, 10, 30]);
  });

  test("list only those at which a condition is true", async () => {
    const timeline = await timelineOf(source);
    const [answer] = await answers(source, {
      ...{ kind: "visits", until: 1_000, most: 100 },
      points: [{ line: 3, expression: expression("i % 4 == 0"), condition: true }],
    });
    if (answer?.kind !== "visits") throw new Error("No visits.");
    expect(answer.visits).toHaveLength(2);
    for (const { step } of answer.visits) {
      expect(timeline.at(step)?.line).toBe(3);
      expect(Number(localsOf((await momentAt(source, step)).moment).i) % 4).toBe(0);
    }
  });
});

describe("moving", () => {
  const source = [
    "local function add(a)",
    "  local b = a + 1",
    "  return b",
    "end",
    "local x = add(1)",
    "print(x)",
    "local y = add(x)",
    "return y",
  ].join("\n");

  test("forward and back, over calls, out of them, and to prints and the next visit of a line", async () => {
    const timeline = await timelineOf(source);
    const line = (step: number | null) => (step === null ? null : timeline.at(step)?.line);
    let at = moved(timeline, 1, "first", 1) ?? 0;
    const path: (number | null | undefined)[] = [line(at)];
    const go = (move: Parameters<typeof moved>[2], direction: 1 | -1 = 1) => {
      at = moved(timeline, at, move, direction) ?? at;
      path.push(line(at));
    };
    for (const move of ["over", "into", "into", "out", "over", "into"] as const) go(move);
    go("over", -1);
    go("out", -1);
    go("into", -1);
    expect(path).toEqual([4, 5, 2, 3, 6, 7, 2, 7, 7, 6]);
    expect(timeline.at(moved(timeline, 1, "print", 1) ?? 0)).toMatchObject({ kind: "print", line: 6 });
    const first = moved(timeline, 1, "first", 1) ?? 0;
    let visit = first;
    while (timeline.at(visit)?.line !== 2 || timeline.at(visit)?.kind !== "line") visit++;
    const second = moved(timeline, visit, "visit", 1) ?? 0;
    expect([line(second), moved(timeline, second, "visit", -1), moved(timeline, second, "visit", 1)]).toEqual(
      [2, visit, null],
    );
  });
});

describe("a run that does not end", () => {
  test("is followed to the limit", async () => {
    const found = await answers("local n = 0\nwhile true do\n  n = n + 1\nend", {
      ...{ kind: "steps", most: 10_000, eager: Number.MAX_SAFE_INTEGER },
    });
    expect(found.at(-1)).toMatchObject({ kind: "steps", count: 10_000, cut: true, error: null });
  });

  test("tells each call's events at its step", async () => {
    const found = await answers("app.x.y.z{}\nprint(1)\napp.x.y.z{}", {
      ...{ kind: "steps", most: 1_000, eager: Number.MAX_SAFE_INTEGER },
    });
    const calls = found.flatMap((answer) => (answer.kind === "progress" ? answer.calls : []));
    expect(calls.map(({ events }) => events)).toEqual([{ shop: [1] }, { shop: [2] }]);
  });
});

test.each([
  ["strings of megabytes", "local s = ('x'):rep(3000000)\nlocal t = { s, s }\nreturn #s"],
  ["tables with cycles", "local t = {}\nt.t = t\nt[t] = t\nlocal u = { t, t }\nreturn 1"],
  ["wide tables", "local t = {}\nfor i = 1, 5000 do t[i] = { i } end\nreturn #t"],
  ["deep tables", "local t = {}\nfor i = 1, 500 do t = { t } end\nreturn 1"],
  [
    "deep recursion",
    "local function f(n) if n > 0 then return f(n - 1) + 1 end return 0 end\nreturn f(5000)",
  ],
  ["a stack overflow", "local function f() return f() + 1 end\nprint(pcall(f))"],
  ["many coroutines", "for i = 1, 300 do\n  coroutine.wrap(function() local a = i end)()\nend"],
  [
    "a finalizer",
    "for i = 1, 200 do setmetatable({}, { __gc = function() local a = i end }) end\ncollectgarbage()",
  ],
])("%s are stepped through", async (_, source) => {
  const timeline = await timelineOf(source);
  expect(timeline.count).toBeGreaterThan(1);
  const { hash } = await momentAt(source, timeline.count);
  expect(hash).toBe(timeline.hash);
});
