import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { hover } from "../../../src/language/hover";
import { symbolAt } from "../../../src/language/symbols";
import { caret, shopContext } from "./marked";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const DOG = `local Animal = {}
Animal.__index = Animal
-- Says its name.
function Animal:speak() return self.name end
local Dog = setmetatable({}, { __index = Animal })
Dog.__index = Dog
function Dog.new(name) return setmetatable({ name = name, legs = 4 }, Dog) end
function Dog:bark(times) return self.name .. times end
`;
const STACK = `local Stack = {}
function Stack:new(o)
  o = o or {}
  setmetatable(o, self)
  self.__index = self
  return o
end
function Stack:push(x) self[#self + 1] = x end
`;
const LOCAL_SELF = `local Order = {}
Order.__index = Order
function Order.new(id)
  local self = setmetatable({}, Order)
  self.id = id
  return self
end
function Order:total() return 1 end
`;

describe("fields that are never set", () => {
  table([
    [
      "local t = { name = 'Maya' }\nprint(t.«unknown-own-field:nmae»)",
      "`name`",
      "local t = { name = 'Maya' }\nprint(t.name)",
    ],
    ["local M = {}\nfunction M.send() print(1) end\nM.«unknown-own-field:sned»()", "`send`"],
    ["local M = {}\nfunction M.send() print(1) end\nM.«unknown-own-field:reply»()", "it is nil"],
    [
      `${WA}local people = { { name = "Maya", number = "15551234567" } }\nfor _, p in ipairs(people) do pcall(wa.send_message, { to = p.number, body = p.name }) wa.send_message({ to = p.«unknown-own-field:phone», body = "Hi" }) end`,
      "it is nil",
    ],
    ["local people = { { name = 'a' } }\nreturn people[1].«unknown-own-field:nmae»", "`name`"],
    ["local config = { server = { port = 1 } }\nreturn config.server.«unknown-own-field:prot»", "`port`"],
    [
      `${DOG}local d = Dog.new('Rex')\nreturn d:«unknown-own-field:brak»(1)`,
      "`bark`",
      `${DOG}local d = Dog.new('Rex')\nreturn d:bark(1)`,
    ],
    [`${DOG}local d = Dog.new('Rex')\nreturn d:«unknown-own-field:spek»()`, "`speak`"],
    [`${DOG}local d = Dog.new('Rex')\nreturn d:«unknown-own-field:upper»()`, "it is nil"],
    [`${LOCAL_SELF}local o = Order.new(1)\nreturn o:«unknown-own-field:totl»()`, "`total`"],
    [
      `${WA}local api = { send = wa.send_message }\nreturn api.«missing-field:send»({ to = "15551234567" })`,
      "`body`",
    ],
    [
      `${WA}local M = {}\nM.wa = app.integrations.whatsapp\nreturn M.wa.«unknown-function:send_mesage»({ to = "15551234567", body = "x" })`,
      "`send_message`",
    ],
    [
      `${WA}local function show(m) return m.messages[1].«unknown-result-field:staus» end\nreturn show(wa.get_message({ message_id = "wamid.x" }))`,
      "no field `staus`",
    ],
    [`${WA}local u = wa.get_current_user() or error("none")\nreturn u.«unknown-result-field:nme»`, "`name`"],
  ]);
});

describe("fields that may be set", () => {
  table([
    ["local t = setmetatable({ a = 1 }, {})\nsetmetatable(t, nil)\nreturn t.a"],
    ["local t = {}\nlocal key = ...\nt[key] = 1\nreturn t.nmae.x"],
    ["local t = { name = 1 }\nlocal function f(x) x.nmae = {} end\nf(t)\nreturn t.nmae.x"],
    ["local t = { name = 1 }\nrawset(t, 'nmae', {})\nreturn t.nmae.x"],
    ["local t = { name = 1 }\nif t.nmae then t.nmae() end"],
    ["local t = { name = 1 }\nlocal v = t.nmae or {}\nreturn v.x"],
    ["local t = { name = 1 }\nassert(t.nmae == nil)\nreturn t"],
    [
      "local t = setmetatable({ name = 1 }, { __index = function(_, key) return { key } end })\nreturn t.nmae[1]",
    ],
    ["local t = setmetatable({ name = 1 }, { __index = string })\nreturn t.upper('a')"],
    ["local t = { a1 = 1, a2 = 2 }\nreturn t.a3"],
    ["local t = { n = 1 }\nreturn t.m"],
    ["local t = json.decode('{}')\nreturn t.name.first"],
    [
      "local defaults = json.decode('{}')\nlocal t = setmetatable({ name = 1 }, { __index = defaults })\nreturn t.nmae.x",
    ],
    ["local env = { print = print }\nload('function hi() end', 'c', 't', env)()\nenv.hi()"],
    ["local t = { name = 1 }\nt = json.decode('{}')\nreturn t.nmae.x"],
    ["local t = { name = 1 }\nfor k, v in pairs(json.decode('{}')) do t[k] = v end\nreturn t.nmae.x"],
    ["local t = { [('na') .. 'me'] = {} }\nreturn t.name.x"],
    ["local t = { name = 1 }\nprint(pcall(function() return t.other.x end))"],
    ["local list = { { name = 1 } }\ntable.insert(list, json.decode('{}'))\nreturn list[1].other.x"],
    [
      "local list = { { name = 1 } }\nlist[#list + 1] = json.decode('{}')\nfor _, e in ipairs(list) do print(e.other.x) end",
    ],
    [
      `${DOG}local d = Dog.new('Rex')\nfunction Dog:brak() end\nreturn d:brak(), d:speak(), d:bark(1), d.name, Animal.speak(d)`,
    ],
    [
      `${DOG}local methods = json.decode('{}')\nfor k, v in pairs(methods) do Dog[k] = v end\nreturn Dog.new('a'):spek()`,
    ],
    [
      `${DOG}local Puppy = setmetatable({}, { __index = function(_, k) return Dog[k] or print end })\nPuppy.__index = Puppy\nreturn setmetatable({}, Puppy):anything()`,
    ],
    [
      `${DOG}local function make(class) return setmetatable({}, class) end\nreturn make(Dog):bark(1), make({ __index = { a = print } }):a()`,
    ],
    [`${STACK}local s = Stack:new()\ns:push(1)\nreturn s[1], Stack:new({ extra = print }).extra()`],
    [`${LOCAL_SELF}local o = Order.new(1)\no.note = 'x'\nreturn o:total(), o.id, o.note`],
    [
      "local Class = {}\nClass.__index = Class\nsetmetatable(Class, { __call = function(c, n) return setmetatable({ n = n }, c) end })\nfunction Class:get() return self.n end\nreturn Class(1):get()",
    ],
    ["local t = {}\nt.self = t\nreturn t.self.self.self"],
    ["local a, b = { x = 1 }, { y = { z = 1 } }\na.y = b.y\nreturn a.y.z"],
    [
      "local Account = { balance = 0 }\nfunction Account:deposit(v) self.balance = self.balance + v end\nlocal acc = setmetatable({}, { __index = Account })\nacc:deposit(5)\nreturn acc.balance",
    ],
    [
      `${WA}local function first(r) return r.data and r.data[1] or r.messages and r.messages[1] end\nreturn first(wa.get_message({ message_id = "wamid.x" }))`,
    ],
    [
      `${WA}local function text(v) if type(v) == "table" then return json.encode(v) end return "x" .. v end\nreturn text(wa.get_current_user())`,
    ],
    [
      `${WA}local function show(c) return "Hi " .. c.profile_name end\nfor _, c in ipairs(wa.list_contacts({ limit = 5 }).data) do if c.profile_name then print(show(c)) end end`,
    ],
    [
      `${WA}local function id(r) return r.id end\nlocal handlers = { id }\nid(wa.get_current_user())\nreturn handlers[1]({ id = 1 })`,
    ],
    [`${WA}local u = wa.get_current_user() or error("none")\nreturn u.name`],
  ]);
});

describe("members of classes", () => {
  const labels = (snippet: string) => {
    const { source, offset } = caret(snippet);
    return complete(source, offset, shopContext).map(({ label }) => label);
  };

  it.each<[string, readonly string[]]>([
    [`${DOG}local d = Dog.new('Rex')\nd:|`, ["new", "bark", "speak"]],
    [`${DOG}local d = Dog.new('Rex')\nd.|`, ["name", "legs", "new", "bark", "speak"]],
    [`${DOG}function Dog:wag() return self.|`, ["new", "bark", "wag", "speak", "name", "legs"]],
    [`${DOG}function Dog:wag() return self:|`, ["new", "bark", "wag", "speak"]],
    [`${DOG}Dog.new('x'):|`, ["new", "bark", "speak"]],
    [`${STACK}local s = Stack:new()\ns:|`, ["new", "push"]],
    [`${LOCAL_SELF}local o = Order.new(1)\no:|`, ["new", "total"]],
    [`${LOCAL_SELF}local o = Order.new(1)\no.|`, ["id", "new", "total"]],
    [`${LOCAL_SELF}function Order:show() return self.|`, ["id", "new", "total", "show"]],
    ["local t = {}\nt:|", []],
    ["local t = { run = function(self) end }\nt:|", ["run"]],
  ])("%s", (snippet, expected) => {
    expect(labels(snippet).toSorted()).toEqual(expected.toSorted());
  });

  it("offers string methods only on values that may be strings", () => {
    expect(labels("local s = 'x'\ns:|")).toContain("upper");
    expect(labels("local s = ...\ns:|")).toContain("upper");
    for (const name of ["char", "pack", "packsize", "unpack"])
      expect(labels("local s = 'x'\ns:|")).not.toContain(name);
  });

  it("explains and finds inherited methods", () => {
    const { source, offset } = caret(`${DOG}local d = Dog.new('Rex')\nreturn d:sp|eak()`);
    expect(hover(source, offset, shopContext)?.markdown).toContain("Says its name.");
    const symbol = symbolAt(source, offset, shopContext.catalog);
    expect(symbol?.definition.start).toBe(source.indexOf("speak"));
    expect(symbol?.uses).toHaveLength(2);
  });
});
