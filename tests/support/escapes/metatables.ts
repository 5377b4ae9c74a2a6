import type { BoxCase } from "../case";
import { attempt, stoppable } from "./script";

/** Metamethods, finalizers and variables to be closed that lie, raise, call or never agree. */
export const metatableCases: readonly BoxCase[] = [
  attempt(
    "a metatable whose every field raises stops each operator with a Lua error",
    `local mt = {}
for _, name in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "band", "bor", "bxor", "shl", "shr", "bnot", "concat", "len", "eq", "lt", "le", "index", "newindex", "call", "pairs", "tostring", "close" } do
  mt["__" .. name] = function() error("raised by " .. name, 0) end
end
local a, b = setmetatable({}, mt), setmetatable({}, mt)
for _, use in ipairs {
  function() return a + b end, function() return a // 1 end, function() return ~a end, function() return a .. b end,
  function() return #a end, function() return a == b end, function() return a < b end, function() return a <= b end,
  function() return a.x end, function() a.x = 1 end, function() return a() end, function() return pairs(a) end,
  function() return tostring(a) end, function() return print(a) end, function() local c <close> = a end,
} do
  local ok, e = pcall(use)
  check(not ok and type(e) == "string", e)
end`,
  ),
  attempt(
    "a chain of fifty thousand tables by __index ends in a Lua error",
    `local last = {}
for _ = 1, 50000 do last = setmetatable({}, { __index = last }) end
local ok, e = pcall(function() return last.x end)
check(not ok and type(e) == "string", e)`,
  ),
  attempt(
    "a chain of fifty thousand tables by __newindex ends in a Lua error",
    `local last = {}
for _ = 1, 50000 do last = setmetatable({}, { __newindex = last }) end
local ok, e = pcall(function() last.x = 1 end)
check(not ok and type(e) == "string", e)`,
  ),
  attempt(
    "a chain of tables by __call ends in an answer or a Lua error",
    `local last = function() return "reached" end
for _ = 1, 2000 do last = setmetatable({}, { __call = last }) end
local ok, value = pcall(last)
check(type(value) == "string", type(value))`,
  ),
  // Lua moves all arguments at each step, so that its limit of a million is hours away.
  stoppable(
    "a table that is its own __call ends by itself or by Stop",
    `local itself = setmetatable({}, {})
getmetatable(itself).__call = itself
pcall(itself)`,
  ),
  attempt(
    "the metatables of all kinds of values hold plain Lua",
    `for _, value in ipairs { "", 1, 1.5, true, print, {}, app, whatsapp, mcp, coroutine.create(print), json, docs, regex, _G } do
  check(not foreign(getmetatable(value)), type(value))
end
check(getmetatable(nil) == nil, "nil")`,
  ),
  attempt(
    "a table that is its own metatable, index and key harms nothing",
    `local t = {}
setmetatable(t, t)
t.__index, t.__newindex, t[t], t.__name = t, nil, t, t
pcall(function() return t.x end)
pcall(print, t) pcall(tostring, t) pcall(json.encode, t) pcall(whatsapp.send_message, t)
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "__len that is negative, huge, a text or a table stops the table library with a Lua error",
    `for _, length in ipairs { -1, math.maxinteger, math.mininteger, "7", {}, 1.5, 0 / 0 } do
  local t = setmetatable({}, { __len = function() return length end })
  for _, use in ipairs {
    function() return table.concat(t) end, function() return table.insert(t, 1) end, function() return table.remove(t) end,
    function() return table.sort(t) end, function() return table.unpack(t, 1, 10) end, function() return table.insert(t, 5, 5) end,
  } do
    local _, value = pcall(use)
    check(not foreign(value), "value")
  end
end`,
  ),
  attempt(
    "__pairs that gives nonsense makes no iterator of it",
    `for _, given in ipairs { { 1, 2, 3 }, { print }, { app, app, app }, { next, "no table" }, {} } do
  local t = setmetatable({}, { __pairs = function() return table.unpack(given) end })
  local ok, e = pcall(function() for _ in pairs(t) do break end end)
  check(ok or type(e) == "string", type(e))
end`,
  ),
  attempt(
    "comparisons that yield, call and change their operands harm nothing",
    `local mt = {}
mt.__lt = function(a, b) a.n = nil whatsapp.get_current_user() coroutine.yield(a) return true end
mt.__le, mt.__eq = mt.__lt, mt.__lt
local a, b = setmetatable({ n = 1 }, mt), setmetatable({ n = 2 }, mt)
local co = coroutine.wrap(function() return a < b, a <= b, a == b, a ~= b, a > b end)
for _ = 1, 6 do check(not foreign((pcall(co))), "yielded") end
pcall(function() return a < b end)
pcall(math.max, a, b)`,
  ),
  attempt(
    "two hundred concatenated values with __concat give one text or a Lua error",
    `local calls = 0
local v = setmetatable({}, { __concat = function(a, b) calls = calls + 1 return type(b) == "string" and b or "x" end })
local names = {}
for i = 1, 200 do names[i] = "v" end
local f = load("local v = ... return " .. table.concat(names, ".."))
local ok, text = pcall(f, v)
check(type(text) == "string" and calls <= 200, text)`,
  ),
  attempt(
    "arithmetic on the metatable of strings reaches no call",
    `local meta = getmetatable("")
local saved = {}
for _, name in ipairs { "__add", "__unm", "__lt", "__le", "__call", "__len", "__tostring", "__name", "__gc", "__close" } do
  saved[name] = meta[name]
  meta[name] = function() return "ESCAPED" end
end
local ok, me = pcall(whatsapp.get_current_user)
local listed, contacts = pcall(whatsapp.list_contacts, { limit = 1 })
for _, name in ipairs { "__add", "__unm", "__lt", "__le", "__call", "__len", "__tostring", "__name", "__gc", "__close" } do meta[name] = saved[name] end
check(ok and type(me) == "table" and me.id ~= "ESCAPED", "answer")
check(listed and type(contacts.data) == "table", "list")`,
  ),
  attempt(
    "a metatable with a name of a megabyte makes long error texts and nothing else",
    `local t = setmetatable({}, { __name = ("n"):rep(1000000) })
for _, use in ipairs { function() return t + 1 end, function() return t.x.y end, function() return ("x"):rep(t) end, function() return #t < t end } do
  local ok, e = pcall(use)
  check(not ok and type(e) == "string", type(e))
end
check(#tostring(t) > 1000000, "text")`,
  ),
  attempt(
    "weak tables that are walked while garbage is collected harm nothing",
    `local weak = setmetatable({}, { __mode = "kv" })
for i = 1, 3000 do weak[{}] = {} weak[i] = { i } weak["k" .. i] = {} end
local seen = 0
pcall(function() for key in pairs(weak) do seen = seen + 1 if seen % 500 == 0 then collectgarbage() end weak[key] = nil end end)
collectgarbage()
check(next(setmetatable({ [{}] = 1 }, { __mode = "k" })) == nil or true, "weak")`,
  ),
  attempt(
    "chains of ephemerons and a changed __mode harm nothing",
    `local t = setmetatable({}, { __mode = "k" })
local key = {}
t[key] = {}
local last = t[key]
for _ = 1, 5000 do local k = {} t[last] = k last = k end
collectgarbage()
getmetatable(t).__mode = "nonsense" collectgarbage()
getmetatable(t).__mode = 42 collectgarbage()
getmetatable(t).__mode = "v" collectgarbage()
check(not foreign(t), "table")`,
  ),
  attempt(
    "finalizers that make finalizers without end do not keep a run from its end",
    `local made = 0
local function again() made = made + 1 setmetatable({}, { __gc = again }) end
again()
for _ = 1, 50 do collectgarbage() end
check(made >= 2, made)`,
  ),
  attempt(
    "finalizers that fill memory, overflow the stack or change metatables harm nothing",
    `setmetatable({}, { __gc = function() local t = {} while true do t[#t + 1] = { t } end end })
setmetatable({}, { __gc = function() local function down() return 1 + down() end down() end })
setmetatable({}, { __gc = function(t) setmetatable(t, nil) getmetatable("").__gc = nil end })
setmetatable({}, { __gc = function() collectgarbage() collectgarbage("count") end })
collectgarbage() collectgarbage()
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "a variable to be closed whose metamethod is taken away or swapped is an error and no more",
    `local ok, e = pcall(function()
  local mt = { __close = function() end }
  local x <close> = setmetatable({}, mt)
  mt.__close = nil
end)
check(not ok and type(e) == "string", e)
for _, swapped in ipairs { 42, "text", app, {} } do
  local mt = { __close = function() end }
  local done, problem = pcall(function() local x <close> = setmetatable({}, mt) mt.__close = swapped end)
  check(done or type(problem) == "string", type(problem))
end`,
  ),
  attempt(
    "a hundred and fifty variables closed by errors in each other end with the last error",
    `local names = {}
for i = 1, 150 do names[i] = "local v" .. i .. " <close> = make(" .. i .. ")" end
local function make(i) return setmetatable({}, { __close = function(_, e) error(i, 0) end }) end
local ok, e = pcall(load("local make = ... " .. table.concat(names, " ") .. " error('first', 0)"), make)
check(not ok and e == 1, e)`,
  ),
  attempt(
    "a loop left by goto, break and error a thousand times closes its variable each time",
    `local closed = 0
local mt = { __close = function() closed = closed + 1 end }
for i = 1, 1000 do
  pcall(function()
    for _ in function(_, n) return not n and 1 or nil end, nil, nil, setmetatable({}, mt) do
      if i % 3 == 0 then break elseif i % 3 == 1 then error("out") else goto out end
    end
    ::out::
  end)
end
check(closed == 1000, closed)`,
  ),
];
