import type { BoxCase } from "../case";
import { attempt, attemptEnding } from "./script";

/** Errors, finalizers, coroutines and calls at places where a host could stumble. */
export const controlCases: readonly BoxCase[] = [
  attempt(
    "calls made by finalizers answer",
    `local answers = {}
for _ = 1, 10 do
  setmetatable({}, { __gc = function() answers[#answers + 1] = whatsapp.get_current_user() end })
end
collectgarbage() collectgarbage()
check(#answers == 10 and not foreign(answers), #answers)`,
  ),
  attempt(
    "finalizers that raise, yield or revive their object harm nothing",
    `local kept = {}
setmetatable({}, { __gc = function() error({}) end })
setmetatable({}, { __gc = function() coroutine.yield() end })
setmetatable({}, { __gc = function(t) kept[1] = t setmetatable(t, { __gc = function() error("again") end }) end })
setmetatable({}, { __gc = "no function" })
collectgarbage() kept = nil collectgarbage() collectgarbage()`,
  ),
  attemptEnding(
    "finalizers left for the end of the run harm nothing",
    { kind: "contained" },
    `KEEP = setmetatable({}, { __gc = function() whatsapp.get_current_user() print("late") error({}) end })
print("end")`,
  ),
  attempt(
    "calls answer inside a hundred nested coroutines",
    `local function nest(depth)
  if depth == 0 then return whatsapp.get_current_user() end
  return coroutine.wrap(function() return nest(depth - 1) end)()
end
check(type(nest(100)) == "table", "answer")`,
  ),
  attempt(
    "endlessly nested coroutines end in a Lua error",
    `local function nest() return coroutine.wrap(nest)() end
local ok, e = pcall(nest)
check(not ok and type(e) == "string", "error")`,
  ),
  attempt(
    "coroutines closed, resumed dead, resumed by themselves or wrapped around calls harm nothing",
    `local co = coroutine.create(function() whatsapp.get_current_user() coroutine.yield() end)
coroutine.resume(co) coroutine.close(co) coroutine.resume(co)
local self
self = coroutine.create(function() return coroutine.resume(self), coroutine.close and pcall(coroutine.close, self) end)
coroutine.resume(self)
pcall(coroutine.wrap, whatsapp.get_current_user)
local wrapped = coroutine.wrap(function() return whatsapp.get_current_user() end)
check(type(wrapped()) == "table", "wrapped call")
pcall(wrapped)
check(not foreign({ coroutine.running() }), "running")`,
  ),
  attemptEnding(
    "a yield outside any coroutine gives nothing away",
    { kind: "contained" },
    `local got = coroutine.yield("out")
check(not foreign(got), "resumed value")`,
  ),
  attempt(
    "a handler of xpcall that raises, calls or recurses harms nothing",
    `xpcall(error, function() error("again") end)
local ok, answer = xpcall(error, function() return whatsapp.get_current_user() end, "x")
check(not ok and type(answer) == "table" and not foreign(answer), "call in a handler")
local function handler() return xpcall(error, handler) end
xpcall(error, handler)
xpcall(whatsapp.send_message, function(e) check(type(e) == "string", type(e)) end, {})`,
  ),
  attempt(
    "variables closed on the way out may call and raise",
    `local answers = 0
pcall(function()
  local a <close> = setmetatable({}, { __close = function() whatsapp.get_current_user() answers = answers + 1 end })
  local b <close> = setmetatable({}, { __close = function() error("closing") end })
  error("first")
end)
check(answers == 1, answers)
pcall(function() local c <close> = 42 end)`,
  ),
  attemptEnding(
    "an error whose __tostring raises still ends the run as failed",
    { kind: "error", pattern: "" },
    `error(setmetatable({}, { __tostring = function() error("no text") end }))`,
  ),
  attemptEnding(
    "an error whose __tostring gives no string still ends the run as failed",
    { kind: "error", pattern: "" },
    `error(setmetatable({}, { __tostring = function() return {} end, __name = 42 }))`,
  ),
  attemptEnding(
    "an error whose fields run code tells the host no lies",
    { kind: "error", pattern: "" },
    `local mt = { __index = function(_, key) return function() return "ESCAPED" end end }
mt.__call = function() return "ESCAPED" end
error(setmetatable({}, mt))`,
  ),
  attemptEnding("raising nil ends the run as failed", { kind: "error", pattern: "" }, `error(nil)`),
  attemptEnding(
    "raising a coroutine ends the run as failed",
    { kind: "error", pattern: "" },
    `error(coroutine.create(print))`,
  ),
  attemptEnding(
    "an error of broken UTF-8 and NUL ends the run as failed",
    { kind: "error", pattern: "a" },
    `error("a\\0b\\xff\\xfe", 0)`,
  ),
  attempt(
    "a sort whose comparator lies, raises or calls harms nothing",
    `local t = {}
for i = 1, 500 do t[i] = i * 7919 % 500 end
pcall(table.sort, t, function() return true end)
pcall(table.sort, t, function() error("x") end)
pcall(table.sort, t, function(a, b) t[a] = nil return (a or 0) < (b or 0) end)
local few = { 3, 1, 2 }
table.sort(few, function(a, b) whatsapp.get_current_user() return a < b end)
check(few[1] == 1 and few[3] == 3, "order")`,
  ),
  attempt(
    "values that cannot be written out are printed all the same or raise",
    `pcall(print, setmetatable({}, { __tostring = function() return 1 end }))
pcall(print, setmetatable({}, { __tostring = function() error("x") end }))
pcall(print, setmetatable({}, { __name = "\\0\\xff" }))
local cycle = {} cycle.self = cycle cycle[cycle] = cycle
print(cycle) dump(cycle)
print(print, coroutine.create(print), app, 0 / 0, math.mininteger, "\\0\\xff\\xfe")`,
  ),
  attemptEnding(
    "printing a table nested ten thousand deep harms nothing",
    { kind: "contained" },
    `local deep = {}
for _ = 1, 10000 do deep = { deep } end
print(deep)`,
  ),
  attemptEnding(
    "printed text that looks like the output's own frames stays text",
    { kind: "printed", text: "\u0001\u0005\u0000\u0000\u0000hello\n\u0000\u00ff" },
    `print("\\1\\5\\0\\0\\0hello")
print("\\0\\u{ff}")`,
  ),
  attemptEnding(
    "returned values that JSON cannot hold end no run badly",
    { kind: "printed", text: "" },
    `local cycle = {} cycle.self = cycle
local deep = {}
for _ = 1, 10000 do deep = { deep } end
return cycle, deep, print, 0 / 0, 1 / 0, math.mininteger, app, "\\xff\\0", coroutine.create(print), { ["__proto__"] = { 1 } }`,
  ),
];
