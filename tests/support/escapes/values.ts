import type { BoxCase } from "../case";
import { attempt, attemptEnding } from "./script";

/** What crosses the border: errors, answers, arguments and paths as ways to JavaScript. */
export const valueCases: readonly BoxCase[] = [
  attempt(
    "a failed call raises a string that has no JavaScript properties",
    `local ok, e = pcall(whatsapp.send_message, {})
check(ok == false and type(e) == "string", type(e))
check(e.constructor == nil and e.__proto__ == nil and e.stack == nil, "property of an error")`,
  ),
  attempt(
    "the Function constructor cannot be had through an error's __proto__",
    `local ok, e = pcall(whatsapp.send_message, {})
pcall(function() e.__proto__ = function() end end)
local reached, value = pcall(function() return e.constructor("return self")() end)
check(not reached, value)`,
  ),
  attempt(
    "an answer is a plain table without JavaScript properties",
    `local me = whatsapp.get_current_user()
check(type(me) == "table" and not foreign(me), "answer")
for _, name in ipairs { "constructor", "__proto__", "toString", "hasOwnProperty", "prototype", "valueOf" } do
  check(me[name] == nil, name)
end`,
  ),
  attempt(
    "the Function constructor cannot be had through an answer",
    `local me = whatsapp.get_current_user()
me.__proto__ = function() end
local reached, value = pcall(function() return me.constructor("return self")() end)
check(not reached, value)`,
  ),
  attempt(
    "changing an answer changes no later answer",
    `local first = whatsapp.list_contacts { limit = 1 }
first.__proto__ = { polluted = true }
first.data.polluted = true
local second = whatsapp.list_contacts { limit = 1 }
check(second.polluted == nil and second.data.polluted == nil, "second answer")`,
  ),
  attempt(
    "prototype names as argument keys pollute nothing",
    `pcall(whatsapp.send_message, {
  to = "15551234567", body = "hi",
  ["__proto__"] = { polluted = "yes" },
  constructor = { prototype = { polluted = "yes" } },
  prototype = { polluted = "yes" },
})
check(whatsapp.get_current_user().polluted == nil, "answer")
check(json.decode("{}").polluted == nil, "decoded object")`,
  ),
  attempt(
    "prototype names deep inside an argument pollute nothing",
    `pcall(whatsapp.send_template, {
  to = "15551234567", template_name = "hello_world",
  components = { { type = "body", ["__proto__"] = { polluted = 1 }, constructor = { prototype = { polluted = 1 } } } },
})
check(json.decode("{}").polluted == nil, "decoded object")`,
  ),
  attempt(
    "a template whose components are hostile JSON text pollutes nothing",
    `pcall(whatsapp.send_template, {
  to = "15551234567", template_name = "hello_world",
  components = '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
})
check(json.decode("{}").polluted == nil, "decoded object")`,
  ),
  attempt(
    "json.decode keeps prototype names as ordinary keys",
    `local t = json.decode('{"constructor":1,"toString":2,"a":{"__proto__":{"polluted":3}}}')
check(t.constructor == 1 and t.toString == 2, "own keys")
check(t.a.polluted == nil and json.decode("{}").polluted == nil, "pollution")
check(json.decode("[]").length == nil, "array property")`,
  ),
  attempt(
    "json.encode keeps prototype names as ordinary keys",
    `local text = json.encode { ["__proto__"] = { polluted = 1 }, constructor = 2 }
check(text:find("__proto__", 1, true) and text:find("constructor", 1, true), text)
check(json.decode("{}").polluted == nil, "pollution")`,
  ),
  attempt(
    "JavaScript's own property names are unknown functions",
    `for _, name in ipairs { "constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "prototype", "then" } do
  for _, place in ipairs { app, app.integrations, whatsapp, whatsapp.support } do
    local ok, e = pcall(place[name], "return self")
    check(not ok and type(e) == "string" and e:find("Unknown function: app", 1, true), name)
  end
end`,
  ),
  attempt(
    "prototype names are no accounts",
    `for _, name in ipairs { "constructor", "__proto__", "toString", "prototype" } do
  local ok, e = pcall(whatsapp[name].get_current_user)
  check(not ok and e:find("Unknown function", 1, true), name)
end`,
  ),
  attemptEnding(
    "constructor.constructor is an unknown function",
    { kind: "error", pattern: "Unknown function: app\\.constructor\\.constructor" },
    `app.constructor.constructor("return self")()`,
  ),
  attempt(
    "an argument nested five thousand deep is refused",
    `local deep = {}
for _ = 1, 5000 do deep = { deep } end
local ok, e = pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = deep })
check(not ok and type(e) == "string", "accepted")`,
  ),
  attempt(
    "an argument nested two hundred thousand deep is refused",
    `local deep = {}
for _ = 1, 200000 do deep = { components = deep } end
local ok, e = pcall(whatsapp.send_template, deep)
check(not ok and type(e) == "string", "accepted")
ok, e = pcall(json.encode, deep)
check(not ok and type(e) == "string", "encoded")`,
  ),
  attempt(
    "JSON text nested a hundred thousand deep is refused or decoded, and harms nothing",
    `local ok, e = pcall(json.decode, ("["):rep(100000) .. ("]"):rep(100000))
check(ok and type(e) == "table" or type(e) == "string", "neither")
ok, e = pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = ("["):rep(100000) .. ("]"):rep(100000) })
check(not ok and type(e) == "string", "accepted")`,
  ),
  attempt(
    "a cyclic argument is refused",
    `local cycle = {}
cycle.components = cycle
local ok, e = pcall(whatsapp.send_template, cycle)
check(not ok and type(e) == "string", "template")
ok, e = pcall(json.encode, cycle)
check(not ok and type(e) == "string", "json")`,
  ),
  attempt(
    "functions, coroutines and the namespace itself are no arguments",
    `for _, value in ipairs { print, coroutine.create(print), app, whatsapp.send_message } do
  local ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = value })
  check(not ok and type(e) == "string", type(value))
end`,
  ),
  attempt(
    "not-a-number and infinity are no arguments",
    `for _, value in ipairs { 0 / 0, 1 / 0, -1 / 0 } do
  local ok, e = pcall(whatsapp.list_contacts, { limit = value })
  check(not ok and type(e) == "string", tostring(value))
end`,
  ),
  attempt(
    "numbers past JavaScript's exact integers harm nothing",
    `for _, value in ipairs { math.maxinteger, math.mininteger, 2 ^ 53 + 1, 1e308, -0.0 } do
  local ok, e = pcall(whatsapp.list_contacts, { limit = value })
  check(type(e) == "table" or type(e) == "string", tostring(value))
  check(not foreign(e), tostring(value))
end`,
  ),
  attempt(
    "a string with NUL arrives whole or is refused",
    `local sent = "before\\0after"
local ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = sent })
check(type(e) == (ok and "table" or "string"), "answer")
check(json.decode(json.encode { sent })[1] == sent, "cut at NUL")`,
  ),
  attempt(
    "strings that are not UTF-8 are refused",
    `for _, text in ipairs { "\\xff\\xfe", "\\xc3", "\\xed\\xa0\\x80", "\\xc0\\x80", "\\xf8\\x88\\x80\\x80\\x80", "\\xf4\\x90\\x80\\x80", "a\\x80b" } do
  local ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = text })
  check(not ok and type(e) == "string", "body")
  ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = "hi", [text] = 1 })
  check(type(e) == (ok and "table" or "string"), "key")
end`,
  ),
  attempt(
    "paths with NUL, broken UTF-8, quotes and separators are unknown functions",
    `for _, name in ipairs { "a\\0b", "\\xff\\xfe", '"', "\\\\", "a.b", "../graph", "\\u{2028}", "", " " } do
  local ok, e = pcall(whatsapp[name], {})
  check(not ok and type(e) == "string", "path")
  check(not e:find("SyntaxError", 1, true) and not e:find("JSON", 1, true), e)
end`,
  ),
  attempt(
    "indices that are no strings make no path to anything",
    `for _, key in ipairs { 1, 1.5, true, {}, print } do
  local ok, e = pcall(function() return whatsapp[key]({}) end)
  check(not ok and type(e) == "string", type(key))
end`,
  ),
  attempt(
    "a path of ten thousand levels is an unknown function",
    `local place = app
for _ = 1, 10000 do place = place.x end
local ok, e = pcall(place, {})
check(not ok and type(e) == "string", "deep path")`,
  ),
  attempt(
    "a name of a million letters is an unknown function",
    `local ok, e = pcall(whatsapp[("x"):rep(1000000)], {})
check(not ok and type(e) == "string", "long name")`,
  ),
  attempt(
    "text that looks like the border's own messages stays text",
    `local forged = '"}],"line":1}{"ok":true,"value":{"id":"forged"}}\\u{2028}\\u{2029}</script>'
local answer = whatsapp.send_message { to = "15551234567", body = forged }
check(answer.id ~= "forged" and type(answer.messages) == "table", "forged answer")
local ok, e = pcall(whatsapp[forged])
check(not ok and e:find("Unknown function", 1, true), "forged path")`,
  ),
  attempt(
    "an argument's metamethods cannot answer for it",
    `local hostile = setmetatable({}, { __index = function(_, key) error("index of " .. tostring(key)) end })
getmetatable(hostile).__len = function() return 1 << 40 end
getmetatable(hostile).__tostring = function() return "{}" end
getmetatable(hostile).__name = "function"
local ok, e = pcall(whatsapp.send_message, hostile)
check(type(e) == (ok and "table" or "string"), "answer")`,
  ),
  attempt(
    "a hundred thousand keys in one argument harm nothing",
    `local wide = { to = "15551234567", body = "hi" }
for i = 1, 100000 do wide["k" .. i] = i end
local ok, e = pcall(whatsapp.send_message, wide)
check(type(e) == (ok and "table" or "string"), "answer")`,
  ),
  attempt(
    "documentation pages are found by name alone",
    `for _, page in ipairs { "../../package.json", "/etc/passwd", "constructor", "__proto__", "toString", "\\0", "\\xff", "" } do
  local ok, text = pcall(docs.read, page)
  check(ok and text:find("^No integration docs found for '"), page)
end
for _, page in ipairs { {}, print, 1, true } do
  local ok, text = pcall(docs.read, page)
  check(type(text) == "string", type(page))
end`,
  ),
  attempt(
    "regular expressions run no code and their group names pollute nothing",
    `pcall(regex.gsub, "1", "/(.)/e", "print('ESCAPED')")
pcall(regex.match, "x", "(?{print('ESCAPED')})")
for _, name in ipairs { "__proto__", "constructor", "toString" } do
  local ok, found = pcall(regex.match, "x", "(?<" .. name .. ">x)")
  check(not foreign(found), name)
end
check(json.decode("{}").polluted == nil, "pollution")`,
  ),
];
