import { whatsapp } from "../../../src/integrations/whatsapp";
import type { BoxCase } from "../case";
import { attempt, attemptEnding } from "./script";

const list = (names: Iterable<string>) => `{ ${[...names].map((name) => JSON.stringify(name)).join(", ")} }`;
const FUNCTIONS = list(whatsapp.functions.map(({ name }) => name));
const PARAMETERS = list(
  new Set([...whatsapp.functions.flatMap(({ parameters }) => parameters.map(({ name }) => name)), "no_such"]),
);

/** `app`, its paths and its calls, used as everything they are not, with arguments nobody would pass. */
export const namespaceCases: readonly BoxCase[] = [
  attempt(
    "what only the agent host has, tools and MCP servers, is refused in words",
    `for _, path in ipairs { mcp, mcp.server.tool, app.tools, app.tools.shell, app.tools.lua_exec, app.mcp.files.read } do
  local ok, e = pcall(path, { command = "id" })
  check(not ok and type(e) == "string", e)
end
for _, path in ipairs { app.system.exec, app.os.execute, app.fetch, app.eval, app.integrations.http.get, app.integrations.filesystem.read } do
  local ok, e = pcall(path, { url = "http://127.0.0.1/" })
  check(not ok and e:find("Unknown function", 1, true), e)
end`,
  ),
  attempt(
    "a path as comparator, reader, iterator, handler, replacement, finalizer or metamethod stays a path",
    `local p = whatsapp.get_current_user
for _, use in ipairs {
  function() return table.sort({ 2, 1 }, p) end, function() return load(p) end, function() for _ in p do break end end,
  function() return xpcall(error, p) end, function() return ("x"):gsub("x", p) end, function() return setmetatable({}, { __index = p }).x end,
  function() return setmetatable({}, p) end, function() return tostring(setmetatable({}, { __tostring = p })) end,
  function() return coroutine.wrap(p)() end, function() return coroutine.create(p) end, function() setmetatable({}, { __gc = p }) collectgarbage() end,
  function() local c <close> = setmetatable({}, { __close = p }) end, function() return string.rep(p, 2) end, function() return p:rep(2) end,
  function() return json.encode { p } end, function() return utf8.len(p) end, function() return math.floor(p) end, function() return os.date(p) end, function() return os.time(p) end,
} do
  check(not foreign({ pcall(use) }), "value")
end`,
  ),
  attempt(
    "the raw contents of a path are empty, whatever is written into it",
    `for _, path in ipairs { app, app.integrations, whatsapp, whatsapp.send_message } do
  check(next(path) == nil and rawlen(path) == 0 and rawget(path, "parent") == nil and rawget(path, "integrations") == nil, "contents")
  check(getmetatable(path) == "app is read-only", "metatable")
  check(not pcall(setmetatable, path, {}) and not pcall(function() path.x = 1 end), "written")
end
rawset(whatsapp, "__index", print) rawset(app, "__call", print)
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "names of metamethods are paths, and calling them is an unknown function",
    `for _, name in ipairs { "__index", "__newindex", "__call", "__gc", "__close", "__metatable", "__tostring", "__name", "__mode", "__len", "__eq", "__pairs" } do
  for _, place in ipairs { app, app.integrations, whatsapp } do
    local ok, e = pcall(place[name], {})
    check(not ok and e:find("Unknown function", 1, true), name)
  end
end`,
  ),
  attempt(
    "calls with a colon, without a function and on the namespace itself are refused in words",
    `for _, use in ipairs {
  function() return whatsapp:send_message { to = "15551234567", body = "x" } end, function() return app:integrations() end,
  function() return app() end, function() return app.integrations() end, function() return whatsapp() end, function() return whatsapp {} end,
  function() return whatsapp.get_current_user(whatsapp) end, function() return app(app) end,
} do
  local ok, e = pcall(use)
  check(not ok and type(e) == "string", e)
end`,
  ),
  attempt(
    "twenty thousand paths nobody holds are collected",
    `for i = 1, 20000 do local _ = app["a" .. i].b["c" .. i] end
collectgarbage() collectgarbage()
check(collectgarbage("count") < 16000, collectgarbage("count"))
check(type(whatsapp.get_current_user()) == "table", "answer")`,
  ),
  attempt(
    "account names that are paths, JSON, quotes, functions or another account are no accounts",
    `for _, name in ipairs { "default.default", "../default", '"]}', "support ", " support", "SUPPORT", "support\\0", "get_current_user", "whatsapp", "0", "null", "undefined", "\\u{FF53}upport", "{}", "*" } do
  local ok, e = pcall(function() return whatsapp[name].get_current_user() end)
  check(not ok and e:find("Unknown function", 1, true), name)
end
check(not pcall(function() return whatsapp.support.support.get_current_user() end), "twice")`,
  ),
  attempt(
    "identifiers that are paths, queries, headers or other hosts reach no other address",
    `for _, id in ipairs { "../../me", "..%2f..%2fme", "x?access_token=1", "x#y", "x/y/z", "//evil.test/", "http://evil.test/", "x\\r\\nHost: evil.test", "x\\0y", "%00", ".", "..", "", ("i"):rep(100000), "\\u{202E}" } do
  local ok, answer = pcall(whatsapp.get_message, { message_id = id })
  check(not foreign(answer) and (not ok or answer.id == nil or answer.id == id), id)
  ok, answer = pcall(whatsapp.send_message, { to = id, body = "x" })
  check(not ok or type(answer.messages) == "table", id)
end`,
  ),
  attempt(
    "arguments of every wrong type for every parameter are refused or answered in plain Lua",
    `local odd = { 0, -1, 1.5, 1e308, 0 / 0, true, false, "", "x", "\\0", "[]", "{}", "null", {}, { 1 }, { a = 1 }, { {} }, print, app, coroutine.create(print), math.maxinteger }
for _, name in ipairs ${FUNCTIONS} do
  for _, key in ipairs ${PARAMETERS} do
    for _, value in ipairs(odd) do
      local ok, answer = pcall(whatsapp[name], { to = "15551234567", [key] = value })
      check(not foreign(answer) and (ok or type(answer) == "string"), name .. " " .. key)
    end
  end
end`,
  ),
  attempt(
    "positional arguments of every kind and number are refused or ignored",
    `local many = {}
for i = 1, 200 do many[i] = i % 2 == 0 and print or {} end
for _, given in ipairs { table.pack(1), table.pack(nil, {}), table.pack("x", "y"), table.pack(true), table.pack(print), table.pack({}, app), table.pack(nil, nil, nil), table.pack(table.unpack(many)), table.pack({ to = 1 }, { to = 2 }) } do
  local ok, answer = pcall(whatsapp.send_message, table.unpack(given, 1, given.n))
  check(not foreign(answer) and (ok or type(answer) == "string"), given.n)
end`,
  ),
  attempt(
    "argument keys that are empty, doubled, numbers or half a megabyte are refused or ignored",
    `for _, argument in ipairs { { [""] = 1 }, { [1] = "a", ["1"] = "b" }, { [1.5] = 1 }, { [-1] = 1 }, { [("k"):rep(600000)] = 1 }, { ["to\\0"] = "1" }, { ["TO"] = "1" }, { ["__proto__"] = "x" }, { ["to.body"] = 1 }, { ["\\u{FEFF}to"] = "1" }, { "15551234567", body = "x" } } do
  local ok, answer = pcall(whatsapp.send_message, argument)
  check(not ok and type(answer) == "string", "accepted")
end`,
  ),
  attempt(
    "arguments of five megabytes, or of twenty thousand values, are refused in words",
    `for _, body in ipairs { ("x"):rep(5000000), ("\\\\"):rep(2000000), ("\\u{10FFFF}"):rep(300000) } do
  local ok, e = pcall(whatsapp.send_message, { to = "15551234567", body = body })
  check(not ok and type(e) == "string" and #e < 100000, "accepted")
end
local list = {}
for i = 1, 20000 do list[i] = { type = "body" } end
check(not pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = list }), "list")`,
  ),
  attempt(
    "an argument nested to the limit of the border, and one more, is answered or refused",
    `for levels = 60, 68 do
  local deep = "x"
  for _ = 1, levels do deep = { deep } end
  local ok, e = pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = deep })
  check(not ok and type(e) == "string" and #e < 10000, levels)
end`,
  ),
  attempt(
    "an argument that holds one table a thousand times is no cycle, and one that holds itself is",
    `local shared = { type = "text", text = "x" }
local list = {}
for i = 1, 1000 do list[i] = shared end
local ok, e = pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = list })
check(type(e) == (ok and "table" or "string"), "shared")
local doubling = { "x" }
for _ = 1, 60 do doubling = { doubling, doubling } end
ok, e = pcall(whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = doubling })
check(not ok and type(e) == "string", "doubling")`,
  ),
  attempt(
    "metamethods of an argument are not invoked on its way to the border",
    `local heard = 0
local mt = {}
for _, name in ipairs { "__index", "__len", "__pairs", "__tostring", "__eq", "__lt", "__concat", "__call" } do mt[name] = function() heard = heard + 1 return "15551234567" end end
pcall(whatsapp.send_message, setmetatable({ to = setmetatable({}, mt), body = setmetatable({}, mt) }, mt))
check(heard == 0, heard)`,
  ),
  attempt(
    "error texts name no file, line or function of the host",
    `local function clean(e) return not (e:find("node_modules", 1, true) or e:find("%.ts:") or e:find("%.js:") or e:find("\\n    at ") or e:find("blob:", 1, true) or e:find("wasm", 1, true) or e:find("[host]", 1, true)) end
for _, use in ipairs { function() whatsapp.send_message {} end, function() whatsapp.x() end, function() json.decode("{") end, function() regex.match("a", "(") end, function() docs.read() end, function() json.encode(print) end, function() print(setmetatable({}, { __tostring = print })) end, function() os.date("%Ez") end, function() collectgarbage("stop") end, function() app.x = 1 end } do
  local ok, e = pcall(use)
  check(not ok and clean(e), e)
  ok, e = xpcall(use, debug.traceback)
  check(not ok and clean(e), e)
end`,
  ),
  attempt(
    "calls inside calls' own coroutines, comparators and finalizers, all at once, answer in order",
    `local order = {}
local function call(n) order[#order + 1] = n return whatsapp.get_current_user().id end
setmetatable({}, { __gc = function() call("gc") end })
local id = coroutine.wrap(function()
  local t = { 3, 1, 2 }
  table.sort(t, function(a, b) call("sort") collectgarbage() return a < b end)
  return (("x"):gsub("x", function() return call("gsub") end))
end)()
check(id == whatsapp.get_current_user().id and #order >= 4, #order)`,
  ),
  attempt(
    "answers that a script keeps, changes and passes on as arguments stay its own",
    `local contacts = whatsapp.list_contacts {}
contacts.data[1] = contacts
setmetatable(contacts, { __index = error })
local ok, e = pcall(whatsapp.send_message, contacts)
check(not ok and type(e) == "string", "accepted")
check(rawget(whatsapp.list_contacts {}, "data")[1] ~= contacts, "shared")`,
  ),
  attempt(
    "texts for people that look like marks, links and other scripts are sent as they are",
    `for _, body in ipairs { "<script>alert(1)</script>", "javascript:alert(1)", "\\u{202E}gnp.exe", "{{1}}", "\${x}", "'; DROP TABLE messages; --", "\\27[31m", ("\\u{1F468}\\u{200D}"):rep(200), "a\\u{0300}" .. ("\\u{0301}"):rep(1000) } do
  local ok, answer = pcall(whatsapp.send_message, { to = "15551234567", body = body })
  check(ok and type(answer.messages) == "table" or type(answer) == "string", body)
end`,
  ),
  attemptEnding(
    "a cycle of results, a path, a finished coroutine and an answer as results end no run badly",
    { kind: "ends" },
    `local a, b = {}, {}
a.b, b.a, a[b] = b, a, a
local co = coroutine.create(print) coroutine.resume(co)
return a, b, { a, b }, app, whatsapp.send_message, co, whatsapp.get_current_user(), mcp`,
  ),
];
