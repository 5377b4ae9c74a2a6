import { describe, expect, it } from "vitest";
import { checkNewName } from "../../../src/language/new-name";
import { outline, symbolAt } from "../../../src/language/symbols";
import { caret, context } from "./marked";

/** The text with every occurrence of the symbol at the caret in brackets, the definition in double ones. */
function occurrences(marked: string): string | null {
  const { source, offset } = caret(marked);
  const found = symbolAt(source, offset, context.catalog);
  if (found === null) return null;
  let text = "";
  let at = 0;
  for (const { start, end } of found.uses) {
    const defined = start === found.definition.start;
    text += `${source.slice(at, start)}${defined ? "[[" : "["}${source.slice(start, end)}${defined ? "]]" : "]"}`;
    at = end;
  }
  return text + source.slice(at);
}

describe("definition and references", () => {
  it.each<[string, string | null]>([
    ["local a = 1\nprint(|a)", "local [[a]] = 1\nprint([a])"],
    ["local |a = 1\na = a + 1", "local [[a]] = 1\n[a] = [a] + 1"],
    ["local a = 1\nlocal a = a|\nprint(a)", "local [[a]] = 1\nlocal a = [a]\nprint(a)"],
    [
      "local a = 1\ndo local a = 2; print(a|) end\nprint(a)",
      "local a = 1\ndo local [[a]] = 2; print([a]) end\nprint(a)",
    ],
    ["function greet(na|me) return name, t.name end", "function greet([[name]]) return [name], t.name end"],
    ["local function f() return f|() end", "local function [[f]]() return [f]() end"],
    ["for i = 1, 3 do print(|i) end print(i)", "for [[i]] = 1, 3 do print([i]) end print(i)"],
    ["repeat local done = true until d|one", "repeat local [[done]] = true until [done]"],
    ["function hi() end\nh|i()", "function [[hi]]() end\n[hi]()"],
    ["local a = 1\nif a| then", "local [[a]] = 1\nif [a] then"],
    ["pri|nt(1)", null],
    ["t.na|me = 1", "t.[[name]] = 1"],
    ["local t = {}\nfunction t.hi() end\nt.h|i()", "local t = {}\nfunction t.[[hi]]() end\nt.[hi]()"],
    ["local t = { hi = 1 }\nprint(t.h|i, u.hi)", "local t = { [[hi]] = 1 }\nprint(t.[hi], u.hi)"],
    [
      "local t = {}\nfunction t:a() self.n = 1 end\nfunction t:b() return self.n| end",
      "local t = {}\nfunction t:a() self.[[n]] = 1 end\nfunction t:b() return self.[n] end",
    ],
    ["local t = {}\nprint(t.no|ne)", null],
    ["string.re|p('x')", null],
    ["-- a|", null],
  ])("%s", (marked, expected) => {
    expect(occurrences(marked)).toBe(expected);
  });
});

it("allow renaming variables, but not members, which may have other references", () => {
  const kind = (marked: string) => {
    const { source, offset } = caret(marked);
    return symbolAt(source, offset, context.catalog)?.kind;
  };
  expect(kind("local t|otal = 1")).toBe("variable");
  expect(kind("local t = { a = 1 }\nprint(t.a|)")).toBe("member");
});

it("refuse new names that are not valid in Lua", () => {
  expect(checkNewName("total_2")).toBeNull();
  for (const name of ["", "2x", "a-b", "end", "é"]) expect(checkNewName(name)).not.toBeNull();
});

it("list the functions of a script", () => {
  const source =
    "local function a() function b.c:d() end end\nfunction e() end\nlocal f, g = 1, function() end\nlocal t = { i = function() end }\nt.j = function() end\nfunction h(";
  expect(outline(source).map(({ name }) => name)).toEqual(["a", "b.c:d", "e", "g", "i", "t.j", "h"]);
});
