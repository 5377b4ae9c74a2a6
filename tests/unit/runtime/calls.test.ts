import { describe, expect, test } from "vitest";
import { run } from "./start";

const fail = () => {
  throw new Error('Recipient "to" is required.');
};

describe("paths", () => {
  test.each([
    ["app.integrations.whatsapp.send_message{}", ["integrations", "whatsapp", "send_message"]],
    [
      "app.integrations.whatsapp.default.send_message{}",
      ["integrations", "whatsapp", "default", "send_message"],
    ],
    [
      'app.integrations.whatsapp["support"].send_message{}',
      ["integrations", "whatsapp", "support", "send_message"],
    ],
    [
      'local n = "sup" app.integrations.whatsapp[n .. "port"].x()',
      ["integrations", "whatsapp", "support", "x"],
    ],
    ["app[1][2.5][true].x()", ["1", "2.5", "true", "x"]],
    ['app["__proto__"].constructor["a.b"]["ü\\0"]()', ["__proto__", "constructor", "a.b", "ü\0"]],
    ["app()", []],
  ])("%s", async (source, path) => {
    const { calls, error } = await run(source);
    expect(error).toBeNull();
    expect(calls.map((call) => call.path)).toEqual([path]);
  });

  test("indexing never fails and keeps no unused memory", async () => {
    const { result } = await run(
      "local x = app for i = 1, 100000 do x = x['step' .. i % 7] end return tostring(x):sub(1, 15)",
    );
    expect(result).toEqual(["app.step1.step2"]);
  });

  test("a namespace in a local calls the same function and is the same value", async () => {
    const { result, calls } = await run(`
      local wa = app.integrations.whatsapp
      local send = wa.send_message
      send{ to = "1" } wa.send_message{ to = "2" }
      return wa == app.integrations.whatsapp, rawequal(send, wa.send_message)`);
    expect(result).toEqual([true, true]);
    expect(calls.map((call) => call.args)).toEqual([[{ to: "1" }], [{ to: "2" }]]);
  });

  test("shows its path, and cannot be changed", async () => {
    const { result } = await run(`
      local wa = app.integrations.whatsapp
      return tostring(wa), type(wa), getmetatable(wa),
        (select(2, pcall(setmetatable, wa, {}))), (select(2, pcall(function() wa.send_message = print end)))`);
    expect(result).toEqual([
      "app.integrations.whatsapp",
      "table",
      "app is read-only",
      "cannot change a protected metatable",
      "order.lua:4: app.integrations.whatsapp.send_message cannot be assigned: app is read-only.",
    ]);
  });

  test("a call with a colon says to use a dot", async () => {
    const { error, calls } = await run("\napp.integrations.whatsapp:send_message{ to = '1' }");
    expect(error?.message).toBe(
      "order.lua:2: Call app.integrations.whatsapp.send_message with a dot, not a colon: app.integrations.whatsapp.send_message{...}",
    );
    expect(calls).toEqual([]);
  });
});

describe("arguments", () => {
  test.each<[string, unknown[]]>([
    ["", []],
    ["{}", [{}]],
    ["{ a = {} }", [{ a: [] }]],
    ["{ a = { 1, 2 }, b = { x = 1 } }", [{ a: [1, 2], b: { x: 1 } }]],
    ['"15551234567", "Hi"', ["15551234567", "Hi"]],
    ["nil, 2", [null, 2]],
    ["1, nil, nil", [1]],
    ["nil", []],
    ["{ 1, nil, 3 }", [{ 1: 1, 3: 3 }]],
    ["{ [10] = 'x' }", [{ 10: "x" }]],
    ["{ 1.5, -0.0, 1e300, 15551234567, true, false }", [[1.5, -0, 1e300, 15551234567, true, false]]],
    ["{ 0.1, 1/3, 2^53, 5e-324 }", [[0.1, 1 / 3, 2 ** 53, 5e-324]]],
    [String.raw`{ t = "a\0b\"\\\n\27é😀" }`, [{ t: 'a\0b"\\\n\u001bé😀' }]],
    ['"1", print, {}, { a = print }, "\\xff", 0/0', ["1", "function", "table", "table", "string", "number"]],
    ["{ a = 1 }, print, loop", [{ a: 1 }]],
    ['{ __proto__ = 1, ["constructor"] = 2 }', [JSON.parse('{"__proto__":1,"constructor":2}')]],
  ])("f(%s)", async (args, seen) => {
    const { calls, error } = await run(`app.f(${args})`);
    expect(error).toBeNull();
    expect(calls[0]?.args).toEqual(seen);
  });

  test.each([
    ["{ body = print }", '"body" cannot be a function.'],
    ["{ body = coroutine.create(print) }", '"body" cannot be a thread.'],
    ["{ body = app.integrations }", '"body" cannot be app.integrations.'],
    [
      '{ components = { { type = "body" }, { type = print } } }',
      '"components[2].type" cannot be a function.',
    ],
    ['{ body = "\\xff" }', '"body" is not valid UTF-8.'],
    ["{ limit = 0/0 }", '"limit" cannot be nan (not a number).'],
    ["{ limit = math.huge }", '"limit" cannot be infinite.'],
    ["{ [true] = 1 }", "the argument has a key of type boolean; a key must be a string or a number."],
    ['{ a = { ["\\xff"] = 1 } }', '"a.\ufffd" has a key that is not valid UTF-8.'],
    ["loop", '"me" contains itself, which JSON cannot hold.'],
    ["nested(65)", /"a[.a]*" is nested deeper than 64 levels\.$/],
    ["nested(100000)", /"a[.a]*" is nested deeper than 64 levels\.$/],
  ])("refused with the line and the parameter: f(%s)", async (args, message) => {
    const { error, calls } = await run(`
      local loop = {} loop.me = loop
      local function nested(n) local t = {} for _ = 2, n do t = { a = t } end return t end
      app.integrations.whatsapp.send_message(${args})`);
    expect(calls).toEqual([]);
    expect(error?.line).toBe(4);
    if (typeof message === "string") expect(error?.message).toBe(`order.lua:4: send_message: ${message}`);
    else expect(error?.message).toMatch(message);
  });

  test("64 levels are allowed, and the same table twice is not a cycle", async () => {
    const { calls, error } = await run(`
      local t = { 1 } for _ = 2, 63 do t = { a = t } end
      app.f{ t, t }`);
    expect(error).toBeNull();
    expect(calls).toHaveLength(1);
  });

  test("no metamethod runs", async () => {
    const { calls } = await run(`
      local function no() error("touched") end
      local t = setmetatable({ a = 1 }, { __index = no, __len = no, __pairs = no, __tostring = no, __eq = no })
      app.f{ t = t }`);
    expect(calls[0]?.args).toEqual([{ t: { a: 1 } }]);
  });
});

describe("answers", () => {
  test("become plain tables; null is nil, whole numbers are integers", async () => {
    const value = JSON.parse(
      '{"a":[1,2.5,null,"x"],"n":null,"big":123456789012345,"t":true,"__proto__":{"x":1},"constructor":"c"}',
    );
    const { result } = await run(
      `local r = app.f()
      return r.a[1], math.type(r.a[1]), r.a[2], r.a[3], r.a[4], r.n, r.big, r.t,
        r["__proto__"].x, r.constructor, getmetatable(r) == nil`,
      { answer: () => value },
    );
    expect(result).toEqual([1, "integer", 2.5, null, "x", null, 123456789012345, true, 1, "c", true]);
  });

  test.each([
    ["a string", "ü\0😀", "ü\0😀"],
    ["null", null, null],
    ["false", false, false],
    ["a large text", "é".repeat(300_000), "é".repeat(300_000)],
  ])("%s", async (_, given, got) => {
    expect((await run("return app.f()", { answer: () => given })).result).toEqual([got]);
  });

  test("a failure is a plain string with the position of the calling line", async () => {
    const { result } = await run(
      `local ok, message = pcall(function()
        return nil, app.integrations.whatsapp.send_message{
          body = "x" }
      end)
      return ok, type(message), message`,
      { answer: fail },
    );
    expect(result).toEqual([false, "string", 'order.lua:2: Recipient "to" is required.']);
  });
});

describe("the line of a call", () => {
  test.each<[string, string, number]>([
    ["plain", "\nlocal r = app.x.y{}", 2],
    ["tail call", "local function f()\nreturn app.x.y{}\nend\nf()", 2],
    ["tail call of the chunk", "\n\nreturn app.x.y{}", 3],
    ["pcall", "\nerror(select(2, pcall(app.x.y, {})), 0)", 2],
    ["kept function", "local f = app.x.y\nlocal function g() f() end\ng()", 2],
    [
      "coroutine body",
      "local w = coroutine.create(function()\napp.x.y() end)\nerror(select(2, coroutine.resume(w)), 0)",
      2,
    ],
    [
      "coroutine without a frame of the script",
      "local w = coroutine.wrap(pcall)\nlocal _, e = w(app.x.y)\nerror(e, 0)",
      2,
    ],
    ["sort", "table.sort({ 3, 1, 2 }, function(a, b)\napp.x.y() return a < b end)", 2],
    ["gsub", "(('abc'):gsub('b', function()\napp.x.y() end))".replace(/^/, "local s = "), 2],
    [
      "__index",
      "local t = setmetatable({}, { __index = function()\nreturn app.x.y() end })\nlocal v = t.a",
      2,
    ],
    ["load", "local f = load('app.x.y()')\nf()", 2],
    ["json.decode", "\nreturn json.decode('[')", 2],
  ])("%s", async (_, source, line) => {
    const { error, calls } = await run(source, { answer: fail });
    expect(error?.line).toBe(line);
    expect(error?.message).toMatch(new RegExp(`^order\\.lua:${line}: `));
    for (const call of calls) expect(call.line).toBe(line);
  });
});

describe("a call can be anywhere a function call can", () => {
  test.each([
    ["pcall", "local ok, r = pcall(app.f, 1) return r.n"],
    ["pcall around a function", "return select(2, pcall(function() return app.f().n end))"],
    ["xpcall", "return select(2, xpcall(app.f, print)).n"],
    ["xpcall handler", "return select(2, xpcall(error, function() return app.f().n end))"],
    [
      "coroutine",
      "local co = coroutine.create(function() return app.f().n end) return select(2, coroutine.resume(co))",
    ],
    [
      "between yields",
      "local w = coroutine.wrap(function() coroutine.yield() coroutine.yield(app.f().n) end) w() return w()",
    ],
    ["coroutine.wrap of pcall", "return select(2, coroutine.wrap(pcall)(app.f)).n"],
    [
      "nested coroutines",
      "return coroutine.wrap(function() return coroutine.wrap(function() return app.f().n end)() end)()",
    ],
    [
      "sort comparator",
      "local n table.sort({ 2, 1 }, function(a, b) n = app.f().n return a < b end) return n",
    ],
    ["gsub callback", "return tonumber((('x'):gsub('x', function() return app.f().n end)))"],
    ["gmatch loop", "local n for _ in ('a b'):gmatch('%a') do n = app.f().n end return n"],
    ["__index", "return setmetatable({}, { __index = function() return app.f().n end }).x"],
    ["__newindex", "local n setmetatable({}, { __newindex = function() n = app.f().n end }).x = 1 return n"],
    ["__call", "return setmetatable({}, { __call = function() return app.f().n end })()"],
    ["__add", "return setmetatable({}, { __add = function() return app.f().n end }) + 1"],
    [
      "__eq",
      "local m = { __eq = function() return app.f().n == 7 end } return setmetatable({}, m) == setmetatable({}, m) and 7",
    ],
    [
      "__lt",
      "local m = { __lt = function() return app.f().n == 7 end } return setmetatable({}, m) < setmetatable({}, m) and 7",
    ],
    ["__len", "return #setmetatable({}, { __len = function() return app.f().n end })"],
    ["__concat", "return tonumber(setmetatable({}, { __concat = function() return app.f().n end }) .. '')"],
    ["__gc", "local n setmetatable({}, { __gc = function() n = app.f().n end }) collectgarbage() return n"],
    [
      "__close",
      "local n do local c <close> = setmetatable({}, { __close = function() n = app.f().n end }) end return n",
    ],
    [
      "__tostring by print",
      "local n print(setmetatable({}, { __tostring = function() n = app.f().n return 'x' end })) return n",
    ],
    [
      "__tostring by tostring",
      "return tonumber(tostring(setmetatable({}, { __tostring = function() return '' .. app.f().n end })))",
    ],
    [
      "__pairs",
      "for k in pairs(setmetatable({}, { __pairs = function() return next, { [app.f().n] = 1 } end })) do return k end",
    ],
    ["iterator", "for n in function() return app.f().n end do return n end"],
    [
      "load reader",
      "local done return load(function() if done then return nil end done = true return 'return ' .. app.f().n end)()",
    ],
    ["inside its own arguments", "return app.f{ a = app.f().n }.n"],
    ["string.gsub callback", "return tonumber((string.gsub('x', 'x', function() return app.f().n end)))"],
    [
      "deep recursion",
      "local function f(d) if d == 0 then return app.f().n end return (f(d - 1)) end return f(50000)",
    ],
  ])("%s", async (_, source) => {
    const { result, error, calls } = await run(source, { answer: () => ({ n: 7 }) });
    expect(error).toBeNull();
    expect(result).toEqual([7]);
    expect(calls.length).toBeGreaterThan(0);
  });
});

test("output printed before a call is sent before the call starts", async () => {
  const { events } = await run("for i = 1, 300 do print(i) end app.f() print('after') app.g()");
  expect(events.at(-3)).toBe("call:f");
  expect(events.slice(0, -3).join("|")).toMatch(/\|300$|:300$/);
  expect(events.slice(-2)).toEqual(["output:after", "call:g"]);
});

test("a failing host ends the run with a clear error", async () => {
  const { createVm } = await import("../../../src/runtime/vm");
  const { instantiateLua } = await import("../../../src/runtime/lua-module");
  const { wasm } = await import("./start");
  const broken = () => {
    throw new Error("the page went away");
  };
  const vm = createVm(await instantiateLua(await wasm, 1), {
    call: broken,
    docs: broken,
    now: () => 0,
    output: () => undefined,
  });
  const run = () => vm.run({ name: "a.lua", source: "pcall(app.f)", memoryBytes: 1e6 });
  expect(run).toThrow("The Lua VM broke down: the page went away");
  expect(run).toThrow("A Lua VM runs one chunk");
});

test("an exception from JavaScript in the docs or a regular expression is an error that pcall catches", async () => {
  const { createVm } = await import("../../../src/runtime/vm");
  const { instantiateLua } = await import("../../../src/runtime/lua-module");
  const { wasm } = await import("./start");
  const vm = createVm(await instantiateLua(await wasm, 1), {
    call: () => "",
    docs: () => {
      throw new RangeError("Invalid string length");
    },
    now: () => 0,
    output: () => undefined,
  });
  const source = `local ok, message = pcall(docs.search, "x")
local huge = "/" .. ("(a|b){1000}"):rep(20000) .. "/"
local matched, why = pcall(regex.match, "x", huge)
local deep = "/" .. ("("):rep(200000) .. (")"):rep(200000) .. "/"
return ok, message, pcall(regex.match, "x", deep) and 1, "alive"`;
  const end = vm.run({ name: "a.lua", source, memoryBytes: 1e7 });
  expect(end.error).toBeNull();
  expect(end.result.slice(0, 2)).toEqual([false, "a.lua:1: Invalid string length"]);
  expect(end.result.at(-1)).toBe("alive");
});

test.each([
  ["app.tools.bash{}", "app.tools.bash"],
  ["app.tools()", "app.tools"],
  ["app.mcp.files.read{ path = 'x' }", "app.mcp.files.read"],
  ["mcp.servers()", "mcp.servers"],
])("%s says that it exists only on the agent host", async (source, name) => {
  const { error, calls } = await run(`\n${source}`);
  expect(error?.message).toBe(
    `order.lua:2: ${name} exists only on the agent host. Scripts here can call what is below app.integrations.`,
  );
  expect(calls).toEqual([]);
});
