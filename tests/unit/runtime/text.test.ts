import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutputPart, TableNode } from "../../../src/runtime/output";
import { sample } from "../../support/sample";
import { run } from "./start";

const printed = async (source: string) => (await run(source)).output;

describe("print", () => {
  test.each([
    ['print("a", 1, 1.5, true, false, nil)', "a\t1\t1.5\ttrue\tfalse\tnil"],
    ["print()", ""],
    ["print(nil)", "nil"],
    ["print(1e15, 2^53, 1/0, -1/0, -0.0, 3.0)", "1e+15\t9.007199254741e+15\tinf\t-inf\t-0.0\t3.0"],
    ['print("a\\0b", "ü😀")', "a\0b\tü😀"],
    ['print("two\\nlines")', "two\nlines"],
    ["print({})", "{}"],
    ["print({ 1, 2, 'x' })", "[\n  1,\n  2,\n  x\n]"],
    ["print({ b = 1, a = { true } })", "{\n  a: [\n    true\n  ],\n  b: 1\n}"],
    ["print('t', { 1 }, 'u')", "t\t[\n  1\n]\tu"],
    ["print({ 1, nil, 3 })", "{\n  1: 1,\n  3: 3\n}"],
    ["print({ {}, {} })", "[\n  {},\n  {}\n]"],
    ["local t = {} t.me = t print(t)", "{\n  me: <circular>\n}"],
    ["local s = { 1 } print({ a = s, b = s })", "{\n  a: [\n    1\n  ],\n  b: [\n    1\n  ]\n}"],
    ["print(setmetatable({}, { __tostring = function() return 'me' end }))", "me"],
    ["print({ setmetatable({}, { __tostring = function() return 'me' end }) })", "[\n  me\n]"],
    ["print(app.integrations.whatsapp, { app.x })", "app.integrations.whatsapp\t[\n  app.x\n]"],
    [
      "print({ [10] = 'j', [2] = 'b', [1.5] = 'f', b = 1, a = 2, [true] = 3, [-1] = 'n' })",
      "{\n  -1: n,\n  1.5: f,\n  2: b,\n  10: j,\n  a: 2,\n  b: 1,\n  true: 3\n}",
    ],
  ])("%s", async (source, text) => {
    expect(await printed(source)).toBe(text);
  });

  test("shows __name without __tostring as Lua does", async () => {
    expect(await printed("print(setmetatable({}, { __name = 'Order' }))")).toMatch(/^Order: 0x/);
  });

  test("prints a table nested 100,000 levels deep", async () => {
    const text = await printed("local t = {} for _ = 1, 100000 do t = { t } end print(t)");
    expect(text).toContain("<nested too deep>");
  });

  test("a __tostring that returns no text is an error at the script's line", async () => {
    const { error } = await run("\nprint(setmetatable({}, { __tostring = function() return {} end }))");
    expect(error?.message).toBe("order.lua:2: '__tostring' must return a string");
  });

  test("a print in a finalizer during another print keeps both intact", async () => {
    const lines = (
      await printed(`
      for i = 1, 3000 do
        setmetatable({}, { __gc = function() print("gc", 1.25) end })
        print(i + 0.5, i, ("x"):rep(i % 60))
      end`)
    ).split("\n");
    expect(lines.filter((line) => line === "gc\t1.25").length).toBeGreaterThan(100);
    const own = lines.filter((line) => line !== "gc\t1.25");
    expect(own).toHaveLength(3000);
    expect(own[2999]).toBe("3000.5\t3000\t");
  });

  test("is not affected by overwritten globals or string metatables", async () => {
    const text = await printed(`
      local keep = print
      string.rep, table.concat, next, type, rawget, tostring = nil, nil, nil, nil, nil, nil
      getmetatable("").__index = function() error("touched") end
      getmetatable("").__concat = function() error("touched") end
      pairs, select, string, table, utf8, math = nil
      keep({ a = { 1 } }, "x")`);
    expect(text).toBe("{\n  a: [\n    1\n  ]\n}\tx");
  });
});

describe("tables as trees for the console", () => {
  const partsOf = async (source: string): Promise<readonly OutputPart[]> =>
    (await run(source)).entries[0]?.parts ?? [];

  test("text and tables in order", async () => {
    expect(await partsOf("print('before', { 1, { a = 'x' } }, true, nil)")).toEqual([
      { kind: "text", text: "before\t" },
      {
        kind: "table",
        table: {
          kind: "list",
          omitted: 0,
          entries: [
            ["1", { kind: "number", text: "1" }],
            [
              "2",
              {
                kind: "table",
                table: { kind: "map", omitted: 0, entries: [["a", { kind: "string", text: "x" }]] },
              },
            ],
          ],
        },
      },
      { kind: "text", text: "\ttrue\tnil" },
    ]);
  });

  test("a large table is cut and says by how much", async () => {
    const [part] = await partsOf("local t = {} for i = 1, 25000 do t[i] = i end print(t)");
    const table: TableNode | undefined = part?.kind === "table" ? part.table : undefined;
    expect(table?.entries).toHaveLength(10_000);
    expect(table?.omitted).toBe(15_000);
  });

  test("invalid UTF-8 and NULs are passed on, replaced where needed", async () => {
    const { entries } = await run('print({ "\\xff\\0", ["k\\xfe"] = 1 }, "\\xff")');
    expect(entries[0]?.text).toBe("{\n  1: \ufffd\0,\n  k\ufffd: 1\n}\t\ufffd");
  });
});

test("dump prints a value and returns it", async () => {
  const { output, result } = await run("local t = { 1 } return dump(t) == t, dump('x'), dump()");
  expect(output).toBe("[\n  1\n]\nx\nnil");
  expect(result).toEqual([true, "x", null]);
});

test("tostring of a table is what print writes, and Lua's own for anything else", async () => {
  const { result } = await run(`
    return tostring({ a = 1 }), tostring(1.0), tostring(nil), tostring("x"),
      tostring(setmetatable({}, { __tostring = function() return "me" end })), (pcall(tostring))`);
  expect(result).toEqual(["{\n  a: 1\n}", "1.0", "nil", "x", "me", false]);
  expect((await run("tostring()")).error?.message).toBe(
    "order.lua:1: bad argument #1 to 'tostring' (value expected)",
  );
});

/** Plain trees as Lua literals, with the text they must be written out as. */
type Tree = number | string | boolean | Tree[] | { [key: string]: Tree };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    fc.integer(),
    fc.stringMatching(/^[a-z ]{0,8}$/),
    fc.boolean(),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function literal(value: Tree): string {
  if (Array.isArray(value)) return `{${value.map(literal).join(",")}}`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, item]) => `["${key}"]=${literal(item)}`)
      .join(",")}}`;
  return JSON.stringify(value);
}

function written(value: Tree, pad = ""): string {
  if (typeof value !== "object") return String(value);
  const inner = `${pad}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + written(item, inner))
    : Object.keys(value)
        .sort()
        .map((key) => `${inner}${key}: ${written(value[key] ?? "", inner)}`);
  if (lines.length === 0) return "{}";
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${pad}${close}`;
}

test("any tree is printed as the contract says", async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (value) => {
      expect(await printed(`print(${literal(value)})`)).toBe(written(value));
    }),
    { numRuns: sample(20, 1_000) },
  );
});
