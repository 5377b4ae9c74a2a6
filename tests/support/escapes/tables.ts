import type { BoxCase } from "../case";
import { attempt } from "./script";

/** The table library and tables themselves, with sizes, keys and comparators that lie. */
export const tableCases: readonly BoxCase[] = [
  attempt(
    "concat over ranges past memory, and over values that are no text, is an error that pcall catches",
    `local endless = setmetatable({}, { __index = function() return "x" end })
for _, last in ipairs { math.maxinteger, 1 << 40, 1e8 // 1 | 0 } do
  local ok, e = pcall(table.concat, endless, ("y"):rep(1000), 1, last)
  check(not ok and type(e) == "string", last)
end
for _, value in ipairs { {}, print, true, app } do check(not pcall(table.concat, { value }), type(value)) end
check(table.concat({}, "x", math.maxinteger, math.mininteger) == "", "empty range")`,
  ),
  attempt(
    "concat whose table changes as it is read gives text or a Lua error",
    `local t = { 1, 2, 3 }
local proxy = setmetatable({}, { __len = function() return 300 end, __index = function(_, i) t[#t + 1] = i collectgarbage("count") return i % 7 == 0 and whatsapp.get_current_user().id or i end })
check(type(table.concat(proxy, ",")) == "string", "text")
check(not pcall(table.concat, setmetatable({}, { __len = function() return 2 end, __index = function() return nil end })), "nil")`,
  ),
  attempt(
    "move between ranges that overlap, wrap around or are too large is a Lua error or a move",
    `local ends = { math.mininteger, -1, 0, 1, 5, math.maxinteger }
for _, from in ipairs(ends) do for _, to in ipairs(ends) do for _, at in ipairs(ends) do
  if to < from or (to - from >= 0 and to - from < 100) or to - from < 0 then
    local ok, e = pcall(table.move, { 1, 2, 3 }, from, to, at)
    check(ok or type(e) == "string", "move")
  end
end end end`,
  ),
  attempt(
    "move over metamethods that raise, yield or write into the source harms nothing",
    `local log = {}
local source = setmetatable({}, { __index = function(_, i) if i == 50 then error("half") end return i end })
local target = setmetatable({}, { __newindex = function(t, i, v) rawset(t, i, v) log[#log + 1] = i rawset(source, i + 1, {}) end })
check(not pcall(table.move, source, 40, 60, 1, target) or true, "moved")
local co = coroutine.wrap(function() return pcall(table.move, setmetatable({}, { __index = coroutine.yield }), 1, 3, 1, {}) end)
check(not foreign({ co() }), "yield")
check(not foreign(target) and #log <= 21, #log)`,
  ),
  attempt(
    "sort with comparators that answer at random, always, never or by identity ends",
    `math.randomseed(3)
for _, compare in ipairs {
  function() return math.random(2) == 1 end, function() return true end, function() return false end, function() return nil end,
  function(a, b) return tostring(a) < tostring(b) end, function(a) return a end, rawequal, rawlen, function() return {} end,
} do
  local t = {}
  for i = 1, 200 do t[i] = i * 7919 % 200 end
  local ok, e = pcall(table.sort, t, compare)
  check(ok or type(e) == "string", e)
end`,
  ),
  attempt(
    "sort of not-a-number, mixed values and tables with __lt that lie ends in an order or a Lua error",
    `local mixed = { 0 / 0, 1, 0 / 0, -1, 1 / 0, 0 / 0, 5, 0 / 0 }
pcall(table.sort, mixed)
check(not pcall(table.sort, { 1, "a", {}, print }), "mixed")
local mt = { __lt = function(a, b) a.n, b.n = b.n, a.n return a.n > b.n end }
local t = {}
for i = 1, 100 do t[i] = setmetatable({ n = i }, mt) end
local ok, e = pcall(table.sort, t)
check(ok or type(e) == "string", e)`,
  ),
  attempt(
    "sort whose comparator empties, grows or sorts the table it sorts harms nothing",
    `local t
for _, spoil in ipairs {
  function() for i = #t, 1, -1 do t[i] = nil end end, function() t[#t + 1] = 1 end, function() if #t < 300 then table.sort(t) end end,
  function() setmetatable(t, { __index = function() return 5 end }) end, function() table.insert(t, 1, 0) end, function() collectgarbage() end,
} do
  t = {}
  for i = 1, 60 do t[i] = 60 - i end
  local n = 0
  local ok, e = pcall(table.sort, t, function(a, b) n = n + 1 if n % 20 == 0 then spoil() end return (a or 0) < (b or 0) end)
  check(ok or type(e) == "string", e)
end`,
  ),
  attempt(
    "sort inside its own comparator, a hundred deep, ends in a Lua error or an order",
    `local depth = 0
local function compare(a, b)
  depth = depth + 1
  if depth < 150 then table.sort({ 3, 1, 2 }, compare) end
  return a < b
end
local ok, e = pcall(table.sort, { 2, 3, 1 }, compare)
check(ok or type(e) == "string", e)`,
  ),
  attempt(
    "sort, unpack and concat of tables that say they are larger than any array are Lua errors",
    `local huge = setmetatable({}, { __len = function() return math.maxinteger end })
check(not pcall(table.sort, huge), "sort")
check(not pcall(table.unpack, huge), "unpack")
for _, range in ipairs { { 1, 1e7 // 1 | 0 }, { math.mininteger, math.maxinteger }, { 0, math.maxinteger }, { 1, 1000001 } } do
  check(not pcall(table.unpack, {}, range[1], range[2]), "range")
end
check(select("#", table.unpack({}, math.maxinteger, math.maxinteger)) == 1, "one")`,
  ),
  attempt(
    "insert and remove at every absurd position are Lua errors or leave a list",
    `for _, at in ipairs { math.mininteger, -1, 0, 1, 3, 5, 100, math.maxinteger, 1.5, "2", "x", {} } do
  local t = { 1, 2, 3 }
  local ok, e = pcall(table.insert, t, at, "new")
  check(ok or type(e) == "string", "insert")
  ok, e = pcall(table.remove, t, at)
  check(not foreign(e) and #t <= 4, "remove")
end
check(not pcall(table.insert, {}) and not pcall(table.insert, {}, 1, 2, 3) and not pcall(table.insert, app, 1), "arguments")`,
  ),
  attempt(
    "next with keys that are not there, and tables changed as they are walked, harm nothing",
    `for _, key in ipairs { {}, "gone", 1.5, 100, print, 0 / 0, app } do
  local ok, e = pcall(next, { a = 1 }, key)
  check(not ok and type(e) == "string", "key")
end
local t = {}
for i = 1, 500 do t["k" .. i] = i end
local n = 0
pcall(function() for key in next, t do n = n + 1 t[key] = nil t["new" .. n] = n if n > 5000 then break end end end)
pcall(function() for key in pairs(t) do t[key] = nil collectgarbage("count") end end)
check(not foreign(t), "table")`,
  ),
  attempt(
    "keys that are nil or not a number are refused, and floats that are whole are integers",
    `check(not pcall(function() local t = {} t[nil] = 1 end) and not pcall(rawset, {}, nil, 1), "nil")
check(not pcall(function() local t = {} t[0 / 0] = 1 end) and not pcall(rawset, {}, 0 / 0, 1), "nan")
local t = { [1.0] = "a", [2 ^ 53] = "b", [-0.0] = "c", [math.mininteger + 0.0] = "d" }
check(t[1] == "a" and t[1 << 53] == "b" and t[0] == "c" and t[math.mininteger] == "d", "whole floats")`,
  ),
  attempt(
    "tables that grow and shrink at their rehash sizes keep what they hold",
    `local t = {}
for round = 1, 12 do
  for i = 1, (1 << round) + 1 do t[i] = i t[-i] = -i t[i + 0.5] = i end
  for i = 1, 1 << round do check(t[i] == i and t[-i] == -i and t[i + 0.5] == i, i) end
  for i = (1 << round) + 1, 1, -1 do t[i] = nil t[-i] = nil t[i + 0.5] = nil end
end
check(next(t) == nil, "rest")`,
  ),
  attempt(
    "arrays with far apart and huge indices take no memory for the gaps",
    `local before = collectgarbage("count")
local t = {}
for power = 1, 62 do t[1 << power] = power end
t[math.maxinteger], t[math.mininteger] = 1, 2
check(#t >= 0 and t[1 << 40] == 40, "length")
check(collectgarbage("count") - before < 200, "memory")
check(not pcall(function() for i = 1, 1e9 do t[i] = i end end), "a billion entries")`,
  ),
  attempt(
    "raw functions on what is no table are Lua errors, and ruin no namespace",
    `for _, value in ipairs { 1, "x", true, print, coroutine.create(print) } do
  check(not pcall(rawset, value, 1, 2) and not pcall(rawget, value, 1), type(value))
end
check(not pcall(rawlen, 1) and rawlen("abc") == 3 and rawlen(app) == 0, "rawlen")
rawset(app, 1, "x") rawset(whatsapp, "get_current_user", nil)
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "select at both ends of the integers, and over two hundred thousand values, is plain",
    `check(not pcall(select, 0) and not pcall(select, math.mininteger, 1) and not pcall(select, -3, 1, 2), "select")
check(select("#", select(math.maxinteger, 1, 2)) == 0, "past the end")
local ok, n = pcall(function() return select("#", table.unpack({}, 1, 200000)) end)
check(ok and n == 200000 or type(n) == "string", n)
ok, n = pcall(function() return #table.pack(table.unpack({}, 1, 200000)) end)
check(type(n) == "number" or type(n) == "string", n)`,
  ),
];
