import type { BoxCase } from "../case";
import { attempt, attemptEnding, endless, stoppable } from "./script";

/** Memory, stack and time: what a script takes too much of ends in a Lua error or by Stop. */
export const resourceCases: readonly BoxCase[] = [
  attempt(
    "huge strings end in an error that pcall catches",
    `for _, size in ipairs { 1 << 28, 1 << 31, (1 << 32) - 10, 1 << 40, math.maxinteger } do
  local ok, e = pcall(string.rep, "x", size)
  check(not ok and type(e) == "string", size)
end
check(not pcall(string.rep, "x", 1 << 20, ("y"):rep(1 << 20)), "separator")`,
  ),
  attempt(
    "a string doubled until memory ends is an error that pcall catches",
    `local ok, e = pcall(function() local s = "x" while true do s = s .. s end end)
check(not ok and type(e) == "string", "error")`,
  ),
  attemptEnding(
    "a concatenation whose length overflows 32 bits harms nothing outside the VM",
    { kind: "contained" },
    `local ok, s = pcall(string.rep, "x", 23860929)
if ok then
  local names = {}
  for i = 1, 180 do names[i] = "s" end
  local ok, e = pcall(load("local s = ... return #(" .. table.concat(names, "..") .. ")"), s)
  print(ok, e)
end
print("after")`,
  ),
  attempt(
    "format and concat of huge texts end in an error that pcall catches",
    `local ok, e = pcall(function()
  local s = ("x"):rep(10000000)
  return string.format("%s%s%s%s", s, s, s, s)
end)
check(not ok and type(e) == "string", "format")
ok, e = pcall(function()
  local parts, s = {}, ("x"):rep(1000000)
  for i = 1, 1000 do parts[i] = s end
  return table.concat(parts)
end)
check(not ok and type(e) == "string", "concat")`,
  ),
  attempt(
    "a table without end is an error that pcall catches",
    `local ok, e = pcall(function() local t = {} while true do t[#t + 1] = { #t } end end)
check(not ok and tostring(e):find("not enough memory", 1, true), e)`,
  ),
  attempt(
    "coroutines without end are an error that pcall catches",
    `local ok, e = pcall(function() local t = {} while true do t[#t + 1] = coroutine.create(function() end) end end)
check(not ok and tostring(e):find("not enough memory", 1, true), e)`,
  ),
  attemptEnding(
    "a memory bomb that nothing catches fails with Lua's own words",
    { kind: "error", pattern: "not enough memory" },
    `local t = {}
while true do t[#t + 1] = ("x"):rep(100000) .. #t end`,
  ),
  attempt(
    "deep recursion in Lua, patterns, the parser, gsub, __index and tostring ends in a Lua error",
    `local function down() return 1 + down() end
check(not pcall(down), "Lua")
check(not load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000)), "parser, parentheses")
check(not load("return " .. ("{"):rep(100000)), "parser, braces")
pcall(string.find, "x", ("("):rep(1000))
local function again() return (("x"):gsub(".", again)) end
check(not pcall(again), "gsub")
local chain = {}
setmetatable(chain, { __index = chain })
check(not pcall(function() return chain.x end), "__index loop")
local itself = setmetatable({}, {})
getmetatable(itself).__tostring = function(t) return tostring(t) end
check(not pcall(tostring, itself), "tostring")
local cat = setmetatable({}, {})
getmetatable(cat).__concat = function(a, b) return a .. b end
check(not pcall(function() return cat .. "x" end), "__concat")`,
  ),
  attempt(
    "a chunk with too many constants, locals or upvalues ends in a Lua error",
    `local names = {}
for i = 1, 300 do names[i] = "v" .. i end
check(not load("local " .. table.concat(names, ",")), "locals")
check(not load(("goto x "):rep(1000)), "labels")
local f = load("return " .. ("'a'..."):rep(300) .. "'b'")
check(f == nil or pcall(f) ~= nil, "concats")`,
  ),
  attempt("thousands of calls in one run harm nothing", `for _ = 1, 2000 do whatsapp.get_current_user() end`),
  attempt(
    "thousands of failed calls in one run harm nothing",
    `for i = 1, 2000 do check(not pcall(whatsapp.send_message, {}), i) end`,
  ),
  endless("an endless loop", `while true do end`),
  endless("an endless goto", `::again:: goto again`),
  endless(
    "an endless loop inside pcall, restarted by pcall",
    `while true do pcall(function() while true do end end) end`,
  ),
  endless("an endless loop inside a coroutine", `coroutine.wrap(function() while true do end end)()`),
  endless(
    "an endless chain of coroutines",
    `while true do coroutine.wrap(function() coroutine.yield() end)() end`,
  ),
  endless(
    "an endless loop inside a finalizer",
    `setmetatable({}, { __gc = function() while true do end end })
collectgarbage()
while true do end`,
  ),
  endless("an endless loop inside a message handler", `xpcall(error, function() while true do end end)`),
  endless(
    "an endless loop on the way out",
    `do local x <close> = setmetatable({}, { __close = function() while true do end end }) end`,
  ),
  endless("an endless comparator", `table.sort({ 3, 1, 2 }, function() while true do end end)`),
  endless(
    "a runaway pattern",
    `local s = ("a"):rep(3000)
while true do s:find(".-.-.-.-.-.-.-b$") end`,
  ),
  endless("a move over all integers", `table.move({}, 1, math.maxinteger - 1, 2)`),
  endless("output without end", `while true do print(("x"):rep(100)) end`),
  endless("garbage without end", `while true do local t = {} for i = 1, 100 do t[i] = { i } end end`),
  endless("calls without end", `while true do whatsapp.get_current_user() end`),
  endless("failing calls without end", `while true do pcall(whatsapp.nothing) end`),
  stoppable(
    "an argument that iterates without end",
    `local mt = { __index = function() return 1 end }
mt.__pairs = function() return function(_, k) return (k or 0) + 1, 1 end end
mt.__len = function() return math.maxinteger end
pcall(whatsapp.send_message, setmetatable({}, mt))`,
  ),
  stoppable("a runaway regular expression", `pcall(regex.match, ("a"):rep(60) .. "b", "/^(a+)+$/")`),
];
