import { describe, expect, it } from "vitest";
import { problemWithPattern } from "../../../src/language/diagnostics/lua-patterns";
import { everything } from "./marked";
import { table } from "./marked-table";

describe("code that is unlikely to do what was intended", () => {
  table([
    ['print(«number-and-text:1 == "1"»)', "never equal"],
    ['local s = "abc"\nprint(s«text-index:[1]»)', "`s:sub(1, 1)`"],
    ['print(("abc")«text-index:[2]»)', "nil"],
    ["«library-replaced:print» = nil", "`print` is built into Lua", "local print = nil"],
    [
      '«library-replaced:type» = "body"\nprint(type)',
      "`type` is built into Lua",
      'local type = "body"\nprint(type)',
    ],
    [
      "local function f(a) return a end\nprint(f(1, «unused-argument:2, 3»))",
      "takes 1 argument: these are ignored.",
    ],
    [
      "local function f() return 1 end\nprint(f(«unused-argument:{}»))",
      "takes no arguments: this one is ignored.",
    ],
    ["local g = print\n«call-on-next-line:(»function() end)()\nreturn g", "line above"],
  ]);

  it("placeholders in a text message are sent unchanged", () => {
    const send = (body: string) =>
      `app.integrations.whatsapp.send_message({ to = "15551234567", body = ${body} })`;
    const codes = (source: string) => everything(source).map(({ code }) => code);
    expect(codes(send('"Hi {{1}}"'))).toContain("placeholder-in-text");
    expect(codes(send('"Hi {{ name }}"'))).toContain("placeholder-in-text");
    for (const body of ['"Hi {1}"', '("Hi {{1}}"):gsub("{{1}}", "Maya")', '"{{}}"', '"{ { 1 } }"'])
      expect(codes(send(body))).not.toContain("placeholder-in-text");
  });

  it("a counting loop that always ends in its first round is marked", () => {
    expect(everything("for i = 1, 3 do print(i) break end«one-round:»").map(({ code }) => code)).toContain(
      "one-round",
    );
    expect(everything("for i = 1, 3 do if i > 1 then break end end").map(({ code }) => code)).not.toContain(
      "one-round",
    );
  });

  it.each([
    "local s = ('1') print(s == '1', tonumber('1') == 1, 1 == 1.0, #s == 1)",
    "local t = { 'a' } print(t[1], t[#t])",
    "local function first(x) return x[1] end\nprint(first({ 1 }), first('a'))",
    "local old = print\nprint = function(...) old('>', ...) end\nprint(1)",
    "local print = nil\nlocal type = 'body'\nreturn print, type",
    "local t = {}\nt.print = nil\nt.type = 'body'\nreturn t",
    "local function f(...) return ... end\nprint(f(1, 2))",
    "local function f(a) return a end\nprint(f(table.unpack({ 1, 2 })))",
    "local f = function(a) return a end\nif os.time() > 0 then f = function(a, b) return b end end\nprint(f(1, 2))",
    "print((\n  'a'\n))\nprint(\n  'b'\n)",
    "local f = print;\n(function() f(1) end)()",
  ])("says nothing of %s", (source) => {
    const codes = [
      "number-and-text",
      "text-index",
      "library-replaced",
      "call-on-next-line",
      "unused-argument",
    ];
    expect(everything(source).filter(({ code }) => codes.includes(code))).toEqual([]);
  });
});

describe("patterns that Lua cannot read", () => {
  table([
    ['print(("a"):find(«malformed-pattern:"[a"»))', "`]` is missing"],
    ['print(string.match("a", «malformed-pattern:"(a"»))', "`)` is missing"],
    ['print(("a"):gsub(«malformed-pattern:"100%"», ""))', "ends with `%`"],
    ['print(("a"):gsub(«malformed-pattern:"a)"», ""))', "no matching"],
    ['print(("a"):match(«malformed-pattern:"%f"»))', "`%f`"],
    ['print(("a"):match(«malformed-pattern:"%bx"»))', "`%b`"],
    ['print(("a"):match(«malformed-pattern:"%1a"»))', "no capture"],
    ['print(("a"):find("[a", 1, true), ("a"):find("(", 1, true))'],
    ['print(pcall(function() return ("a"):find("[a") end), pcall(string.find, "a", "("))'],
    [
      'print(("a"):match("[]]"), ("a"):match("[^]]"), ("a"):match("()a()"), ("a"):match("[%]]"), ("a"):match("%("))',
    ],
    [
      'print(("a"):match("(a)%1"), ("a"):match("%f[%w]a"), ("a"):match("%b()"), ("a"):match("[a-]"), ("a"):gsub("$", "("))',
    ],
  ]);

  it("are those for which Lua itself raises an error", () => {
    const { wrong, right } = {
      wrong: ["[", "[^", "[]", "[%]", "%", "a%", "(", "(()", ")", "%b", "%b(", "%fa", "%1", "(%1)", "()%2"],
      right: [
        "",
        "^",
        "$",
        "^$",
        "[]]",
        "[^]]",
        "[%]]",
        "()",
        "(())",
        "%b()",
        "%f[a]",
        "(a)%1",
        "a-",
        "-",
        "*",
        "+?",
        "]",
        "%%",
        "[[]",
        "[a-z%d]",
      ],
    };
    for (const one of wrong) expect(problemWithPattern(one), one).not.toBeNull();
    for (const one of right) expect(problemWithPattern(one), one).toBeNull();
  });
});
