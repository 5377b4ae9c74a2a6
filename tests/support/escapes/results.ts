import type { BoxCase } from "../case";
import { attemptEnding } from "./script";

/** A script's last words: what it returns, and what is left to run after it. */
export const resultCases: readonly BoxCase[] = [
  attemptEnding(
    "a result nested two thousand deep ends no run badly",
    { kind: "ends" },
    `local deep = {}
for _ = 1, 2000 do deep = { deep } end
return deep`,
  ),
  attemptEnding(
    "a result nested two thousand deep by keys, with cycles at the bottom, ends no run badly",
    { kind: "ends" },
    `local bottom = {}
bottom.bottom = bottom
local deep = bottom
for i = 1, 2000 do deep = { ["k" .. i] = deep, top = bottom } end
return deep, deep`,
  ),
  attemptEnding(
    "a result that doubles with each of ninety levels ends as an error",
    { kind: "ends" },
    `local t = {}
for _ = 1, 90 do t = { t, t } end
return t`,
  ),
  attemptEnding(
    "two hundred thousand entries as a result end no run badly",
    { kind: "ends" },
    `local t = {}
for i = 1, 200000 do t[i] = i end
return t`,
  ),
  attemptEnding(
    "two hundred results, and as many as the stack holds, end no run badly",
    { kind: "ends" },
    `return table.unpack({}, 1, 100000)`,
  ),
  attemptEnding(
    "a result with the names of JavaScript's own properties ends no run badly",
    { kind: "ends" },
    `return { ["__proto__"] = { polluted = 1 }, constructor = { prototype = { polluted = 1 } }, toJSON = "x", length = -1, ["then"] = "x", toString = 1, valueOf = {} }`,
  ),
  attemptEnding(
    "a result of broken UTF-8, NUL and halves of pairs ends no run badly",
    { kind: "ends" },
    `return "\\xff\\xfe\\0", { ["\\xc3"] = "\\xed\\xa0\\x80" }, ("\\0"):rep(1000), "\\u{2028}</script>"`,
  ),
  attemptEnding(
    "a result whose text is made by code that calls, yields, prints and raises ends no run badly",
    { kind: "ends" },
    `local function with(f) return setmetatable({}, { __tostring = f }) end
return with(function() return tostring(whatsapp.get_current_user().id) end), with(function() coroutine.yield() end),
  with(function() print("late") return "x" end), with(error), with(function() return ("x"):rep(1000000) end), { with(print) }`,
  ),
  attemptEnding(
    "a result of thirty megabytes ends no run badly",
    { kind: "ends" },
    `return ("x"):rep(15000000), ("\\1"):rep(10000000)`,
  ),
  attemptEnding(
    "results while memory is full end no run badly",
    { kind: "ends" },
    `KEEP = {}
pcall(function() while true do KEEP[#KEEP + 1] = { #KEEP } end end)
return KEEP`,
  ),
  attemptEnding(
    "integers and numbers past JavaScript's end no run badly",
    { kind: "ends" },
    `return math.maxinteger, math.mininteger, 0 / 0, 1 / 0, -1 / 0, -0.0, 2 ^ 63, { [math.maxinteger] = 1, [2 ^ 53] = 2 }, 5e-324`,
  ),
  attemptEnding(
    "finalizers that fill memory, raise and call after the last line end no run badly",
    { kind: "ends" },
    `for i = 1, 50 do KEEP = { KEEP, setmetatable({}, { __gc = function()
  pcall(function() local t = {} while true do t[#t + 1] = ("x"):rep(100000) .. #t end end)
  pcall(whatsapp.get_current_user) print("late " .. i) error({})
end }) } end
return "end"`,
  ),
  attemptEnding(
    "a script that ruins every library before its last line still has its result written out",
    { kind: "ends" },
    `for _, name in ipairs { "string", "table", "math", "utf8", "json", "coroutine" } do
  for key in pairs(_G[name]) do _G[name][key] = error end
end
getmetatable("").__index = error
for _, name in ipairs { "next", "pairs", "type", "tostring", "pcall", "select", "rawget", "rawlen", "setmetatable" } do _G[name] = error end
return { 1, { a = "b" } }, "x"`,
  ),
  attemptEnding(
    "a yield, an error and a call in the last expression end no run badly",
    { kind: "ends" },
    `return pcall(coroutine.yield, app), select(2, pcall(error, {})), whatsapp.get_current_user(), coroutine.running()`,
  ),
];
