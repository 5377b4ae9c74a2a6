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
    [`${SHOW}return show(«wrong-argument:5», "open")`, "wants `Order`, not a number"],
    [`${SHOW}return show({}, «wrong-argument:"opn"»)`, '`"open"`', `${SHOW}return show({}, "open")`],
    [`${SHOW}return show(«wrong-argument:nil», "open")`, "not nil"],
    [
      `${ORDER}---@type Order\nlocal order = json.decode("{}")\nreturn order.«unknown-result-field:itms»`,
      "`items`",
    ],
    [
      `${ORDER}---@type Order\nlocal order = json.decode("{}")\nreturn "x" .. order.«optional-field:total»`,
      "can be absent",
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

describe("types in comments help", () => {
  it("fields of a class", () => {
    expect(labels(`${ORDER}---@param order Order\nlocal function f(order) return order.| end`)).toEqual([
      ...["id", "total", "items", "note"],
    ]);
    expect(labels(`${ORDER}---@type Order[]\nlocal list = {}\nreturn list[1].|`)).toContain("items");
    expect(labels(`${ORDER}---@return Order\nlocal function f() end\nreturn f().|`)).toContain("id");
  });

  it("tags, parameters and types", () => {
    expect(labels("---@|\nlocal x = 1")).toEqual(["param", "return", "type", "class", "field", "alias"]);
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
