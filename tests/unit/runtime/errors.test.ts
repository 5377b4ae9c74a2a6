import { describe, expect, test } from "vitest";
import { run } from "./start";

const messageOf = async (source: string) => (await run(source)).error?.message;

describe("an error's message", () => {
  test.each([
    ['error("boom")', "order.lua:1: boom"],
    ['error("boom", 0)', "boom"],
    ["error()", "nil"],
    ["error(nil)", "nil"],
    ["error(42)", "42"],
    ["error(true)", "true"],
    ['error({ code = 5, why = "x" })', "{\n  code: 5,\n  why: x\n}"],
    ["error(setmetatable({}, { __tostring = function() return 'mine' end }))", "mine"],
    ["local t\nt.x = 1", "order.lua:2: attempt to index a nil value (local 't')"],
    ["return 1 + {}", "order.lua:1: attempt to perform arithmetic on a table value"],
    ['("x"):rep(-1, {})', "order.lua:1: bad argument #2 to 'rep' (string expected, got table)"],
    ["string.rep()", "order.lua:1: bad argument #1 to 'rep' (string expected, got no value)"],
    ["print(('x'):bad())", "order.lua:1: attempt to call a nil value (method 'bad')"],
    ["coroutine.yield()", "attempt to yield from outside a coroutine"],
  ])("%s", async (source, message) => {
    expect(await messageOf(source)).toBe(message);
  });

  test.each([
    ["raises", "function() error('worse') end"],
    ["raises itself", "function(t) error(t) end"],
    ["gives no string", "function() return {} end"],
    ["overflows the stack", "function(t) return tostring(t) .. '' end"],
    ["is no function", "5"],
  ])("a hostile __tostring that %s still ends in a message", async (_, how) => {
    expect(await messageOf(`error(setmetatable({}, { __tostring = ${how} }))`)).toMatch(/__tostring failed/);
  });

  test("keeps the script's name, and the end of a long one", async () => {
    expect((await run("error('x')", { name: "Bestellung – neu.lua" })).error).toMatchObject({
      message: "Bestellung – neu.lua:1: x",
      line: 1,
    });
    const long = await run("error('x')", { name: `${"a".repeat(80)}.lua` });
    expect(long.error?.message).toBe(`...${"a".repeat(52)}.lua:1: x`);
    expect(long.error?.line).toBe(1);
  });
});

describe("syntax errors", () => {
  test.each([
    ["local a = 1\nlocal b =", 2, "order.lua:2: unexpected symbol near <eof>"],
    ["x = = 1", 1, "order.lua:1: unexpected symbol near '='"],
    ["\n\nfor", 3, "order.lua:3: <name> expected near <eof>"],
    ["goto nowhere", 1, "order.lua:1: no visible label 'nowhere' for <goto> at line 1"],
    ['return "open', 1, "order.lua:1: unfinished string near <eof>"],
  ])("%j", async (source, line, message) => {
    const { error } = await run(source);
    expect(error).toEqual({ message, line, traceback: [] });
  });

  test("a script that starts like a binary chunk is refused", async () => {
    expect(await messageOf("\u001bLua\0\0")).toMatch(/attempt to load a binary chunk/);
  });
});

describe("the traceback", () => {
  test("has the script's frames, innermost first", async () => {
    const { error } = await run(`local function inner(x)
  return x.a.b
end
function outer()
  local v = inner({})
  return v
end
outer()`);
    expect(error?.line).toBe(2);
    expect(error?.traceback).toEqual([
      { line: 2, what: "upvalue 'inner'" },
      { line: 5, what: "function 'outer'" },
      { line: 8, what: "main chunk" },
    ]);
  });

  test("has none of the runtime's frames, whatever helper was involved", async () => {
    const { error } = await run(`local t = setmetatable({}, { __tostring = function()
  error("in here")
end })
print(t)`);
    expect(error?.line).toBe(2);
    expect(error?.traceback.map((frame) => frame.line)).toEqual([2, 4]);
  });

  test("a call's failure", async () => {
    const { error } = await run("local function go()\n  app.x.y{}\nend\ngo()", {
      answer: () => {
        throw new Error("no");
      },
    });
    expect(error).toEqual({
      message: "order.lua:2: no",
      line: 2,
      traceback: [
        { line: 2, what: "local 'go'" },
        { line: 4, what: "main chunk" },
      ],
    });
  });

  test("keeps only the first of the positions added by coroutine.wrap", async () => {
    const { error } = await run('local w = coroutine.wrap(function()\nerror("x") end)\n\nw()');
    expect(error?.message).toMatch(/order\.lua:2: x$/);
    expect(error?.line).toBe(2);
  });

  test("is shortened for a deep stack", async () => {
    const { error } = await run("local function f(n) return 1 + f(n + 1) end\nf(1)");
    expect(error?.message).toMatch(/^order\.lua:1: stack overflow/);
    expect(error?.traceback.length).toBeLessThan(30);
    expect(error?.traceback.at(-1)).toEqual({ line: 2, what: "main chunk" });
    expect(error?.traceback.find((frame) => frame.skippedAfter)?.skippedAfter).toBeGreaterThan(1000);
  });

  test("shows where memory ran out", async () => {
    const { error } = await run(
      "local function f(n, t)\n  return n > 500 and ('x'):rep(5e6) or 1 + f(n + 1)\nend\nf(1)",
      {
        memoryBytes: 1_000_000,
      },
    );
    expect(error).toMatchObject({ message: "not enough memory", line: 2 });
    expect(error?.traceback[0]).toEqual({ line: 2, what: "upvalue 'f'" });
    expect(error?.traceback.at(-1)).toEqual({ line: 4, what: "main chunk" });
  });

  test("is empty for an error without a line", async () => {
    expect((await run("error('x', 0)")).error?.line).toBeNull();
    expect((await run("error('other.lua:3: x', 0)")).error?.line).toBeNull();
  });
});

describe("results", () => {
  test.each<[string, unknown[]]>([
    ["return", []],
    ["return nil, 1", [null, 1]],
    ["return 42", [42]],
    ["return { 1, { a = true } }, {}", [[1, { a: true }], []]],
    ["return 1.5, -0.0, 0/0 ~= 0/0, 1/0, 0/0", [1.5, -0, true, "inf", expect.stringMatching(/nan/)]],
    ["return math.maxinteger", ["9223372036854775807"]],
    ["return 'a\\0ü', '\\xff!'", ["a\0ü", "\ufffd!"]],
    ["return { __proto__ = 1 }", [JSON.parse('{"__proto__":1}')]],
    ["return { [true] = 1, [1.5] = 2 }", [{ "1.5": 2, true: 1 }]],
    ["local t = {} t.t = t return t", [{ t: "<circular>" }]],
    ["return app.x, print", ["app.x", expect.stringMatching(/^function: /)]],
    ["return setmetatable({}, { __tostring = function() return 'me' end })", ["me"]],
  ])("%s", async (source, expected) => {
    const { result, error } = await run(source);
    expect(error).toBeNull();
    expect(result).toEqual(expected);
  });

  test("are as many as Lua returns", async () => {
    const { result } = await run("local t = {} for i = 1, 5000 do t[i] = i end return table.unpack(t)");
    expect(result).toHaveLength(5000);
    expect(result[4999]).toBe(5000);
  });
});
