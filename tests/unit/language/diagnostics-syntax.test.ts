import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "../../../src/language/parse/parser";
import { realCompiler } from "./compiler";
import { everything, marked, mended, shown } from "./marked";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

/** A broken text with its syntax errors, what is said besides Lua's own words, and the text after the fix. */
type Row = readonly [snippet: string, says: string, fixed?: string];

/** What is marked is where Lua stops and said in its words; what mends it leaves a program that Lua takes. */
function broken(rows: readonly Row[]): void {
  it.each(rows.map(([snippet, says, fixed]) => ({ snippet, says, fixed })))(
    "$snippet",
    ({ snippet, says, fixed }) => {
      const { source, expected } = marked(snippet);
      const marks = everything(snippet).filter(({ code }) => code === "syntax");
      expect(shown(source, marks)).toEqual(shown(source, expected));
      const [first] = marks;
      const [, line, words] = /^s:(\d+): (.*)$/s.exec(compile(source) ?? "") ?? [];
      expect(first?.message.startsWith(words ?? "?"), `${first?.message}\n${words}`).toBe(true);
      // Of a label Lua says where it stopped looking; the mark stands on the name.
      if (!words?.startsWith("no visible label"))
        expect(source.slice(0, first?.start).split("\n").length).toBe(Number(line));
      expect(marks.map(({ message }) => message).join("\n")).toContain(says);
      const fix = first?.fixes[0];
      expect(fix === undefined ? undefined : mended(source, fix)).toBe(fixed);
      if (fixed !== undefined) {
        expect(parse(fixed).errors).toEqual([]);
        expect(compile(fixed)).toBeNull();
      }
    },
  );
}

describe("misspelled keywords", () => {
  broken([
    [
      "functio «syntax:greet»(name)\n  print(name)\nend",
      "Did you mean `function`?",
      "function greet(name)\n  print(name)\nend",
    ],
    ["loca «syntax:x» = 1\nprint(x)", "Did you mean `local`?", "local x = 1\nprint(x)"],
    ["local x = 1\nretrun «syntax:x»", "Did you mean `return`?", "local x = 1\nreturn x"],
    ["whlie «syntax:true» do\n  break\nend", "Did you mean `while`?", "while true do\n  break\nend"],
    ["fro «syntax:i» = 1, 3 do\n  print(i)\nend", "Did you mean `for`?", "for i = 1, 3 do\n  print(i)\nend"],
    ["fi «syntax:not» x then\n  print(1)\nend", "Did you mean `if`?", "if not x then\n  print(1)\nend"],
    [
      "if x then\n  print(1)\nelif «syntax:y» then\n  print(2)\nend",
      "Did you mean `elseif`?",
      "if x then\n  print(1)\nelseif y then\n  print(2)\nend",
    ],
    [
      "if x then\n  print(1)\nesleif «syntax:y» then\n  print(2)\nelse\n  print(3)\nend",
      "Did you mean `elseif`?",
      "if x then\n  print(1)\nelseif y then\n  print(2)\nelse\n  print(3)\nend",
    ],
    ["const «syntax:limit» = 10\nprint(limit)", "Did you mean `local`?", "local limit = 10\nprint(limit)"],
    ["let «syntax:a», b = 1, 2\nprint(a, b)", "Did you mean `local`?", "local a, b = 1, 2\nprint(a, b)"],
    [
      "def «syntax:add»(a, b)\n  return a + b\nend",
      "Did you mean `function`?",
      "function add(a, b)\n  return a + b\nend",
    ],
    [
      "foreach «syntax:_», v in pairs({}) do\n  print(v)\nend",
      "Did you mean `for`?",
      "for _, v in pairs({}) do\n  print(v)\nend",
    ],
    ["local value = 1\nvalue «syntax:other»()", ""],
  ]);
});

describe("operators of other languages", () => {
  broken([
    [
      "if a «syntax:!»= b then\n  print(1)\nend",
      "Use `~=` for “not equal”.",
      "if a ~= b then\n  print(1)\nend",
    ],
    ["local x = a «syntax:!»== b", "Use `~=` for “not equal”.", "local x = a ~= b"],
    ["while a &«syntax:&» b do\n  print(1)\nend", "`and`", "while a and b do\n  print(1)\nend"],
    ["local x = a |«syntax:|» 5", "`or`", "local x = a or 5"],
    ["if «syntax:!»done then\n  print(1)\nend", "`not`", "if not done then\n  print(1)\nend"],
    ["if a ==«syntax:=» b then\n  print(1)\nend", "Use `==` for “equal”.", "if a == b then\n  print(1)\nend"],
    ["if a «syntax:=» b then\n  print(1)\nend", "Use `==` to compare", "if a == b then\n  print(1)\nend"],
    ["while n «syntax:=» 1 do\n  print(1)\nend", "Use `==` to compare", "while n == 1 do\n  print(1)\nend"],
    ["local n = 0\nn «syntax:+»= 1", "no `+=`", "local n = 0\nn = n + 1"],
    ["local s = ''\ns «syntax:..»= 'x'", "no `..=`", "local s = ''\ns = s .. 'x'"],
    ["local t = { n = 1 }\nt.n «syntax:*»= 2", "no `*=`", "local t = { n = 1 }\nt.n = t.n * 2"],
    ["local n = 0\nn«syntax:+»+", "no `++`", "local n = 0\nn = n + 1"],
    ["«syntax://» sends the order\nprint(1)", "Comments start with `--`", "-- sends the order\nprint(1)"],
    ["«syntax:#» sends the order\nprint(1)", "Comments start with `--`", "-- sends the order\nprint(1)"],
    ["local x = a «syntax:?» 1 or 2", "`condition and one or other`"],
    ["local list = «syntax:[»1, 2, 3]\nprint(list)", "`{ 1, 2 }`", "local list = {1, 2, 3}\nprint(list)"],
    ['local t = { "name"«syntax::» "Maya" }', "`name = value`", 'local t = { ["name"] = "Maya" }'],
    ['local t = { name: «syntax:"Maya"» }', "`name = value`", 'local t = { name = "Maya" }'],
    ["if n == 1 «syntax:{»\n  print(1)\nend", "`then … end`", "if n == 1 then\n  print(1)\nend"],
    [
      "function f() «syntax:{»\n  print(1)\n«syntax:}»\nprint(2)«syntax:»",
      "Blocks don't use `{`",
      "function f() \n  print(1)\nend\nprint(2)",
    ],
    ["f(to «syntax:=» 'x', body = 'y')", "`f({ name = value })`", "f({ to = 'x', body = 'y' })"],
    [
      "local x = 1 // the count\n«syntax:print»(x)",
      "Comments start with `--`",
      "local x = 1 -- the count\nprint(x)",
    ],
    ["print(1) «syntax://» done", "Comments start with `--`", "print(1) -- done"],
    [
      "local x = 1 «syntax:#» one\n«syntax:print»(x)",
      "Comments start with `--`",
      "local x = 1 -- one\nprint(x)",
    ],
    [
      "«syntax:/»* one\n«syntax:two» */\nprint(1)",
      "Multi-line comments start with `--[[` and end with `]]`",
      "--[[ one\ntwo ]]\nprint(1)",
    ],
    [
      "print(«syntax:`»Hello \u0024{name}!`)",
      "Lua has no string interpolation",
      'print("Hello " .. name .. "!")',
    ],
    [
      "local f = (x) «syntax:=»> x + 1",
      "`function(x) return … end`",
      "local f = function(x) return x + 1 end",
    ],
    ["local n = t.a «syntax:?»? 'none'", "`or`", "local n = t.a or 'none'"],
    ["print(r«syntax:?».messages?.id)", "no `?.`", "print((r and r.messages and r.messages.id))"],
    ["local s = n > 1 «syntax:?» 'many' : 'one'", "one or other", "local s = n > 1 and 'many' or 'one'"],
    [
      "for «syntax:(»let i = 0; i < n; i++) {\n  print(i)\n«syntax:}»",
      "for i = 1, n do",
      "for i = 0, n - 1 do\n  print(i)\nend",
    ],
    [
      "for «syntax:(»const x of xs) {\n  print(x)\n«syntax:}»",
      "ipairs(list)",
      "for _, x in ipairs(xs) do\n  print(x)\nend",
    ],
    ["print(«syntax:$»name)", "no `$`", "print(name)"],
    ["local n = 2 *«syntax:*» 3", "`^`", "local n = 2 ^ 3"],
    [
      "local t = {}\nlocal i = 1\nt[i] «syntax:+»= 1",
      "no `+=`",
      "local t = {}\nlocal i = 1\nt[i] = t[i] + 1",
    ],
    ["while true do\n  if x then continue «syntax:end»\nend", "write `goto continue`"],
    ["local x«syntax::» string = 'a'", "Lua has no type annotations", "local x = 'a'"],
  ]);
});

describe("missing parts", () => {
  broken([
    ["if ready\n  «syntax:print»(1)\nend", "'then' expected", "if ready then\n  print(1)\nend"],
    ["while ready\n  «syntax:print»(1)\nend", "'do' expected", "while ready do\n  print(1)\nend"],
    ["for i = 1, 3\n  «syntax:print»(i)\nend", "'do' expected", "for i = 1, 3 do\n  print(i)\nend"],
    [
      "for _, v in ipairs({}) «syntax:print»(v) end",
      "'do' expected",
      "for _, v in ipairs({}) do print(v) end",
    ],
    [
      "if ready then\n  print(1)\n«syntax:»",
      "The `if` of line 1 has no `end`.",
      "if ready then\n  print(1)\nend",
    ],
    [
      "local function f(x)\n  if x then\n    print(1)\nend\nf(1)\n«syntax:»",
      "The `if` of line 2 has no `end`.",
      "local function f(x)\n  if x then\n    print(1)\n  end\nend\nf(1)\n",
    ],
    [
      "for i = 1, 3 do\n  print(i)\n\nlocal x = 1\nprint(x)«syntax:»",
      "The `do` of line 1 has no `end`.",
      "for i = 1, 3 do\n  print(i)\n\nend\nlocal x = 1\nprint(x)",
    ],
    [
      "local f = function()\n  while true do\n    break\nend\nprint(f)«syntax:»",
      "The `do` of line 2 has no `end`.",
      "local f = function()\n  while true do\n    break\n  end\nend\nprint(f)",
    ],
    [
      "if a then\n  print(1)\nelse if b then\n  print(2)\nend\n«syntax:»",
      "`else if` of line 3 starts a second `if`",
      "if a then\n  print(1)\nelseif b then\n  print(2)\nend\n",
    ],
    ["repeat\n  print(1)\n«syntax:end»", "`repeat` ends with `until` and a condition"],
    ["local t = { a = 1 «syntax:b» = 2 }", "A comma is missing.", "local t = { a = 1, b = 2 }"],
    [
      'local t = {\n  "Maya"\n  «syntax:"Tom"»,\n}',
      "A comma is missing.",
      'local t = {\n  "Maya",\n  "Tom",\n}',
    ],
    [
      "local t = { { a = 1 } «syntax:{» a = 2 }, { a = 3 } }",
      "A comma is missing.",
      "local t = { { a = 1 }, { a = 2 }, { a = 3 } }",
    ],
    ['print("total" «syntax:12»)', "A comma is missing.", 'print("total", 12)'],
    [
      "local function f(a «syntax:b»)\n  return a, b\nend",
      "A comma is missing.",
      "local function f(a, b)\n  return a, b\nend",
    ],
    ["print(«syntax:»", "unexpected symbol near <eof>. A value is missing after `(`."],
    ["print((1 + 2)«syntax:»", "", "print((1 + 2))"],
    ["local t = { 1, 2\n«syntax:print»(t)", "'}' expected", "local t = { 1, 2 }\nprint(t)"],
    ["local x = t[1\n«syntax:print»(x)", "']' expected", "local x = t[1]\nprint(x)"],
    ['print(«syntax:"hello)»', "The string isn't closed with \" on its line", 'print("hello")'],
    [
      "local s = «syntax:'open»\nprint(s)",
      "The string isn't closed with ' on its line",
      "local s = 'open'\nprint(s)",
    ],
    ["local s = 'it's«syntax:'»", "The apostrophe ends the string", 'local s = "it\'s"'],
    ["local x = «syntax:»", "A value is missing after `=`."],
    ["local x = 1 +\n«syntax:local» y = 2", "A value is missing after `+`."],
    ["local t = {}\nt.\n«syntax:local» y = 2", "A name is missing after `.`."],
    ["local t = {}\nt.name\n«syntax:local» y = 2", "`name` alone does nothing"],
  ]);
});

describe("surplus or misplaced parts", () => {
  broken([
    ["print(1)\n«syntax:end»", "No open block for this `end`.", "print(1)\n"],
    ["if x then print(1) end «syntax:end»", "No open block for this `end`", "if x then print(1) end"],
    ["print(1)\n«syntax:else»\nprint(2)", "No open block for `else` belongs to"],
    ["print(1)«syntax:)»", ""],
    ["return 1\n«syntax:print»(2)", "`return` must be last in its block."],
    ["local «syntax:end» = 1", "<name> expected near 'end'"],
    ["local t = {}\nprint(t.«syntax:end»)", "<name> expected near 'end'"],
    ["local x <«syntax:cons»> = 1", "Use `<const>` or `<close>`", "local x <const> = 1"],
    ["local «syntax:2nd» = 1", "Names can't start with a digit."],
    ["goto «syntax:don»\n::done::", "Did you mean `done`?", "goto done\n::done::"],
    ["goto «syntax:nowhere»", "Put `::nowhere::`"],
    ["local t = { 1, «syntax:,» 2 }", "A value is missing after `,`."],
  ]);
});
