import type { BoxCase } from "../case";
import { attempt } from "./script";

/** What `load`, the parser and environments can be made to do. */
export const loadingCases: readonly BoxCase[] = [
  attempt(
    "a chunk that calls itself the host's, or this script, gains nothing by it",
    `for _, name in ipairs { "=[host]", "@[host]", "[host]", "@case.lua", "=[C]", "=?", "" } do
  local f = load("local w = ... return w.no_such_function{}", name)
  local ok, e = pcall(f, whatsapp)
  check(not ok and type(e) == "string" and e:find("Unknown function", 1, true), name)
  local failed, message = pcall(load("error({}, 2)", name))
  check(not failed and not foreign(message), name)
  check(type(debug.traceback(name)) == "string", name)
end`,
  ),
  attempt(
    "a chunk's name of a megabyte, with NUL or broken UTF-8 makes an error text and no more",
    `for _, name in ipairs { "@" .. ("n"):rep(1000000), "=" .. ("\\0"):rep(100), "@\\xff\\xfe", "=\\n\\n\\n", "@case.lua:1: case.lua" } do
  local f, e = load("x x", name)
  check(f == nil and type(e) == "string", "syntax")
  local ok, problem = pcall(load("error('x')", name))
  check(not ok and type(problem) == "string", "error")
end`,
  ),
  attempt(
    "bytecode behind a comment line, a byte order mark or blanks is not loaded",
    `local code = "\\27Lua\\x54\\0\\x19\\x93\\r\\n\\x1a\\n\\4\\8\\8"
for _, front in ipairs { "#\\n", "# x\\n", "\\xef\\xbb\\xbf", " ", "\\n", "--\\n", "\\0" } do
  local f, e = load(front .. code, "=x", "b")
  check(f == nil and type(e) == "string", "loaded")
end`,
  ),
  attempt(
    "every first byte before bytecode's own header is refused or a syntax error",
    `for byte = 0, 255 do
  local f, e = load(string.char(byte) .. "Lua\\x54\\0\\x19\\x93", "=x", "bt")
  check(f == nil and type(e) == "string", byte)
end`,
  ),
  attempt(
    "a reader that gives a byte at a time, a hundred thousand times, makes one chunk",
    `local source, at = "return #{" .. ("1,"):rep(50000) .. "}", 0
local f = load(function() at = at + 1 return at <= #source and source:sub(at, at) or nil end)
check(f and f() == 50000, "count")`,
  ),
  attempt(
    "load within load's reader, without end, ends in an error",
    `local depth = 0
local function reader() depth = depth + 1 return (select(2, load(reader))) end
local ok, e = pcall(load, reader)
check(type(e) == "string" or e == nil, type(e))
check(depth < 10000, depth)`,
  ),
  attempt(
    "readers that call, print, collect garbage and change what they read harm nothing",
    `local n = 0
local f, e = load(function()
  n = n + 1
  whatsapp.get_current_user() print("reading") collectgarbage()
  return ({ "return ", "4", "2" })[n]
end)
check(f and f() == 42, e)`,
  ),
  attempt(
    "nested functions, blocks, loops, tables and indices past the parser's depth are syntax errors",
    `for _, pieces in ipairs {
  { "return ", "function() return ", "1", " end" }, { "", "do ", "", " end" }, { "", "if x then ", "", " end" },
  { "", "for i = 1, 1 do ", "", " end" }, { "", "repeat ", "", " until x" }, { "return ", "{", "1", "}" },
  { "return ", "f(", "1", ")" }, { "return ", "t[", "1", "]" }, { "return ", "- ", "1", "" }, { "return ", "not ", "1", "" },
  { "return ", "1 ^ ", "1", "" }, { "return ", "'a' .. ", "'a'", "" },
} do
  local first, open, middle, close = table.unpack(pieces)
  local f, e = load(first .. open:rep(5000) .. middle .. close:rep(5000))
  check(f == nil and type(e) == "string", open)
end`,
  ),
  attempt(
    "two hundred and fifty-six upvalues, and as many parameters, are syntax errors",
    `local names, uses = {}, {}
for i = 1, 2 do for j = 1, 150 do names[#names + 1] = "local a" .. i .. "_" .. j .. " = 1" uses[#uses + 1] = "a" .. i .. "_" .. j end end
local inner = "return function() return " .. table.concat(uses, " + ") .. " end"
local f, e = load(table.concat(names, " ", 1, 150) .. " return function() " .. table.concat(names, " ", 151) .. " " .. inner .. " end")
check(f == nil and type(e) == "string", "upvalues")
check(load("return function(" .. table.concat(uses, ",") .. ") end") == nil, "parameters")`,
  ),
  attempt(
    "a chunk of seventy thousand constants runs or is a Lua error",
    `local parts = {}
for i = 1, 70000 do parts[i] = i .. ".5" end
local f, e = load("return {" .. table.concat(parts, ",") .. "}")
check(f and #f() == 70000 or type(e) == "string", e)`,
  ),
  attempt(
    "jumps into blocks, over locals, out of functions or to twice named places are syntax errors",
    `for _, source in ipairs {
  "goto inside do ::inside:: end", "goto over local x ::over:: print(x)", "::a:: ::a::", "break",
  "local function f() goto out end ::out::", "do goto gone end", "while true do goto continue local x ::continue:: print(x) end",
  "local x <const> = 1 x = 2", "local x <close>, y <close> = 1, 2", "local x <unknown> = 1", "return return", "local function f(...) return function() return ... end end",
} do
  local f, e = load(source)
  check(f == nil and type(e) == "string", source)
end`,
  ),
  attempt(
    "numbers of a million digits, and hexadecimal ones, are numbers or syntax errors",
    `for _, text in ipairs { ("9"):rep(1000000), "0x" .. ("f"):rep(1000000), "0x." .. ("1"):rep(100000) .. "p-1", "1e" .. ("9"):rep(1000), "0x1p" .. ("9"):rep(1000), "1..2", "0xg", "1e" } do
  local f = load("return " .. text)
  local value = f and f()
  check(value == nil or type(value) == "number" or type(value) == "string", type(value))
  check(tonumber(text) == nil or type(tonumber(text)) == "number", "tonumber")
end`,
  ),
  attempt(
    "strings with impossible escapes and brackets of ten thousand levels are syntax errors or text",
    `for _, text in ipairs { [["\\u{FFFFFFFFF}"]], [["\\u{}"]], [["\\x"]], [["\\999"]], [["\\q"]], [["unclosed]], "[=[unclosed", "'\\n'" } do
  local f, e = load("return " .. text)
  check(f == nil and type(e) == "string", text)
end
local level = ("="):rep(10000)
check(load("return [" .. level .. "[x]" .. level .. "]")() == "x", "levels")
check(load("--[" .. level .. "[ x") == nil, "open comment")`,
  ),
  attempt(
    "twenty thousand branches of one if, and a thousand labels, run or are Lua errors",
    `local f, e = load("local x = ... if x == 0 then return 0 " .. ("elseif x == 1 then return 1 "):rep(20000) .. "end")
check(f and f(1) == 1 or type(e) == "string", e)
local labels = {}
for i = 1, 1000 do labels[i] = "goto l" .. i .. " ::l" .. i .. "::" end
f, e = load(table.concat(labels, " ") .. " return 1")
check(f and f() == 1 or type(e) == "string", e)`,
  ),
  attempt(
    "an environment that raises, yields or calls when read harms nothing",
    `local function env(index) return setmetatable({}, { __index = index, __newindex = index }) end
check(not pcall(load("return x", "=x", "t", env(function() error("no") end))), "raise")
check(type(load("return x", "=x", "t", env(function() return whatsapp.get_current_user() end))()) == "table", "call")
local co = coroutine.wrap(load("return x", "=x", "t", env(function() return coroutine.yield("out") end)))
check(co() == "out" and co(7) == 7, "yield")
for _, bad in ipairs { 1, "text", true, print, app } do
  local f = load("return no_such_name", "=x", "t", bad)
  local _, value = pcall(f)
  check(not foreign(value), type(bad))
end`,
  ),
  attempt(
    "the namespace as environment makes paths of names and takes no assignment",
    `local function inside(_ENV) return print, os, integrations end
local p, o = inside(app)
check(p ~= print and o ~= os and not foreign(p), "names")
check(not pcall(p, 1), "app.print was called")
check(not pcall(load("x = 1", "=x", "t", app)), "assigned")
local ok, e = pcall(load("return print('ESCAPED')", "=x", "t", app))
check(not ok and type(e) == "string", e)`,
  ),
  attempt(
    "_ENV of nil, a number or a function stops the chunk with a Lua error",
    `for _, env in ipairs { false, 42, "text", print } do
  local ok, e = pcall(function() local _ENV = env return no_such_name end)
  check(ok and e == nil or type(e) == "string", type(env))
end
check(not pcall(function() local _ENV = nil return print end), "nil")`,
  ),
  attempt(
    "a thousand functions that share an upvalue see one value, and one that is gone is collected",
    `local made = {}
do local shared = 0 for i = 1, 1000 do made[i] = function() shared = shared + 1 return shared end end end
for i = 1, 1000 do check(made[i]() == i, i) end
made = nil collectgarbage()`,
  ),
  attempt(
    "names that the host's bridge has used are nowhere to be found by load",
    `for _, name in ipairs { "__call", "__bridge", "__host", "__lua_call", "__door", "__js", "HEAP8", "asm", "wasmMemory", "_emscripten" } do
  local f = load("return " .. name)
  check(f and f() == nil, name)
end`,
  ),
  attempt(
    "a debug library put together from what is left tells nothing",
    `for _, name in ipairs { "getinfo", "sethook", "gethook", "getlocal", "setlocal", "getupvalue", "setupvalue", "upvalueid", "upvaluejoin", "getregistry", "getmetatable", "setmetatable", "getuservalue", "setuservalue", "debug", "setcstacklimit" } do
  check(debug[name] == nil, name)
end
check(not pcall(function() return debug.sethook(function() print("ESCAPED") end, "l") end), "hook")
for level = -5, 300 do check(type(debug.traceback("x", level)) == "string", level) end
check(type(debug.traceback("x", 0 / 0)) == "string" and type(debug.traceback(nil)) == "string", "levels")`,
  ),
];
