import type { BoxCase } from "../case";
import { attempt } from "./script";

/** json, regex, docs, print and dump: what the host adds to Lua's library. */
export const helperCases: readonly BoxCase[] = [
  attempt(
    "JSON text that is cut, doubled or wrong is a Lua error that says where",
    `for _, text in ipairs { "", " ", "{", "[", "[1", "[1,", "[1,]", "{,}", '{"a"}', '{"a":}', '{"a":1,}', "{a:1}", "'a'", '"', '"\\\\', '"\\\\x"', '"\\\\u12"', "tru", "nulll", "NaN", "Infinity", "-", "01", "1.", ".5", "1e", "+1", "0x1", "[1]x", "[1][2]", "\\0", "\\xff", '"\\n"', "[/*x*/]", "\\u{FEFF}1" } do
  local ok, e = pcall(json.decode, text)
  check(not ok and type(e) == "string" and e:find("json.decode", 1, true), text)
end`,
  ),
  attempt(
    "JSON text changed at random two thousand times is decoded to plain Lua or refused",
    `math.randomseed(5)
local seed = '{"a":[1,2.5e3,true,null,"x\\\\u00e9"],"b":{"__proto__":{"c":[]}}}'
for _ = 1, 2000 do
  local text = seed
  for _ = 1, math.random(1, 3) do
    local at = math.random(#text)
    text = text:sub(1, at - 1) .. string.char(math.random(0, 255)) .. text:sub(at + math.random(0, 3))
  end
  local ok, value = pcall(json.decode, text)
  check(ok and not foreign(value) or type(value) == "string", text)
end`,
  ),
  attempt(
    "JSON of five hundred levels is decoded, of more refused, both ways",
    `local function nested(n) return ("["):rep(n) .. ("]"):rep(n) end
check(type(json.decode(nested(500))) == "table", "500")
check(not pcall(json.decode, nested(600)) and not pcall(json.decode, nested(2000)) and not pcall(json.decode, ('{"a":'):rep(600) .. "1" .. ("}"):rep(600)), "more")
local deep = {}
for _ = 1, 600 do deep = { deep } end
check(not pcall(json.encode, deep), "encode")`,
  ),
  attempt(
    "JSON numbers past every size, and keys that are metamethods' names, are plain values",
    `for _, text in ipairs { "1e99999", "-1e99999", "1e-99999", ("9"):rep(400), "0." .. ("1"):rep(400), "-0", "9007199254740993", "9223372036854775808" } do
  local ok, value = pcall(json.decode, text)
  check(not ok or type(value) == "number", text)
end
local t = json.decode('{"__index":1,"__gc":2,"__metatable":3,"__call":4,"__close":5}')
check(getmetatable(t) == nil and t.missing == nil and not pcall(t), "metamethods")`,
  ),
  attempt(
    "JSON escapes of halves of pairs, in any order, become valid UTF-8",
    `for _, text in ipairs { "\\\\ud800", "\\\\udc00", "\\\\udc00\\\\ud800", "\\\\ud800\\\\ud800", "\\\\ud83d\\\\ude00", "\\\\ud800x", "\\\\uFFFF", "\\\\u0000" } do
  local value = json.decode('"' .. text .. '"')
  check(utf8.len(value) ~= nil, text)
end`,
  ),
  attempt(
    "json.encode invokes no metamethod, and none of what a script put in place of a library",
    `local heard = 0
local mt = {}
for _, name in ipairs { "__pairs", "__index", "__len", "__ipairs", "__tojson", "toJSON" } do mt[name] = function() heard = heard + 1 return "ESCAPED" end end
local saved = { string.format, string.gsub, table.concat, tostring, pairs, next, utf8.len }
string.format, string.gsub, table.concat, tostring, pairs, next, utf8.len = error, error, error, error, error, error, error
local ok, text = pcall(json.encode, setmetatable({ 1, { a = 2.5 } }, mt))
string.format, string.gsub, table.concat, tostring, pairs, next, utf8.len = table.unpack(saved)
check(ok and heard == 0 and not text:find("ESCAPED", 1, true), text)`,
  ),
  attempt(
    "json.encode of paths, odd keys, holes and ends of numbers is text or a Lua error",
    `for _, value in ipairs { app, { app }, { [app] = 1 }, { [{}] = 1 }, { [true] = 1 }, { [1.5] = 1 }, { 1, nil, 3 }, { [math.maxinteger] = 1 }, { [-1] = 1, a = 2 }, { math.mininteger, 1e308, 5e-324, -0.0 }, { print }, { coroutine.create(print) }, { 0 / 0 } } do
  local ok, text = pcall(json.encode, value)
  check(type(text) == "string", type(value))
  if ok then check(json.decode(text) ~= nil, text) end
end
check(not pcall(json.encode) and not pcall(json.decode) and not pcall(json.decode, 1) and not pcall(json.decode, {}), "arguments")`,
  ),
  attempt(
    "three thousand regular expressions of random characters match or are Lua errors",
    `math.randomseed(13)
local pieces = { "(", ")", "[", "]", "{2}", "{,3}", "*", "+?", "|", "^", "$", "\\\\b", "\\\\d", "\\\\1", "(?:", "(?=", "(?<!", "(?<n>", "a", "b", ".", "\\\\p{L}", "[^", "-", "\\\\", "\\0", "(?i)" }
for _ = 1, 3000 do
  local out = {}
  for i = 1, math.random(1, 7) do out[i] = pieces[math.random(#pieces)] end
  local ok, found = pcall(regex.match, "abab\\0ab", table.concat(out))
  check(not foreign(found) and (ok or type(found) == "string"), table.concat(out))
end`,
  ),
  attempt(
    "regular expressions with verbs, callouts, recursion and code are refused or match as text",
    `for _, pattern in ipairs { "(?R)", "(?1)", "(?&n)", "(?C1)", "(*ACCEPT)", "(*FAIL)", "(*UTF8)a", "(?{print('ESCAPED')})", "(??{1})", "(?#x)a", "\\\\K", "\\\\G", "\\\\X", "\\\\99", "\\\\g{-1}", "\\\\k<gone>", "(?<n>a)(?<n>b)", "(?P<n>a)", "(?'n'a)", "(?<1>a)", "[[:alpha:]]", "[z-a]", "\\\\p{Gone}", "\\\\Q.\\\\E", "\\\\x{110000}", "\\\\cA", "(?<=a+)b", "(?(1)a|b)", "(?|a|b)" } do
  local ok, found = pcall(regex.match, "ab", pattern)
  check(not foreign(found) and (ok or type(found) == "string"), pattern)
end`,
  ),
  attempt(
    "regular expressions too deep, too long or repeated a million times are refused or match",
    `for _, pattern in ipairs { ("("):rep(5000) .. ("a"):rep(5000) .. (")"):rep(5000), "a{1000000}", "(a{1000}){1000}", ("a?"):rep(5000), ("a|"):rep(20000), "[" .. ("a-z"):rep(20000) .. "]", ("(?=a)"):rep(2000), ("x"):rep(200000) } do
  local ok, found = pcall(regex.match, ("a"):rep(50), pattern)
  check(not foreign(found) and (ok or type(found) == "string"), #pattern)
end`,
  ),
  attempt(
    "regular expressions with delimiters and modifiers of all kinds run no code",
    `for _, pattern in ipairs { "/a/e", "/a/eval", "/a/imsxuADU", "/a/\\0", "#a#i", "{a}x", "(a)i", "//", "/", "/a", "a/", "~a~~", "\\0a\\0", "/a/i\\n", "@a@e", "", " /a/" } do
  local ok, text = pcall(regex.gsub, "aaa", pattern, "print('ESCAPED')")
  check(type(text) == "string", pattern)
end`,
  ),
  attempt(
    "matches of nothing, ten thousand times, and replacements past memory, end",
    `check(#regex.match_all(("x"):rep(10000), "(?:)")[1] == 10001, "empty matches")
local ok, e = pcall(regex.gsub, ("x"):rep(1000), "x+", ("$0"):rep(50000))
check(not ok and type(e) == "string", e)
check(regex.gsub("ab", "(a)", "$1$2${99}\\\\1\\\\99$") ~= nil, "references")`,
  ),
  attempt(
    "regex flags, limits and subjects that are no such thing are Lua errors",
    `for _, value in ipairs { {}, print, app, true, "x", 1.5, 0 / 0, 1 / 0, math.maxinteger, math.mininteger, -1 } do
  for _, use in ipairs { function() return regex.match("a", "a", value) end, function() return regex.match_all("a", "(a)", value) end, function() return regex.gsub("a", "a", "b", value) end, function() return regex.match(value, "a") end, function() return regex.match("a", value) end, function() return regex.gsub("a", "a", value) end } do
    local ok, found = pcall(use)
    check(not foreign(found), type(value))
  end
end
for _, bad in ipairs { "\\xff", "\\xed\\xa0\\x80" } do check(not pcall(regex.match, bad, "a") and not pcall(regex.match, "a", bad), "UTF-8") end`,
  ),
  attempt(
    "the docs' functions with absurd questions answer in text",
    `for _, f in ipairs { docs.search, docs.list, docs.read, lua_search_docs, lua_list_docs, lua_read_doc } do
  for _, question in ipairs { "", ("q"):rep(10000), "(.*)+$", "\\0", "__proto__", "constructor", "../..", "<script>", app, whatsapp, {}, print, 1, true } do
    check(not foreign({ pcall(f, question) }), type(question))
  end
  for _, limit in ipairs { -1, 0, 1e308, 0 / 0, math.maxinteger, "5", {} } do check(not foreign({ pcall(f, "x", limit) }), "limit") end
  check(not foreign({ pcall(f) }) and not foreign({ pcall(f, "\\xff\\xfe") }), "none")
end`,
  ),
  attempt(
    "print and dump of values that lie about themselves give lines or Lua errors",
    `local mt = { __name = "app.integrations", __tostring = nil }
pcall(print, setmetatable({}, mt), setmetatable({ [setmetatable({}, mt)] = 1 }, mt))
pcall(dump, setmetatable({ 1 }, { __index = error, __len = error, __pairs = error }))
pcall(dump) pcall(print)
pcall(print, { [{}] = { [print] = { [app] = 1 } } }, { [1] = 1, [3] = 3, x = 0 / 0 })
local t = setmetatable({}, { __tostring = function() return ("x"):rep(100000) end })
pcall(print, { t, t, t })
check(dump(t) == t, "dump gives its value")`,
  ),
  attempt(
    "print of two hundred thousand values, keys or levels is a line or a Lua error",
    `pcall(print, table.unpack({}, 1, 200000))
local wide, deep = {}, {}
for i = 1, 30000 do wide["k" .. i] = i end
for _ = 1, 500 do deep = { deep } end
pcall(print, wide) pcall(print, deep) pcall(dump, deep)
local doubling = {}
for _ = 1, 90 do doubling = { doubling, doubling } end
local ok, e = pcall(print, doubling)
check(not ok and type(e) == "string", "a text that doubles with each level")
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "prints and warnings inside __tostring, finalizers and prints are lines of their own",
    `local depth = 0
local t = setmetatable({}, { __tostring = function(t) depth = depth + 1 if depth < 50 then print(t) dump({ t }) end warn("w") return "x" end })
pcall(print, t)
setmetatable({}, { __gc = function() print(t) warn("late") end })
collectgarbage() collectgarbage()
warn(("w"):rep(100000)) warn("@off") warn("a") warn("@on") warn("@", "on")`,
  ),
  attempt(
    "printed escapes, controls and text from right to left stay text",
    `print("\\27[2J\\27]0;ESC\\7\\8\\13\\12\\11")
print("\\u{202E}reversed\\u{2066}\\u{200B}\\u{FEFF}\\u{2028}\\u{2029}")
print("<img src=x onerror=alert(1)><script>alert(1)</script>{{x}}\${x}")
print(("\\n"):rep(5000))`,
  ),
];
