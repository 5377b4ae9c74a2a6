import type { BoxCase } from "../case";
import { attempt, attemptEnding, stoppable } from "./script";

/** Coroutines, errors and their handlers, nested in each other until something must give. */
export const coroutineCases: readonly BoxCase[] = [
  attempt(
    "a yield at every place where Lua can call a function is a value or a Lua error",
    `local y = coroutine.yield
local places = {
  function() return pcall(y, 1) end, function() return xpcall(y, print, 1) end, function() return table.sort({ 2, 1 }, y) end,
  function() return ("x"):gsub(".", y) end, function() return load(y) end, function() for _ in y do break end end,
  function() return setmetatable({}, { __index = y }).x end, function() setmetatable({}, { __newindex = y }).x = 1 end,
  function() return tostring(setmetatable({}, { __tostring = y })) end, function() print(setmetatable({}, { __tostring = y })) end,
  function() local c <close> = setmetatable({}, { __close = y }) end, function() return #setmetatable({}, { __len = y }) end,
  function() return json.encode(setmetatable({}, { __pairs = y })) end, function() return table.concat(setmetatable({}, { __len = y })) end,
  function() return whatsapp.get_current_user(y) end, function() setmetatable({}, { __gc = y }) collectgarbage() end,
  function() return select(2, pcall(error, setmetatable({}, { __tostring = y }))) end, function() return require and require(y) end,
}
for i, place in ipairs(places) do
  local co = coroutine.create(place)
  for _ = 1, 3 do check(not foreign({ coroutine.resume(co, i) }), i) end
  coroutine.close(co)
end`,
  ),
  attempt(
    "coroutines that close each other, themselves and those that wait for them are Lua errors",
    `local a, b
a = coroutine.create(function() return coroutine.resume(b) end)
b = coroutine.create(function() return pcall(coroutine.close, a), pcall(coroutine.close, b), coroutine.resume(a) end)
check(not foreign({ coroutine.resume(a) }), "values")
check(not pcall(coroutine.close, coroutine.running()), "main")
for _, bad in ipairs { 1, "x", {}, print, app } do check(not pcall(coroutine.resume, bad) and not pcall(coroutine.close, bad) and not pcall(coroutine.status, bad), type(bad)) end`,
  ),
  attempt(
    "a coroutine closed with a hundred variables that raise, yield and call gives the last error",
    `local answers = 0
local co = coroutine.create(function()
  local a <close> = setmetatable({}, { __close = function() answers = answers + 1 whatsapp.get_current_user() end })
  local b <close> = setmetatable({}, { __close = function() coroutine.yield() end })
  local c <close> = setmetatable({}, { __close = function() error({}) end })
  local d <close> = setmetatable({}, { __close = function() coroutine.close(coroutine.running()) end })
  coroutine.yield()
end)
coroutine.resume(co)
for _ = 1, 5 do check(not foreign({ pcall(coroutine.close, co) }), "closed") end
check(answers <= 5, answers)`,
  ),
  attempt(
    "a finalizer that looks at, resumes or closes the coroutine it interrupts harms nothing",
    `local co
co = coroutine.create(function()
  for i = 1, 20 do
    setmetatable({}, { __gc = function()
      pcall(coroutine.resume, co) pcall(coroutine.close, co) pcall(coroutine.yield)
      check(type(coroutine.status(co)) == "string" and type(coroutine.isyieldable()) == "boolean", "status")
    end })
    collectgarbage()
  end
  return "whole"
end)
check(select(2, coroutine.resume(co)) == "whole", "cut")`,
  ),
  attempt(
    "ten thousand yields of two hundred values each, and one of two hundred thousand, arrive or are Lua errors",
    `local many = {}
for i = 1, 200 do many[i] = i end
local co = coroutine.wrap(function() while true do coroutine.yield(table.unpack(many)) end end)
for _ = 1, 10000 do co() end
check(select("#", co()) == 200, "values")
local ok, e = pcall(coroutine.wrap(function() return coroutine.yield(table.unpack({}, 1, 200000)) end))
check(ok or type(e) == "string", e)
ok, e = pcall(coroutine.wrap(function(...) return select("#", ...) end), table.unpack({}, 1, 200000))
check(e == 200000 or type(e) == "string", e)`,
  ),
  attempt(
    "a thousand suspended coroutines with open calls' values are collected",
    `local kept = {}
for i = 1, 1000 do
  local co = coroutine.create(function() local me = whatsapp.get_current_user() coroutine.yield(me) end)
  if i % 100 == 0 then coroutine.resume(co) end
  kept[i] = co
end
kept = nil collectgarbage() collectgarbage()
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "stack overflows in two coroutines, each caught, leave calls that answer",
    `local function down() return 1 + down() end
for _ = 1, 2 do
  local ok, e = coroutine.resume(coroutine.create(down))
  check(not ok and type(e) == "string", e)
end
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "memory that runs out again and again, in coroutines and handlers, leaves calls that answer",
    `for i = 1, 3 do
  local ok, e = coroutine.resume(coroutine.create(function()
    return xpcall(function() local t = {} while true do t[#t + 1] = ("x"):rep(1000) .. #t end end, function(m) return { m, ("y"):rep(1000) } end)
  end))
  check(not foreign(e), i)
end
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "a stack overflow inside the handler of a stack overflow ends in an error",
    `local function down() return 1 + down() end
local ok, e = xpcall(down, down)
check(not ok and not foreign(e), "error")
ok, e = xpcall(down, function() return select(2, xpcall(down, down)) end)
check(not ok and not foreign(e), "nested")`,
  ),
  stoppable(
    "handlers that raise to handlers that raise end, by themselves or by Stop",
    `local function f() error("x") end
xpcall(f, f)
local function handler() return xpcall(error, handler) end
xpcall(error, handler)
local function deeper(m) return select(2, xpcall(error, deeper, m)) end
xpcall(error, deeper, "x")`,
  ),
  attempt(
    "handlers that are no functions, or are paths, coroutines and calls, are never more than Lua",
    `for _, handler in ipairs { 1, "x", {}, app, whatsapp, whatsapp.get_current_user, coroutine.wrap(function(e) coroutine.yield(e) end), setmetatable({}, { __call = function() return app end }), print, error, pcall, load } do
  check(not foreign({ pcall(xpcall, error, handler, "x") }), type(handler))
end
check(not pcall(xpcall) and not pcall(xpcall, print) and not pcall(pcall), "arguments")`,
  ),
  attempt(
    "pcall of pcall, a hundred and ninety deep in its arguments and thousands in functions, ends",
    `local nest = {}
for i = 1, 190 do nest[i] = pcall end
nest[191] = error
check(not foreign({ pcall(table.unpack(nest)) }), "arguments")
local n = 0
local function deep() n = n + 1 return pcall(deep) end
check(not foreign({ deep() }) and n < 1000000, n)`,
  ),
  attempt(
    "errors of every kind of value arrive as they were, from every level",
    `for _, value in ipairs { false, 1, {}, print, app, coroutine.create(print), setmetatable({}, { __metatable = "locked", __index = error }) } do
  local ok, e = pcall(error, value)
  check(not ok and rawequal(e, value), type(value))
end
for _, level in ipairs { -1, 0, 1, 2, 100, math.maxinteger, math.mininteger } do
  local ok, e = pcall(error, "x", level)
  check(not ok and type(e) == "string", level)
end
local ok, e = pcall(assert, false, app)
check(not ok and e == app and not pcall(assert), "assert")`,
  ),
  attempt(
    "an error raised again a thousand times, with text added each time, stays a text",
    `local function again(n, m)
  local ok, e = pcall(error, m .. "!", 0)
  if n == 0 then return e end
  return again(n - 1, e)
end
check(#again(1000, "x") == 1002, "length")
local m = "x"
pcall(function() for _ = 1, 100 do m = select(2, pcall(error, m .. m, 2)) end end)
check(type(m) == "string", "growing")`,
  ),
  attempt(
    "names in error texts that hold line breaks, NUL and positions forge no position",
    `local t = {}
for _, key in ipairs { "\\n", "\\0", "case.lua:99: forged", "'", "\\u{202E}", ("k"):rep(10000) } do
  local ok, e = pcall(function() t[key]() end)
  check(not ok and type(e) == "string", key)
  ok, e = pcall(function() return t[key].x end)
  check(not ok and type(e) == "string", key)
end`,
  ),
  attemptEnding(
    "an error text that pretends to be of line 99 in a thousand positions ends the run as failed",
    { kind: "error", pattern: "forged$" },
    `error(("case.lua:99: "):rep(1000) .. "forged", 0)`,
  ),
  attemptEnding(
    "an error text of ten megabytes ends the run as failed",
    { kind: "error", pattern: "^x" },
    `error(("x"):rep(10000000), 0)`,
  ),
  attemptEnding(
    "an error table that contains itself, with a text that calls, ends the run as failed",
    { kind: "error", pattern: "" },
    `local e = {}
e.e = e
error(setmetatable(e, { __tostring = function() return tostring(whatsapp.get_current_user().id) .. whatsapp.no_such_function() end }))`,
  ),
  attemptEnding(
    "an error whose __tostring recurses without end ends the run as failed",
    { kind: "error", pattern: "" },
    `error(setmetatable({}, { __tostring = function(t) return tostring(t) end }))`,
  ),
  attemptEnding(
    "the namespace as an error ends the run as failed",
    { kind: "error", pattern: "app\\.integrations\\.whatsapp" },
    `error(whatsapp)`,
  ),
  attemptEnding(
    "an error while memory is full ends the run as failed",
    { kind: "error", pattern: "" },
    `KEEP = {}
pcall(function() while true do KEEP[#KEEP + 1] = { #KEEP } end end)
error({ KEEP })`,
  ),
];
