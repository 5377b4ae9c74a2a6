import type { BoxCase } from "../case";
import { attempt } from "./script";

/** In front of an attempt that calls functions with absurd arguments: whatever comes of it must be plain Lua. */
const TRY = `local function try(f, ...)
  local function look(_, ...) for i = 1, select("#", ...) do check(not foreign((select(i, ...))), "value") end end
  look(pcall(f, ...))
end
`;

/** Text, patterns, numbers and dates: what C's string functions could be made to do. */
export const stringCases: readonly BoxCase[] = [
  attempt(
    "format's conversions that C has and Lua must not, and %n above all, are Lua errors",
    `for _, c in ipairs { "n", "hhn", "ln", "y", "m", "S", "ls", "lc", "*d", "1$d", "'d", "I64d", "Lf", "zd", "jd", "hd" } do
  local ok, e = pcall(string.format, "%" .. c, 1)
  check(not ok and type(e) == "string", c)
end`,
  ),
  attempt(
    "format with every flag, width and conversion gives text or a Lua error",
    `${TRY}for _, flags in ipairs { "", "-", "+", "#", "0", " ", "-+#0 ", "99", "099.99", ".99", "100", ".100", "-----", "1.1.1" } do
  for _, c in ipairs { "d", "i", "u", "c", "x", "X", "o", "e", "E", "f", "F", "g", "G", "a", "A", "s", "q", "p", "%" } do
    for _, value in ipairs { 0, -1, math.mininteger, 1e308, -1 / 0, 0 / 0, "7", ("x"):rep(500) } do try(string.format, "%" .. flags .. c, value) end
  end
end`,
  ),
  attempt(
    "format with %q, %s and %p of every kind of value tells no address of the host",
    `${TRY}for _, value in ipairs { {}, print, app, coroutine.create(print), true, 1 << 53, "\\0\\r\\n\\"\\\\", setmetatable({}, { __tostring = function() return 1 end }) } do
  try(string.format, "%q", value) try(string.format, "%s", value) try(string.format, "%p", value) try(string.format, "%99p", value)
end
check(string.format("%p", 1) == "(null)" and string.format("%p", nil) == "(null)", "plain values")`,
  ),
  attempt(
    "format whose argument's __tostring calls, yields or formats again harms nothing",
    `local mt = {}
local v = setmetatable({}, mt)
mt.__tostring = function() return tostring(whatsapp.get_current_user().id) end
check(type(string.format("%s", v)) == "string", "call")
mt.__tostring = function() coroutine.yield() return "x" end
coroutine.wrap(function() pcall(string.format, "%s", v) end)()
mt.__tostring = function() return string.format("%s", v) end
local ok, e = pcall(string.format, "%s", v)
check(not ok and type(e) == "string", "recursion")`,
  ),
  attempt(
    "two thousand formats of random letters for pack and unpack end in values or Lua errors",
    `${TRY}math.randomseed(7)
local letters = "<>=!bBhHlLjJTiIfdnszxX 0123456789"
for _ = 1, 2000 do
  local out = {}
  for i = 1, math.random(1, 8) do local at = math.random(#letters) out[i] = letters:sub(at, at) end
  local format = table.concat(out)
  try(string.packsize, format) try(string.pack, format, 1, 2, 3) try(string.pack, format, "a", "b", "c")
  try(string.unpack, format, ("\\xff"):rep(40), math.random(-50, 50))
end`,
  ),
  attempt(
    "unpack of sizes that lie, and from places outside of the text, are Lua errors",
    `for _, each in ipairs {
  { "s8", ("\\xff"):rep(8) }, { "s4", "\\xff\\xff\\xff\\xff" }, { "z", "no end" }, { "<i16", ("\\xff"):rep(15) .. "\\x7f" },
  { "I9", "\\1\\1\\1\\1\\1\\1\\1\\1\\1" }, { "c2147483647", "x" }, { "!3i4", "xxxx" }, { "Xz", "x" }, { "X", "x" }, { "j", "short" },
} do
  local ok, e = pcall(string.unpack, each[1], each[2])
  check(not ok and type(e) == "string", each[1])
end
for _, at in ipairs { 2, 5, 100, math.maxinteger } do check(not pcall(string.unpack, "i4", "abcd", at), at) end`,
  ),
  attempt(
    "three thousand patterns of random characters end in matches or Lua errors",
    `${TRY}math.randomseed(11)
local pieces = { "%", "[", "]", "(", ")", "^", "$", "*", "+", "-", "?", ".", "a", "b", "%b", "%f", "%1", "%w", "[^", "%z", "\\0", "()", "%g", "[%" }
for _ = 1, 3000 do
  local out = {}
  for i = 1, math.random(1, 7) do out[i] = pieces[math.random(#pieces)] end
  local pattern = table.concat(out)
  try(string.find, "ab(a)b[a]\\0b", pattern) try(string.match, "abab", pattern, math.random(-9, 9)) try(string.gsub, "abab", pattern, "%0%1")
  try(function() for _ in string.gmatch("abab", pattern) do end end)
end`,
  ),
  attempt(
    "patterns with too many captures, too deep or without an end are Lua errors",
    `for _, pattern in ipairs { ("()"):rep(33), ("(a"):rep(300), "%1", "(%1)", "(a)(%2)", "[a-", "[%", "%", "[]", "[^]", "(()", "%f", "%bx" } do
  local ok, e = pcall(string.find, ("a"):rep(400), pattern)
  check(not ok and type(e) == "string", pattern)
end`,
  ),
  attempt(
    "gsub whose replacement is a table or function that lies, yields or calls harms nothing",
    `for _, replacement in ipairs {
  setmetatable({}, { __index = function() error("x") end }), setmetatable({}, { __index = function() return {} end }),
  setmetatable({}, { __index = function() return app end }), function() return {} end, function() return true end,
  function() return coroutine.yield() end, function() return whatsapp end, app, whatsapp.get_current_user,
} do
  local ok, value = pcall(string.gsub, "abc", ".", replacement)
  check(not foreign(value), type(replacement))
end
check((("ab"):gsub(".", function() return tostring(whatsapp.get_current_user().id) end)) ~= "ab", "call")`,
  ),
  attempt(
    "gsub that makes a text grow past memory is an error that pcall catches",
    `local ok, e = pcall(function() local s = "x" while true do s = s:gsub(".", "%0%0%0%0%0%0%0%0") end end)
check(not ok and type(e) == "string", e)
ok, e = pcall(string.gsub, ("x"):rep(100000), "", ("y"):rep(100000))
check(not ok and type(e) == "string", e)`,
  ),
  attempt(
    "gmatch kept after its text is gone, nested and begun anywhere harms nothing",
    `local iterators = {}
for i = 1, 200 do iterators[i] = (("k" .. i .. " "):rep(20)):gmatch("%w+", i % 30 - 15) end
collectgarbage()
for _, each in ipairs(iterators) do check(not foreign((each())), "match") collectgarbage("count") end
for a in ("abc"):gmatch(".") do for b in a:gmatch("") do check(b == "", b) end end
for _, at in ipairs { math.maxinteger, math.mininteger, 0, 100 } do for _ in ("abc"):gmatch(".", at) do end end`,
  ),
  attempt(
    "indices at both ends of the integers cut text and nothing else",
    `${TRY}for _, i in ipairs { math.mininteger, math.mininteger + 1, -1, 0, 1, math.maxinteger - 1, math.maxinteger } do
  for _, j in ipairs { math.mininteger, -1, 0, math.maxinteger } do
    check(#("abc"):sub(i, j) <= 3, "sub")
    try(string.byte, "abc", i, j) try(string.find, "abc", "b", i, true) try(utf8.codepoint, "abc", i, j) try(utf8.len, "abc", i, j) try(utf8.offset, "abc", i, j)
  end
end`,
  ),
  attempt(
    "utf8 over a million code points, laxly and strictly, gives numbers or Lua errors",
    `local s = ("\\u{10FFFF}\\u{7FF}a"):rep(20000)
local n = 0
for _, c in utf8.codes(s) do n = n + 1 check(c <= 0x10FFFF, c) end
check(n == 60000, n)
for _, bad in ipairs { "\\xff", "\\xc0\\x80", "\\xf8\\x88\\x80\\x80\\x80", "\\xed\\xa0\\x80", "\\xe4\\xb8", "\\x80" } do
  check(not pcall(function() for _ in utf8.codes(bad) do end end), "strict")
  pcall(function() for _, c in utf8.codes(bad, true) do check(type(c) == "number", "lax") end end)
end
check(not pcall(utf8.char, table.unpack({}, 1, 100)), "nil")`,
  ),
  attempt(
    "string.char and byte with two hundred thousand values give text or a Lua error",
    `local codes = {}
for i = 1, 200 do codes[i] = i % 256 end
check(#string.char(table.unpack(codes)) == 200, "text")
for _, bad in ipairs { 256, -1, 1.5, "x", math.maxinteger } do check(not pcall(string.char, bad), bad) end
local ok, e = pcall(function() return select("#", string.byte(("x"):rep(200000), 1, -1)) end)
check(ok and e == 200000 or type(e) == "string", e)`,
  ),
  attempt(
    "five thousand long keys that differ in the middle alone are told apart",
    `local t, n = {}, 0
local left, right = ("a"):rep(200), ("b"):rep(200)
for i = 1, 5000 do t[left .. i .. right] = i end
for i = 1, 5000 do if t[left .. i .. right] == i then n = n + 1 end end
check(n == 5000, n)`,
  ),
  attempt(
    "integer arithmetic at its ends wraps or is a Lua error",
    `${TRY}local least, most = math.mininteger, math.maxinteger
for _, a in ipairs { least, most, -1, 0, 1, 0.0, -0.0, 1 / 0, 0 / 0 } do
  for _, b in ipairs { least, most, -1, 0, 1, 64, -64, 1e308, 0 / 0 } do
    try(function() return a + b, a - b, a * b, a / b, a ^ b end) try(function() return a // b end) try(function() return a % b end)
    try(function() return a << b end) try(function() return a >> b end) try(function() return a & b, a | b, a ~ b end)
    try(math.fmod, a, b) try(math.random, a, b) try(math.ult, a, b) try(math.tointeger, a)
  end
end`,
  ),
  attempt(
    "loops at the ends of the integers, and with steps of nothing, end",
    `local n = 0
for _ = math.maxinteger - 2, math.maxinteger do n = n + 1 end
for _ = math.mininteger + 2, math.mininteger, -1 do n = n + 1 end
for _ = math.maxinteger, math.maxinteger + 1.0 do n = n + 1 if n > 10 then break end end
for _ = 1, 0 / 0 do n = n + 100 end
check(n <= 11, n)
check(not pcall(function() for _ = 1, 2, 0 do end end), "step 0")
check(not pcall(function() for _ = "a", 2 do end end), "text")`,
  ),
  attempt(
    "random numbers from every seed, and from none, tell nothing of the host",
    `for _, seed in ipairs { 0, -1, math.maxinteger, math.mininteger, 1.5, "7" } do
  local ok, a, b = pcall(math.randomseed, seed)
  check(ok or type(a) == "string", seed)
  check(math.type(math.random(0)) == "integer" and math.random() < 1, "number")
end
check(not pcall(math.randomseed, {}), "table")
check(type((math.randomseed())) ~= "userdata", "none")`,
  ),
  attempt(
    "os.date with every letter, and every two, gives text or a Lua error",
    `${TRY}for byte = 0, 255 do
  local c = string.char(byte)
  try(os.date, "%" .. c) try(os.date, "!%" .. c, 0) try(os.date, "%E" .. c) try(os.date, "%O" .. c)
end
for _, time in ipairs { math.mininteger, -1, 8640000000000, 8640000000001, 0 / 0, 1e308, "0", {} } do try(os.date, "*t", time) try(os.date, "!%c", time) end`,
  ),
  attempt(
    "os.time with fields that are huge, fractions, texts or run code gives a number or a Lua error",
    `${TRY}for _, value in ipairs { math.maxinteger, math.mininteger, 1.5, "12", "x", {}, 0 / 0, 1e308 } do
  for _, field in ipairs { "year", "month", "day", "hour", "min", "sec", "isdst" } do
    local t = { year = 2020, month = 1, day = 1 }
    t[field] = value
    try(os.time, t)
  end
end
try(os.time, setmetatable({}, { __index = function(_, key) return key == "year" and error("x") or 1 end }))
try(os.time, setmetatable({}, { __index = function() return 1 end, __newindex = function() error("x") end }))
try(os.difftime, "x") try(os.difftime) try(os.time, app)`,
  ),
];
