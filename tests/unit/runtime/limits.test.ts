import { describe, expect, test } from "vitest";
import { instantiateLua } from "../../../src/runtime/lua-module";
import { createVm } from "../../../src/runtime/vm";
import { run, wasm } from "./start";

const MIB = 1024 * 1024;

describe("memory", () => {
  test.each([1, 4, 16, 32, 64])("with %i MiB a script can hold most of that and no more", async (limit) => {
    const { result } = await run(
      `local kept, n = {}, 0
      local ok, message = pcall(function() while true do kept[n + 1] = ("x"):rep(1000) .. n n = n + 1 end end)
      kept = nil
      return ok, message, n * 1000`,
      { memoryBytes: limit * MIB },
    );
    expect(result.slice(0, 2)).toEqual([false, "not enough memory"]);
    expect(result[2]).toBeGreaterThan(limit * MIB * 0.75);
    expect(result[2]).toBeLessThan(limit * MIB);
  });

  test("after the error the script continues, can call and print tables", async () => {
    const { result, output, error } = await run(
      `local ok = pcall(string.rep, "x", 1 << 30)
      local ok2 = pcall(function() local t = {} for i = 1, 1e9 do t[i] = { i } end end)
      print({ ok, ok2 })
      return app.f{ a = 1 }.echo[1].a`,
      { memoryBytes: 8 * MIB },
    );
    expect(error).toBeNull();
    expect(output).toBe("[\n  false,\n  false\n]");
    expect(result).toEqual([1]);
  });

  test("an uncaught error ends the run, even with all memory still in use", async () => {
    const { error, memoryBytes } = await run("held = {}\nfor i = 1, 1e9 do held[i] = { i } end", {
      memoryBytes: 4 * MIB,
    });
    expect(error).toMatchObject({ message: "not enough memory", line: 2 });
    expect(memoryBytes).toBeGreaterThan(2 * MIB);
  });

  test("a script's source may exceed the limit if its code fits", async () => {
    const { error } = await run(`local t = {} ${"t.a = t.b ".repeat(300_000)}`, { memoryBytes: MIB });
    expect(error).toMatchObject({ message: "not enough memory", traceback: [] });
    expect((await run(`return 1 -- ${"x".repeat(3_000_000)}`, { memoryBytes: MIB })).result).toEqual([1]);
  });

  test("the memory in use at the end is reported", async () => {
    const small = await run("return 1");
    const large = await run("kept = ('x'):rep(5000000)");
    expect(small.memoryBytes).toBeLessThan(20_000);
    expect(large.memoryBytes).toBeGreaterThan(5_000_000);
    expect(large.memoryBytes).toBeLessThan(30_000_000);
  });

  test("results as large as the limit are still returned", async () => {
    const { result, error } = await run("return ('x'):rep(3000000)", { memoryBytes: 8 * MIB });
    expect(error).toBeNull();
    expect(String(result[0])).toHaveLength(3_000_000);
  });

  test("a response larger than the memory left is a Lua error", async () => {
    const { result } = await run("local ok, e = pcall(app.f) return ok, e", {
      memoryBytes: 2 * MIB,
      answer: () => "x".repeat(5_000_000),
    });
    expect(result).toEqual([false, "not enough memory"]);
  });
});

describe("a hostile script ends in an error or a result, and the VM still works", () => {
  const ON = "return 'on'";
  test.each([
    ["recursion", "local function f() return 1 + f() end pcall(f)"],
    [
      "recursion by __index",
      "local t = {} setmetatable(t, { __index = function(_, k) return t[k .. 'x'] end }) pcall(function() return t.a end)",
    ],
    [
      "recursion by __tostring and print",
      "local m = {} m.__tostring = function(t) print(t) return 'x' end pcall(print, setmetatable({}, m))",
    ],
    [
      "recursion by __tostring and tostring",
      "local m = {} m.__tostring = function(t) return tostring(t) end pcall(tostring, setmetatable({}, m))",
    ],
    ["recursion by gsub", "local function f(s) return (s:gsub('.', f)) end pcall(f, 'x')"],
    ["recursion by sort", "local function f() table.sort({ 3, 2, 1 }, f) end pcall(f)"],
    ["recursion by coroutines", "local function f() return coroutine.wrap(f)() end pcall(f)"],
    ["recursion by load", "local function f() return load(f) end pcall(f)"],
    [
      "recursion by load and coroutines",
      "local function f() return load(function() return coroutine.wrap(f)() end) end pcall(f)",
    ],
    ["recursion by pcall", "local function f() return pcall(f) end f()"],
    ["recursion by xpcall handlers", "local function f() error('x') end xpcall(f, f)"],
    ["recursion by xpcall and calls", "local function f() app.f() return xpcall(f, f) end f()"],
    [
      "recursion in a warning",
      "setmetatable({}, { __gc = function(t) warn('x') setmetatable(t, getmetatable(t)) end }) collectgarbage()",
    ],
    ["a deeply nested source", "load(('('):rep(100000))"],
    [
      "a table nested 100,000 deep as argument",
      "local t = {} for _ = 1, 100000 do t = { t } end pcall(app.f, t) pcall(json.encode, t) pcall(print, t)",
    ],
    ["a wide argument list", "pcall(app.f, table.unpack({}, 1, 200000))"],
    ["a key for every type", "pcall(app.f, { [print] = 1, [{}] = 2, [1.5] = 3 })"],
    ["an error object that raises", "pcall(error, setmetatable({}, { __tostring = error }))"],
    [
      "concatenation past every limit",
      "local s = ('x'):rep(1000000) pcall(function() while true do s = s .. s end end)",
    ],
    [
      "binary strings everywhere",
      "pcall(app.f, '\\0\\xff') print('\\0\\xff', { '\\xfe' }) tostring(app['\\xff'])",
    ],
    [
      "replaced string metatable",
      "getmetatable('').__index = nil getmetatable('').__lt = error print({ 'a', b = 1 }, app.f{ 'x' })",
    ],
    [
      "replaced globals",
      "local e = _ENV for k in pairs(_G) do if k ~= 'app' then e[k] = nil end end app.f{ a = { 1 } }",
    ],
    ["a locked _G", "setmetatable(_G, { __index = error, __newindex = error }) print(app.f{})"],
    [
      "raw access to the namespace",
      "rawset(app, 'x', 1) next(app.y) rawset(app.y, 1, 2) pcall(app.y, 1) print(app)",
    ],
    [
      "math on the namespace",
      "pcall(function() return app.x + 1 end) pcall(function() return #app.x .. app end)",
    ],
    [
      "yields through the runtime",
      "coroutine.wrap(function() pcall(print, setmetatable({}, { __tostring = function() coroutine.yield() end })) end)()",
    ],
    [
      "closed coroutines",
      "local co = coroutine.create(function() local c <close> = setmetatable({}, { __close = function() app.f() end }) coroutine.yield() end) coroutine.resume(co) coroutine.close(co)",
    ],
  ])("%s", async (_, source) => {
    const { error, result } = await run(`${source}\n${ON}`);
    expect(error).toBeNull();
    expect(result).toEqual(["on"]);
  });

  test("even after running out of memory again and again", async () => {
    const { result } = await run(
      `for _ = 1, 5 do
        pcall(function() local t = {} for i = 1, 1e9 do t[i] = tostring(i) end end)
        pcall(function() local t = {} for i = 1, 1e9 do t = { t } end end)
        pcall(function() local s = "x" while true do s = s .. s end end)
        pcall(function() while true do app.f{ ("x"):rep(1 << 20), ("y"):rep(1 << 21) } end end)
        pcall(function() local f = print while true do local g = f f = function() return g() end end end)
      end
      return "on"`,
      {
        memoryBytes: 4 * MIB,
        answer: (() => {
          let calls = 0;
          return () => {
            if (++calls % 20 === 0) throw new Error("enough");
            return null;
          };
        })(),
      },
    );
    expect(result).toEqual(["on"]);
  });
});

test("a wasm trap becomes an error with a message", async () => {
  const lua = await instantiateLua(await wasm, 1);
  const vm = createVm(lua, {
    // Lua's memory is overwritten under its feet, as a hole in the VM could do.
    call: () => {
      lua.bytes().fill(0xff, 65_536);
      return "{}";
    },
    docs: () => "",
    now: () => 0,
    output: () => undefined,
  });
  expect(() => vm.run({ name: "a.lua", source: "app.f() print({})", memoryBytes: MIB })).toThrow(
    /^The Lua VM broke down: /,
  );
});

describe("endless recursion is a stack overflow", () => {
  test.each([
    ["without arguments", "local function f() return 1 + f() end f()"],
    ["with arguments", "local function f(n) return 1 + f(n) end f(1)"],
    ["caught", "local function f() return 1 + f() end error((select(2, pcall(f))))"],
    [
      "in a metamethod",
      "local t = setmetatable({}, { __index = function(t, k) return t[k] .. 1 end }) return t.x",
    ],
    ["in a callback of gsub", "local function f(s) return (s:gsub('.', f)) end f('x')"],
    ["in a comparator", "local function f() table.sort({ 3, 2, 1 }, f) end f()"],
    ["in a coroutine", "local function f() return 1 + f() end coroutine.wrap(f)()"],
    ["by wrapped coroutines", "local function f() return coroutine.wrap(f)() end f()"],
    [
      "by resumed coroutines",
      "local function f() local ok, e = coroutine.resume(coroutine.create(f)) error(e, 0) end f()",
    ],
  ])("%s", async (_, source) => {
    expect((await run(source)).error?.message).toMatch(/stack overflow/);
  });

  test("a deep recursion that fills memory with tables still ends with not enough memory", async () => {
    const source = `local function f(n)
      if n > 0 then return (f(n - 1)) end
      local t = {} for i = 1, 1e9 do t[i] = { i } end
    end f(50000)`;
    expect((await run(source, { memoryBytes: 8 * MIB })).error?.message).toBe("not enough memory");
  });
});
