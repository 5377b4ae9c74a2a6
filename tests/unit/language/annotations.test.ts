import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { hover } from "../../../src/language/hover";
import { signature } from "../../../src/language/signature";
import { caret, context } from "./marked";
import { table } from "./marked-table";

const ORDER = `---@class Order
---@field id string the number
---@field total? number
---@field items string[]
---@field note any
`;
const SHOW = `${ORDER}---@alias Status "open"|"closed"

---@param order Order
---@param status Status
---@return string
local function show(order, status)
  return order.id .. status
end
`;
/** Without the bar that means a caret. */
const PLAIN = SHOW.replace("|", " | ").replace(' | "closed"', "");
const labels = (marked: string) => {
  const { source, offset } = caret(marked);
  return complete(source, offset, context).map(({ label }) => label);
};

describe("types in comments are checked", () => {
  table([
    [`${SHOW}return show(«wrong-argument:5», "open")`, "not a number"],
    [`${SHOW}return show({}, «wrong-argument:"opn"»)`, '`"open"`', `${SHOW}return show({}, "open")`],
    [`${SHOW}return show(«wrong-argument:nil», "open")`, "not nil"],
    [
      `${ORDER}---@type Order\nlocal order = json.decode("{}")\nreturn order.«unknown-result-field:itms»`,
      "`items`",
    ],
    [
      `${ORDER}---@type Order\nlocal order = json.decode("{}")\nreturn "x" .. order.«optional-field:total»`,
      "`total` can be nil",
    ],
    [`${SHOW}return show({ id = "1" }, "closed"):upper()`],
    ["---@param n? integer\nlocal function f(n) return n end\nreturn f(), f(nil), f(2)"],
    ["---@param v string|number\nlocal function f(v) return v end\nreturn f(1), f('x')"],
    [
      "---@param v any\n---@param w fun(x: number): string\nlocal function f(v, w) return v, w end\nreturn f(1, print)",
    ],
    [
      "---@generic T\n---@param list T[]\n---@return T\nlocal function first(list) return list[1] end\nreturn first({ 1 }).x",
    ],
    [
      `${ORDER}local Order = {}\nOrder.__index = Order\n---@param self Order\nfunction Order.show(self) return self.note.anything end\nfunction Order:items2() return self end\n---@type Order\nlocal order = setmetatable({}, Order)\nreturn order:items2(), order.items2, #order, order .. "x"`,
    ],
  ]);
});

describe("valid type comments are never marked", () => {
  table(
    [
      `---@class Order\n---@field id string\nlocal Order = {}\nOrder.__index = Order\n---@param id string\n---@return Order\nfunction Order.new(id) return setmetatable({ id = id }, Order) end\n---@param n integer\n---@return string\nfunction Order:label(n) return self.id .. n end\nlocal o = Order.new("x")\nreturn o:label(2), o.id, o:label(3):upper()`,
      `---@class Order\nlocal Order = {}\nfunction Order:close() self.closed = true end\n---@param o Order\nlocal function f(o) o:close() return o.closed end\nreturn f`,
      `---@generic T\n---@param x T\n---@return T\nlocal function id(x) return x end\nreturn id("a"):upper(), id({ a = 1 }).a, id(5) + 1`,
      `---@generic K, V\n---@param t table<K, V>\n---@return fun(): K, V\nlocal function walk(t) return next, t end\nfor k, v in walk({ a = 1 }) do print(k, v) end`,
      `---@generic T: table\n---@param t T\n---@return T\nlocal function copy(t) local r = {} for k, v in pairs(t) do r[k] = v end return r end\nreturn copy({ a = 1 }).a`,
      `---@param cb fun(ok: boolean, text?: string): string\n---@param done fun()\nlocal function run(cb, done) done() return cb(true, "x") end\nreturn run(function(ok, text) return tostring(ok) .. (text or "") end, print)`,
      `---@alias Handler fun(x: number): string\n---@type Handler\nlocal h = function(x) return tostring(x) end\nreturn h(1)`,
      `---@alias Id string|integer\n---@param id Id\nlocal function f(id) return id end\nreturn f(1), f("a")`,
      `---@alias Mode\n---| "fast" # quick\n---| "slow"\n---@param m Mode\nlocal function f(m) return m end\nreturn f("fast"), f("slow")`,
      `---@overload fun(a: string): string\n---@param a string\n---@param b integer\n---@return string\nlocal function f(a, b) return a .. (b or "") end\nreturn f("a"), f("a", 1)`,
      `---@overload fun(a: integer)\n---@param a string\nlocal function f(a) return a end\nreturn f(1), f("a")`,
      `---@vararg string\nlocal function f(...) return ... end\nreturn f("a", 1)`,
      `---@param ... string\nlocal function f(...) return ... end\nreturn f("a", 1)`,
      `---@enum Color\nlocal Color = { red = 1 }\n---@param c Color\nlocal function f(c) return c end\nreturn f(Color.red)`,
      `---@param t { a: string, b?: integer }\nlocal function f(t) return t.a end\nreturn f({ a = "x" })`,
      `---@param t table<string, integer>\nlocal function f(t) return t.anything end\nreturn f({})`,
      `---@class A\n---@field x integer\n---@class B: A\n---@field y integer\n---@type B\nlocal b = { x = 1, y = 2 }\nreturn b.x + b.y`,
      `---@type string|nil\nlocal s = nil\nif s then print(s:upper()) end`,
      `---@cast x string\nlocal x = 1\n---@diagnostic disable-next-line: foo\nprint(x)\n---@see print\n---@deprecated\nlocal function f() end\n---@async\n---@nodiscard\nlocal function g() return f end\nreturn g`,
      `---@return boolean ok, string? err\nlocal function f() return true end\nlocal ok, err = f()\nreturn ok, err`,
      `---@class Stack<T>\nlocal Stack = {}\nStack.__index = Stack\n---@generic T\n---@return Stack<T>\nfunction Stack.new() return setmetatable({ n = 0 }, Stack) end\nfunction Stack:push(x) self.n = self.n + 1 end\nlocal s = Stack.new()\ns:push(1)\nreturn s.n`,
      `---@param n number\nlocal function f(n) return n end\nreturn f("5" + 0), f(#"x")`,
    ].map((snippet): [string] => [snippet]),
  );
});

describe("types in comments improve completion", () => {
  it.each<[string, readonly string[]]>([
    [
      "---@class Order\n---@field id string\nlocal Order = {}\nfunction Order:close() end\n---@param o Order\nlocal function f(o) o:|",
      ["close"],
    ],
    [
      "---@class Order\n---@field id string\nlocal Order = {}\nfunction Order:close() end\n---@return Order\nlocal function get() end\nget().|",
      ["id", "close"],
    ],
    [
      "---@generic T\n---@param x T\n---@return T\nlocal function id(x) return x end\nlocal u = id(app.integrations.whatsapp.get_current_user())\nu.|",
      ["id", "name", "email"],
    ],
    [
      "---@generic T\n---@param list T[]\n---@return T\nlocal function first(list) return list[1] end\nlocal c = first(app.integrations.whatsapp.list_contacts().data)\nc.|",
      ["wa_id", "profile_name"],
    ],
  ])("methods of a class, and generics: %s", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it("a class with fields of its own type", () => {
    const node =
      "---@class Node\n---@field next? Node\n---@field all Node[]\n---@param n Node\nlocal function f(n) ";
    expect(labels(`${node}return n.| end`)).toEqual(["next", "all"]);
    expect(labels(`${node}return n.all[1].| end`)).toEqual(["next", "all"]);
  });

  it("fields of a class", () => {
    expect(labels(`${ORDER}---@param order Order\nlocal function f(order) return order.| end`)).toEqual([
      ...["id", "total", "items", "note"],
    ]);
    const own =
      "---@class Shelf\n---@field size integer\nlocal Shelf = {}\nfunction Shelf:first() return 1 end\n";
    expect(labels(`${own}function Shelf:add() self.| end`)).toEqual(["size", "first", "add"]);
    expect(labels(`${own}function Shelf:add() self:| end`)).toEqual(["first", "add"]);
    expect(labels(`${own}function Shelf:add() self.size = 1; return self.| end`)).toEqual([
      "size",
      "first",
      "add",
    ]);
    expect(labels(`${own}return Shelf.|`)).toEqual(["size", "first"]);
    expect(labels("local Shelf = { n = 1 }\nfunction Shelf:add() return self.| end")).toEqual(["add", "n"]);
    expect(labels(`${ORDER}---@type Order[]\nlocal list = {}\nreturn list[1].|`)).toContain("items");
    expect(labels(`${ORDER}---@return Order\nlocal function f() end\nreturn f().|`)).toContain("id");
  });

  it("tags, parameters and types", () => {
    expect(labels("---@|\nlocal x = 1")).toEqual([
      ...["param", "return", "type", "class", "field", "alias", "generic", "overload"],
    ]);
    expect(labels("---@par|")).toContain("param");
    expect(labels("---@param |\nlocal function f(first, second) end")).toEqual(["first", "second"]);
    expect(labels(`${ORDER}---@type |`)).toEqual(expect.arrayContaining(["Order", "string"]));
    expect(labels(`${ORDER}---@param x Or|`)).toContain("Order");
    expect(labels("-- plain |")).toEqual([]);
  });

  it("signature and hover", () => {
    const call = caret(`${PLAIN}show(|)`);
    expect(signature(call.source, call.offset, context)?.label).toBe("show(order: Order, status: Status)");
    const name = caret(`${PLAIN}sh|ow()`);
    expect(hover(name.source, name.offset, context)?.markdown).toContain(
      "show(order: Order, status: Status): string",
    );
  });

  it("reads anything without a crash", () => {
    for (const text of [
      "---@",
      "---@param",
      "---@class : ",
      "---@field",
      "---@type {",
      "---@alias A A",
      "---@class A : A\n---@field a A",
    ])
      expect(() => labels(`${text}\nlocal x = 1\nx.|`)).not.toThrow();
  });
});
