/** What a script may rely on in the box, for every engine; the runtime's own tests go deeper. */
import type { BoxCase, Expectation } from "./case";

const printed = (text: string): Expectation => ({ kind: "printed", text });

/** Places a call can stand where a host that yields would fail; each prints the id of the account's owner. */
const callPlaces: readonly (readonly [place: string, lua: string])[] = [
  ["the main chunk", `print(get().id ~= nil)`],
  ["pcall", `print(select(2, pcall(get)).id ~= nil)`],
  ["a coroutine", `print(coroutine.wrap(function() return get().id end)() ~= nil)`],
  [
    "a pcall in a coroutine in a pcall",
    `print(select(2, pcall(coroutine.wrap(function() return select(2, pcall(get)) end))).id ~= nil)`,
  ],
  [
    "a sort comparator",
    `local t = { 2, 1 } table.sort(t, function(a, b) get() return a < b end) print(t[1] == 1)`,
  ],
  ["a gsub callback", `print((("x"):gsub("x", function() return tostring(get().id ~= nil) end)))`],
  ["__index", `print(setmetatable({}, { __index = function() return get().id end }).any ~= nil)`],
  [
    "__gc",
    `local id setmetatable({}, { __gc = function() id = get().id end }) collectgarbage() collectgarbage() print(id ~= nil)`,
  ],
  [
    "an iterator",
    `for id in function(_, last) if not last then return get().id end end do print(id ~= nil) end`,
  ],
  ["a message handler of xpcall", `print(select(2, xpcall(error, function() return get().id end)) ~= nil)`],
  [
    "__close",
    `local id do local x <close> = setmetatable({}, { __close = function() id = get().id end }) end print(id ~= nil)`,
  ],
  [
    "__tostring",
    `print(tostring(setmetatable({}, { __tostring = function() return tostring(get().id ~= nil) end })))`,
  ],
  [
    "a load reader",
    `local done print(load(function() if not done then done = get().id return "return true" end end)())`,
  ],
];

/** A call at every place a call can stand; true for mock and for live. */
export const callCases: readonly BoxCase[] = callPlaces.map(([place, lua]) => ({
  name: `a call answers in ${place}`,
  lua: `local get = app.integrations.whatsapp.get_current_user\n${lua}`,
  expect: printed("true"),
}));

const languageCases: readonly BoxCase[] = [
  {
    name: "prints come in order, tabs between values",
    lua: `print(1, "a", nil, true)\nprint("b")`,
    expect: printed("1\ta\tnil\ttrue\nb"),
  },
  {
    name: "integers and floats are Lua 5.4's",
    lua: `print(7 // 2, 7 / 2, 2^53, 1 << 62, math.type(1.0))`,
    expect: printed("3\t3.5\t9.007199254741e+15\t4611686018427387904\tfloat"),
  },
  {
    name: "strings are bytes, utf8 counts characters",
    lua: `print(#"é", utf8.len("é"), ("é"):byte(1, -1))`,
    expect: printed("2\t1\t195\t169"),
  },
  {
    name: "a table is written out",
    lua: `print({ { a = "b" } })`,
    expect: printed("[\n  {\n    a: b\n  }\n]"),
  },
  {
    name: "json goes there and back",
    lua: `local t = json.decode('{"a":[1,2.5,null,"\\\\u00e9"]}') print(t.a[1], t.a[2], t.a[4])`,
    expect: printed("1\t2.5\té"),
  },
  {
    name: "an error names the script's line",
    lua: `local t = nil\n\nprint(t.x)`,
    expect: { kind: "error", pattern: "^[\\w-]+\\.lua:3: attempt to index a nil value \\(local 't'\\)" },
  },
  {
    name: "a refused call names the script's line",
    lua: `\napp.integrations.whatsapp.send_message { body = "hi" }`,
    expect: { kind: "error", pattern: '^[\\w-]+\\.lua:2: Recipient "to" is required\\.$' },
  },
  {
    name: "an unknown function names its neighbours",
    lua: `app.integrations.whatsapp.send_mesage {}`,
    expect: {
      kind: "error",
      pattern: "Unknown function: app\\.integrations\\.whatsapp\\.send_mesage\\. Did you mean: send_message",
    },
  },
  {
    name: "all path forms reach the same function",
    lua: `local w = app.integrations.whatsapp
for _, f in ipairs { w.get_current_user, w.default.get_current_user, w.support.get_current_user, w["support"].get_current_user,
  w.whatsapp_get_current_user, w.support.whatsapp_get_current_user } do assert(f().id) end
print("all")`,
    expect: printed("all"),
  },
  {
    name: "a message can be sent and looked up",
    lua: `local w = app.integrations.whatsapp
local sent = w.send_message({ to = "15551234567", body = "Hello" })
print(type(w.get_message({ message_id = sent.messages[1].id }).messages[1].message_status))`,
    expect: printed("string"),
  },
];

export const boxCases: readonly BoxCase[] = [...callCases, ...languageCases];
