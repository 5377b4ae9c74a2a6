import { describe, expect, test } from "vitest";
import { run } from "./start";

/** Every global and library function a script may see; nothing else may be there. */
const EXPECTED = [
  "_G _VERSION app assert collectgarbage dump error getmetatable ipairs load lua_list_docs lua_read_doc mcp",
  "lua_search_docs next pairs pcall print rawequal rawget rawlen rawset select setmetatable tonumber tostring",
  "type warn xpcall",
  "coroutine.close coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status",
  "coroutine.wrap coroutine.yield",
  "debug.traceback docs.list docs.read docs.search json.decode json.encode",
  "math.abs math.acos math.asin math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge",
  "math.log math.max math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random",
  "math.randomseed math.sin math.sqrt math.tan math.tointeger math.type math.ult",
  "os.clock os.date os.difftime os.time regex.gsub regex.match regex.match_all",
  "string.byte string.char string.find string.format string.gmatch string.gsub string.len string.lower",
  "string.match string.pack string.packsize string.rep string.reverse string.sub string.unpack string.upper",
  "table.concat table.insert table.move table.pack table.remove table.sort table.unpack",
  "utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset",
].flatMap((line) => line.split(" "));

describe("a script's globals", () => {
  test("have exactly the contract's names", async () => {
    const { result } = await run(`
      local names = {}
      for name, value in next, _G do
        if type(value) == "table" and value ~= _G and value ~= app and value ~= mcp then
          for field in next, value do names[#names + 1] = name .. "." .. field end
        else
          names[#names + 1] = name
        end
      end
      table.sort(names)
      return names`);
    expect(result[0]).toEqual([...EXPECTED].sort());
  });

  test("have no file, process or module functions anywhere", async () => {
    const { result } = await run(
      "return io, package, require, dofile, loadfile, os.execute, os.exit, os.getenv, string.dump, debug.getinfo",
    );
    expect(result).toEqual(Array(10).fill(null));
  });

  test("Lua is 5.4", async () => {
    expect((await run("return _VERSION, 7 // 2, 1 << 4, math.type(1)")).result).toEqual([
      "Lua 5.4",
      3,
      16,
      "integer",
    ]);
  });
});

describe("load", () => {
  test("runs text, with a chunk name and an environment", async () => {
    const { result } = await run(`
      local f = load("return x", "=piece", "bt", { x = 5 })
      local g = load("return 1 +")
      return f(), g, (select(2, load("return 1 +", "=piece"))), load("return x")()`);
    expect(result).toEqual([5, null, "piece:1: unexpected symbol near <eof>", null]);
  });

  test("accepts a function that returns pieces", async () => {
    const { result } = await run(`
      local pieces, i = { "return ", "1", "+2" }, 0
      return load(function() i = i + 1 return pieces[i] end)()`);
    expect(result).toEqual([3]);
  });

  test("refuses binary chunks, whatever the mode says", async () => {
    const { result } = await run(`
      local binary = "\\27Lua" .. ("x"):rep(50)
      local once = false
      local function reader() if once then return nil end once = true return binary end
      return select(2, load(binary)), select(2, load(binary, "x", "b")), select(2, load(reader, "=r", "b"))`);
    for (const message of result) expect(message).toMatch(/attempt to load a binary chunk \(mode is 't'\)/);
  });

  test("keeps Lua's own text for a wrong argument", async () => {
    expect((await run("load({})")).error?.message).toBe(
      "order.lua:1: bad argument #1 to 'load' (function expected, got table)",
    );
  });
});

describe("collectgarbage", () => {
  test("counts and collects", async () => {
    const { result } = await run(
      'return math.type(collectgarbage("count")), collectgarbage("collect"), collectgarbage()',
    );
    expect(result).toEqual(["float", 0, 0]);
  });

  test("says that other options are not available", async () => {
    expect((await run('local x\ncollectgarbage("stop")')).error?.message).toBe(
      'order.lua:2: collectgarbage takes "count" and "collect" here; "stop" is not available.',
    );
  });
});

describe("os", () => {
  const now = Date.UTC(2031, 4, 6, 7, 8, 9, 900);

  test("time and date follow the host's clock", async () => {
    const { result } = await run('return os.time(), os.date("!%Y-%m-%d %H:%M:%S"), os.date("!*t").year', {
      now,
    });
    expect(result).toEqual([Math.floor(now / 1000), "2031-05-06 07:08:09", 2031]);
  });

  test("time and date of a given moment match Lua's", async () => {
    const { result } = await run(`
      local t = os.time{ year = 2020, month = 2, day = 30, hour = 12 }
      return os.date("%Y-%m-%d", t), os.date("!%H", 3600), os.difftime(10, 4), math.type(os.time())`);
    expect(result).toEqual(["2020-03-01", "01", 6, "integer"]);
  });

  test("clock advances, without the time spent waiting for a call", async () => {
    const { result } = await run(
      "local a = os.clock() app.x.y() return a >= 0, os.clock() >= a, os.clock() < 5",
    );
    expect(result).toEqual([true, true, true]);
  });

  test("keeps Lua's own text for a bad format", async () => {
    expect((await run('os.date("%Ez", 0)')).error?.message).toBe(
      "order.lua:1: bad argument #1 to 'date' (invalid conversion specifier '%Ez')",
    );
  });
});

describe("warn", () => {
  test("writes a line to the output, and can be switched off and on", async () => {
    const { output } = await run(
      'warn("low ", "stock") warn("@off") warn("unseen") warn("@on") warn("seen")',
    );
    expect(output).toBe("Lua warning: low stock\nLua warning: seen");
  });

  test("reports an error in a finalizer", async () => {
    const { output } = await run(
      'setmetatable({}, { __gc = function() error("oops") end }) collectgarbage("collect")',
    );
    expect(output).toBe("Lua warning: error in __gc (order.lua:1: oops)");
  });
});

describe("debug.traceback", () => {
  test("shows the script's frames and none of the runtime's", async () => {
    const { result } = await run(`
local function inner() return debug.traceback("here", 1) end
local t = setmetatable({}, { __tostring = function() local s = inner() return s end })
local text = tostring(t)
return text`);
    expect(result[0]).toMatch(
      /^here\nstack traceback:\n\torder\.lua:2: in (?:upvalue|function|local) 'inner'\n/,
    );
    expect(result[0]).toContain("order.lua:4: in main chunk");
    expect(result[0]).not.toContain("[host]");
  });

  test("returns values that are not text, and accepts a coroutine", async () => {
    const { result } = await run(`
local co = coroutine.create(function() coroutine.yield() end)
coroutine.resume(co)
return debug.traceback({ 1 }), debug.traceback(co), debug.traceback(co, "msg"), debug.traceback(nil) ~= nil`);
    expect(result[0]).toEqual([1]);
    expect(result[1]).toContain("order.lua:2: in function <order.lua:2>");
    expect(result[2]).toMatch(/^msg\nstack traceback:/);
  });
});

describe("names starting with __", () => {
  test("cannot be assigned: the script is refused before it runs", async () => {
    const { error, output } = await run("print(1)\n__app = nil");
    expect(error).toEqual({
      message: "Lua code may not assign __-prefixed bridge globals.",
      advice: expect.stringContaining("`mt.__index = …`"),
      line: 2,
      traceback: [],
    });
    expect(output).toBe("");
  });
});

describe("a script's source, as lua reads a file", () => {
  test.each([
    ["\ufeffreturn 1", 1],
    ["#!/usr/bin/lua\nreturn 1", 1],
    ["\ufeff# a note\r\nreturn 1", 1],
    ["#t = 1 -- gone\nreturn 1", 1],
  ])("%j runs", async (source, value) => {
    expect((await run(source)).result).toEqual([value]);
  });

  test("lines keep their numbers, and elsewhere neither is skipped", async () => {
    expect((await run("#!/usr/bin/lua\nerror('x')")).error?.message).toBe("order.lua:2: x");
    expect((await run("\n#!/usr/bin/lua")).error?.message).toContain("unexpected symbol near '#'");
    expect((await run("return load('#x')")).result[0]).toBeNull();
  });
});

describe("os.date", () => {
  test.each([
    ["os.date('!%c', 0)", "Thu Jan  1 00:00:00 1970"],
    ["os.date('!%Ec', 86400 * 14)", "Thu Jan 15 00:00:00 1970"],
    ["os.date('!%%c %c|%%', 0)", "%c Thu Jan  1 00:00:00 1970|%"],
    ["os.date() == os.date('%a %b %e %H:%M:%S %Y')", true],
    [
      "os.date('!%A %B %d %p %I|%j|%D|%F|%r|%h %R:%S', 1e9 // 1 | 0)",
      "Sunday September 09 AM 01|252|09/09/01|2001-09-09|01:46:40 AM|Sep 01:46:40",
    ],
    // The last days of 2009 and of 2008: the one year has 53 weeks, the other ends in the next one's first.
    ["os.date('!%G-W%V-%u %g %U %W %w', 1262217600)", "2009-W53-4 09 52 52 4"],
    ["os.date('!%G-W%V-%u', 1230681600)", "2009-W01-3"],
    ["os.date('!%G-W%V-%u', 1262476800)", "2009-W53-7"],
    ["os.date('!%Y %C %y', -62135596801)", "0 00 00"],
    ["os.date('!%z')", "+0000"],
  ])("%s is as in C", async (source, value) => {
    expect((await run(`return ${source}`, { now: 0 })).result).toEqual([value]);
  });

  test.each(["os.date('*t', 10^18 // 1 | 0)", "os.date('!%Y', math.mininteger)", "os.date('%c', '1e18')"])(
    "%s is refused",
    async (source) => {
      expect((await run(`\nreturn ${source}`)).error?.message).toBe(
        "order.lua:2: date result cannot be represented in this installation",
      );
    },
  );
});

test("a returned value whose __tostring fails is described as such", async () => {
  const source =
    "local bad = setmetatable({}, { __tostring = function() error('no text', 0) end }) return bad, { [bad] = 1 }";
  expect((await run(source)).result).toEqual([
    "(a value whose __tostring failed: no text)",
    { "(a key whose __tostring failed: no text)": 1 },
  ]);
});
