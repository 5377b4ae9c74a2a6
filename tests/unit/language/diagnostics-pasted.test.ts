import { beforeAll, describe, expect, it } from "vitest";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { realCompiler } from "./compiler";
import { everything, found, marked, mended, shopContext, shown } from "./marked";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

type Row = readonly [snippet: string, says: string, fixed?: string];

/** What is marked is exactly the foreign part; the last fix of the first mark makes a script that Lua takes. */
function pasted(rows: readonly Row[]): void {
  it.each(rows.map(([snippet, says, fixed]) => ({ snippet, says, fixed })))(
    "$snippet",
    ({ snippet, says, fixed }) => {
      const { source, expected } = marked(snippet);
      const marks = everything(snippet).filter(({ severity }) => severity !== "hint");
      expect(shown(source, marks)).toEqual(shown(source, expected));
      const [first] = marks;
      const [, words] = /^s:\d+: (.*)$/s.exec(compile(source) ?? "") ?? [];
      expect(first?.message.startsWith(words ?? "?"), `${first?.message}\n${words}`).toBe(true);
      expect(marks.map(({ message }) => message).join("\n")).toContain(says);
      if (fixed === undefined) return expect(first?.fixes).toEqual([]);
      expect(mended(source, first?.fixes.at(-1))).toBe(fixed);
      return expect(compile(fixed)).toBeNull();
    },
  );
}

describe("spaces and invisible characters", () => {
  pasted([
    [
      "local«syntax:\u00a0»x = 1\nprint(x)",
      "U+00A0 NO-BREAK SPACE. It only looks like a space.",
      "local x = 1\nprint(x)",
    ],
    [
      "local x = 1«syntax:\u200b»\nprint(x)",
      "U+200B ZERO WIDTH SPACE. It's invisible",
      "local x = 1\nprint(x)",
    ],
    ["pri«syntax:\u200d»nt(1)", "U+200D ZERO WIDTH JOINER", "print(1)"],
    ["local«syntax:\u200b»x = 1\nprint(x)", "put a space in its place", "local x = 1\nprint(x)"],
    ["print(1)«syntax:\u2028»print(2)", "U+2028 LINE SEPARATOR", "print(1)\nprint(2)"],
    ["print(1)«syntax:\u0085»print(2)", "U+0085 NEXT LINE", "print(1)\nprint(2)"],
    ["print(«syntax:\ufeff»1)", "U+FEFF ZERO WIDTH NO-BREAK SPACE", "print(1)"],
    ["print(«syntax:\u202e»1)", "U+202E RIGHT-TO-LEFT OVERRIDE", "print(1)"],
    ["print(1)«syntax:\u3000»-- 全角", "U+3000 IDEOGRAPHIC SPACE", "print(1) -- 全角"],
    ["print(«syntax:\u3164»1)", "U+3164 HANGUL FILLER", "print(1)"],
    ["print(1)«syntax:\u{e0041}»", "U+E0041, an invisible character", "print(1)"],
    [
      "local«syntax:\u00a0»x =«syntax:\u2003\u2009»1\nprint(x)",
      "U+2003 EM SPACE (and 1 more)",
      "local x = 1\nprint(x)",
    ],
  ]);
});

describe("quotes", () => {
  pasted([
    ["print(«syntax:“»hello«syntax:”»)", "This is U+201C LEFT DOUBLE QUOTATION MARK", 'print("hello")'],
    ["print(«syntax:‘»it’s«syntax:’»)", "U+2018 LEFT SINGLE QUOTATION MARK", "print('it’s')"],
    ["print(«syntax:„»hallo«syntax:“»)", "U+201E DOUBLE LOW-9 QUOTATION MARK", 'print("hallo")'],
    ["print(«syntax:＂»hi«syntax:＂»)", "U+FF02 FULLWIDTH QUOTATION MARK", 'print("hi")'],
    ['print(«syntax:“»say "hi"«syntax:”»)', "straight quotes", "print('say \"hi\"')"],
    ['print("hello«syntax:”»)', "U+201D RIGHT DOUBLE QUOTATION MARK", 'print("hello")'],
    ['print("a«syntax:”», "b")', "U+201D", 'print("a", "b")'],
  ]);
});

describe("dashes, signs and full-width forms", () => {
  pasted([
    ["print(5 «syntax:−» 3)", "U+2212 MINUS SIGN", "print(5 - 3)"],
    ["print(5 «syntax:–» 3)", "U+2013 EN DASH", "print(5 - 3)"],
    [
      "«syntax:—» sends the order’s number\nprint(1)",
      "U+2014 EM DASH",
      "-- sends the order’s number\nprint(1)",
    ],
    [
      "print(1) «syntax:––» two words",
      "Lua uses `-` for minus and `--` for comments",
      "print(1) -- two words",
    ],
    ["print(1) «syntax:—» one call", "U+2014 EM DASH", "print(1) -- one call"],
    ["print«syntax:（»1«syntax:）»", "U+FF08 FULLWIDTH LEFT PARENTHESIS. Lua writes `(`.", "print(1)"],
    ["print(1«syntax:，» 2)", "U+FF0C FULLWIDTH COMMA", "print(1, 2)"],
    [
      "if 1 «syntax:≠» 2 then print('x') end",
      "U+2260 NOT EQUAL TO. Lua writes `~=`.",
      "if 1 ~= 2 then print('x') end",
    ],
    ["print(2 «syntax:×» 3)", "U+00D7 MULTIPLICATION SIGN", "print(2 * 3)"],
    ["print(«syntax:１２»)", "U+FF11 FULLWIDTH DIGIT ONE (and 1 more)", "print(12)"],
    ["print(«syntax:٣»)", "U+0663", "print(3)"],
    ["print(«syntax:😀»1)", "a picture"],
  ]);
});

describe("letters of other alphabets", () => {
  pasted([
    ["«syntax:р»rint(1)", "U+0440 CYRILLIC SMALL LETTER ER. It only looks like an ASCII letter.", "print(1)"],
    ["local «syntax:с» = 1\nprint(«syntax:с»)", "U+0441 CYRILLIC SMALL LETTER ES", "local c = 1\nprint(c)"],
    ["print(«syntax:ο»s.time())", "U+03BF GREEK SMALL LETTER OMICRON", "print(os.time())"],
    ["«syntax:ｐｒｉｎｔ»(1)", "U+FF50 FULLWIDTH LATIN SMALL LETTER P (and 4 more)", "print(1)"],
    ["«syntax:𝐩𝐫𝐢𝐧𝐭»(1)", "U+1D429", "print(1)"],
    [
      "local caf«syntax:é» = 1\nprint(caf«syntax:é»)",
      "U+00E9 LATIN SMALL LETTER E WITH ACUTE. Names use the letters a to z, digits and `_`. Write `e`.",
      "local cafe = 1\nprint(cafe)",
    ],
    ["local «syntax:имя» = 1", "This is U+0438 CYRILLIC SMALL LETTER I (and 2 more)"],
    [
      "app.integrations.whatsapp.s«syntax:е»nd_message({ to = '15551234567', body = 'Hi' })",
      "CYRILLIC",
      "app.integrations.whatsapp.send_message({ to = '15551234567', body = 'Hi' })",
    ],
  ]);
});

describe("Markdown", () => {
  pasted([
    ['«syntax:```lua\n»print("hello")\n```', "This is Markdown, not Lua", 'print("hello")\n'],
    [
      "«syntax:Here’s the script — it's short:\n\n```lua\n»local x = 1\nprint(x)\n```\nRun it, and don't worry.\n",
      "Markdown",
      "local x = 1\nprint(x)\n",
    ],
    ["«syntax:~~~\n»print(1)\n~~~\n", "Markdown", "print(1)\n"],
    ["print(1)\n«syntax:```\n»", "Markdown", "print(1)\n"],
    ["«syntax:```bash\nnpm i\n```\n\n```lua\n»print(1)\n```", "Markdown", "print(1)\n"],
    ["«syntax:```lua\n»print(«syntax:“»a«syntax:”»)\n```", "Markdown", 'print("a")\n'],
  ]);
});

it("checks the rest of a pasted script as if foreign characters were replaced", () => {
  const snippet = "«syntax:```lua\n»«undefined-global:prnt»(«syntax:“»a«syntax:”»)\nlocal x = «syntax:»";
  const { source, expected } = marked(snippet);
  expect(shown(source, found(snippet))).toEqual(shown(source, expected));
});

it.each([
  "print('it’s “so” — \u2264 ≠ é имя 😀')",
  "-- “a” — имя\u00a0\nprint(1) --[[ ``` ]]",
  "local s = [[\n```lua\nprint(1)\n```\n]]\nreturn s",
  "\ufeffprint(1)",
])("says nothing of strings, comments and a byte order mark in front: %j", (source) => {
  expect(diagnostics(source, shopContext).filter(({ code }) => code === "syntax")).toEqual([]);
});

describe("hints about characters hidden in a string", () => {
  it.each([
    ["local to = '«invisible-character:\u202a»15551234567«invisible-character:\u202c»'\nprint(to)", true],
    ["print('a«invisible-character:\u00a0»b')", true],
    ["print('a«invisible-character:\u200b»b')", true],
    ["print(1) -- «invisible-character:\u202e»evil", true],
    ["print('👩‍🚀 ❤️ 1️⃣')", false],
    ["print('می‌خواهم')", false],
    ["print(1) -- a\u00a0b", false],
  ])("%j", (snippet, hinted) => {
    const { source, expected } = marked(snippet);
    const marks = diagnostics(source, shopContext).filter(({ code }) => code === "invisible-character");
    expect(shown(source, marks)).toEqual(shown(source, expected));
    expect(marks.length > 0).toBe(hinted);
  });
});
