import type { BoxCase } from "../case";
import { attempt, attemptEnding } from "./script";

/** The language's own powers: loading, debugging, metatables, globals, environments. */
export const languageCases: readonly BoxCase[] = [
  attempt(
    "there are no files, modules, processes or environment",
    `for _, name in ipairs { "io", "require", "package", "dofile", "loadfile", "loadstring", "module", "setfenv", "getfenv" } do
  check(_G[name] == nil, name)
end
for name in pairs(os) do
  check(name == "time" or name == "date" or name == "clock" or name == "difftime", "os." .. name)
end`,
  ),
  attempt(
    "every global and all it holds is plain Lua",
    `check(not foreign(_G), "userdata in _G")
for _, name in ipairs { "self", "window", "globalThis", "process", "Module", "js", "fetch", "postMessage", "eval", "Function" } do
  check(_G[name] == nil, name)
end`,
  ),
  attempt(
    "debug has traceback alone",
    `for name in pairs(debug) do check(name == "traceback", "debug." .. name) end
check(type(debug.traceback("x", 1)) == "string", "traceback")
pcall(debug.traceback, "x", 1 << 40)
pcall(debug.traceback, coroutine.create(print), "x", -1)`,
  ),
  attempt(
    "load takes no bytecode, whatever mode is asked for",
    `for _, mode in ipairs { "b", "bt", "t", "" } do
  local f, e = load("\\27Lua\\x54\\0\\x19\\x93\\r\\n\\x1a\\n\\4\\8\\8", "=x", mode)
  check(f == nil and type(e) == "string", mode)
end
check(load("\\27Lua") == nil, "no mode")`,
  ),
  attempt(
    "load takes no bytecode from a reader function in pieces",
    `local pieces = { "\\27", "Lua", "\\x54\\0", "\\x19\\x93\\r\\n\\x1a\\n" }
local i = 0
local f, e = load(function() i = i + 1 return pieces[i] end, "=x", "b")
check(f == nil and type(e) == "string", "reader")`,
  ),
  attempt(
    "functions cannot be dumped",
    `check(string.dump == nil and (""):rep(1).dump == nil, "string.dump")`,
  ),
  attempt(
    "load reaches no globals but the script's own",
    `local env = load("return _ENV", "=x", "t")()
check(env == nil or env == _G or type(env) == "table", "environment")
check(not foreign(env), "environment")
local empty = load("return app, print, _G", "=x", "t", {})
check(select("#", empty()) == 3 and empty() == nil, "empty environment")`,
  ),
  attempt(
    "a load whose reader raises, yields or gives nonsense harms nothing",
    `for _, reader in ipairs {
  function() error("x") end,
  function() return {} end,
  function() coroutine.yield() return nil end,
} do
  pcall(load, reader)
  coroutine.wrap(function() pcall(load, reader) end)()
end`,
  ),
  attempt(
    "the string metatable can be ruined, and calls still answer",
    `local meta = getmetatable("")
if type(meta) == "table" then
  local index = meta.__index
  pcall(function()
    meta.__index = function() return function() return "ruined" end end
    meta.__concat = function() return "ruined" end
    meta.__eq = function() return true end
  end)
  local ok, me = pcall(whatsapp.get_current_user)
  meta.__index = index
  check(ok and type(me) == "table" and me.id ~= "ruined", "answer")
end`,
  ),
  attempt(
    "string methods can be replaced, and calls still answer",
    `local saved = {}
for name, f in pairs(string) do saved[name] = f end
local heard = {}
for name in pairs(saved) do string[name] = function(...) heard[#heard + 1] = { ... } return ... end end
local ok, me = pcall(whatsapp.get_current_user)
for name, f in pairs(saved) do string[name] = f end
check(ok and type(me) == "table", "answer")
check(not foreign(heard), "heard")`,
  ),
  attempt(
    "the metatable of app gives nothing away",
    `check(not foreign(getmetatable(app)), "metatable")
pcall(setmetatable, app, { __index = function() return print end })
pcall(rawset, app, "integrations", nil)
pcall(function() app.integrations = nil end)
pcall(function() getmetatable(app).__call = function() return "ESCAPED" end end)
check(not foreign(app), "app")`,
  ),
  attempt(
    "app survives every operator and library function",
    `for _, use in ipairs {
  function() return app .. "" end, function() return app + 1 end, function() return -app end,
  function() return #app end, function() return app < app end, function() return app // 1 end,
  function() for _ in pairs(app) do break end end, function() for _ in ipairs(app) do break end end,
  function() return next(app) end, function() return table.concat(app) end, function() return table.unpack(app) end,
  function() return tostring(app) end, function() return json.encode(app) end, function() return rawlen(app) end,
} do
  local _, value = pcall(use)
  check(not foreign(value), "operator")
end`,
  ),
  attempt(
    "overwritten globals hear nothing of the host, and calls still answer",
    `local print, pairs, pcall, type, check, foreign = print, pairs, pcall, type, check, foreign
local heard, saved = {}, {}
for name, value in pairs(_G) do saved[name] = value end
for name, value in pairs(saved) do
  if type(value) == "function" then _G[name] = function(...) heard[#heard + 1] = { ... } return ... end end
end
for _, name in saved.ipairs { "table", "string", "math", "utf8", "coroutine", "json", "docs", "regex", "os" } do _G[name] = nil end
local ok, me = pcall(whatsapp.get_current_user)
local failed, e = pcall(whatsapp.send_message, {})
for name, value in pairs(saved) do _G[name] = value end
check(ok and type(me) == "table", "answer")
check(failed == false and type(e) == "string", "error")
check(not foreign(heard), "heard")`,
  ),
  attempt(
    "tostring replaced before a call and before print changes no border",
    `local original = tostring
tostring = function() error("replaced") end
local ok, me = pcall(whatsapp.get_current_user)
print({ 1 }, "x")
tostring = original
check(ok and type(me) == "table", "answer")`,
  ),
  attemptEnding(
    "names of the host's bridge cannot be assigned",
    { kind: "error", pattern: "Lua code may not assign __-prefixed bridge globals\\." },
    `__call = function() return "ESCAPED" end`,
  ),
  attempt(
    "names with two underscores set by other ways reach nothing",
    `rawset(_G, "__call", function() print("ESCAPED") end)
_G["__bridge"] = function() print("ESCAPED") end
load("local t = _ENV t['__host'] = print")()
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "a metatable on the globals hears nothing of the host",
    `local heard = {}
local mt = { __index = function(_, key) heard[#heard + 1] = key end }
mt.__newindex = function(_, key, value) heard[#heard + 1] = { key, value } end
setmetatable(_G, mt)
local ok, me = pcall(whatsapp.get_current_user)
setmetatable(_G, nil)
check(ok and not foreign(me) and not foreign(heard), "heard")`,
  ),
  attempt(
    "an environment of its own gives a function no more",
    `local function inner()
  local _ENV = { print = print }
  return app
end
check(inner() == nil, "environment")
local _ENV = setmetatable({}, { __index = _G })
check(not foreign(_ENV), "environment")`,
  ),
  attempt(
    "collectgarbage reads and collects, and nothing else takes effect",
    `check(type(collectgarbage("count")) == "number", "count")
for _, option in ipairs { "stop", "restart", "generational", "incremental", "step", "setpause", "setstepmul", "isrunning", "nonsense" } do
  pcall(collectgarbage, option, 1 << 30)
end
for _ = 1, 200 do local s = ("x"):rep(1000000) end`,
  ),
  attempt(
    "warn is harmless, its control messages too",
    `warn("@on") warn("@off") warn("@on") warn("a", "b", "\\0\\xff") warn("@nonsense")
pcall(warn, {}) pcall(warn)`,
  ),
  attempt(
    "dates, packs, formats and patterns with absurd arguments end in Lua errors",
    `local function try(f, ...) local _, value = pcall(f, ...) check(not foreign(value), "value") end
try(os.date, "%Ez") try(os.date, ("%c"):rep(10000)) try(os.date, "*t", 1 << 60) try(os.time, { year = 1 << 60, month = 1, day = 1 })
try(string.pack, "!17i4", 1) try(string.pack, "s1", ("x"):rep(300)) try(string.unpack, "s8", "\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f")
try(string.pack, ("i16"):rep(1000)) try(string.packsize, "c" .. (1 << 31))
try(string.format, "%99999d", 1) try(string.format, "%.999f", 1e308) try(string.format, "%", 1) try(string.format, "%q", print)
try(string.find, "x", "%f") try(string.find, "x", "[a") try(string.find, "x", "%b") try(string.gsub, "x", "(", "%9")
try(string.gsub, "abc", "", { [""] = print }) try(string.byte, ("x"):rep(5000000), 1, -1) try(table.unpack, {}, 1, 10000000)
try(select, -5, 1) try(math.random, 0, -1) try(string.rep, "x", -1) try(tonumber, "z", 37) try(table.insert, {}, 5, 1)`,
  ),
  attempt(
    "utf8 with impossible code points ends in Lua errors, and its strings are refused at the border",
    `local function try(f, ...) local _, value = pcall(f, ...) check(not foreign(value), "value") end
try(utf8.char, -1) try(utf8.char, 0x80000000) try(utf8.codepoint, "\\xff") try(utf8.len, "\\xff") try(utf8.offset, "x", 1 << 40)
pcall(function() for _ in utf8.codes("\\xed\\xa0\\x80") do end end)
for _, point in ipairs { 0xD800, 0x110000, 0x7FFFFFFF } do
  local ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = utf8.char(point) })
  check(not ok and type(e) == "string", "code point")
end`,
  ),
];
