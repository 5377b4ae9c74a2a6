import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isTrivia, lex } from "../../../src/language/lexer";
import { parse } from "../../../src/language/parse/parser";
import { sample } from "../../support/sample";
import { realCompiler } from "./compiler";
import { SAMPLES } from "./samples";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

/** Line of our first mistake and its words, as the compiler would print them. */
function ours(source: string): string | null {
  const [first] = parse(source).errors;
  if (first === undefined) return null;
  const line = source.slice(0, first.start).split("\n").length;
  return `s:${line}: ${first.message}`;
}

describe("syntax errors are worded like the real compiler's", () => {
  it.each([
    "local x = ",
    "local = 1",
    "x",
    "x = = 1",
    "f(",
    "f({ to = 'x' ",
    "f({\n to = 'x'\n body = 'y' })",
    "if x then\nprint(1)\n",
    "if x print(1) end",
    "while true do",
    "repeat x = 1",
    "for i = 1 do end",
    "for i = 1, 2, 3, 4 do end",
    "for i do end",
    "for a, b do end",
    "for 1 = 2, 3 do end",
    "function f( end",
    "function 1() end",
    "local function f() return ... end",
    "a.b:c",
    "a:b.c()",
    "return 1 x()",
    "do return 1 x() end",
    "end",
    "print('abc",
    "print('abc\n')",
    "x = [[ abc",
    "x = 1 --[[ abc",
    "x = 3x",
    "x = 0x",
    "x = 1..2",
    "x = '\\q'",
    "x = '\\x1g'",
    "x = '\\300'",
    "x = '\\u{110000000}'",
    "x = '\\u48'",
    "x = [=abc",
    "x = @",
    "x = \u00e9",
    "x = 1 $",
    "local x <const> = 1; x = 2",
    "local x <foo> = 1",
    "local x <close>, y <close> = nil, nil",
    "break",
    "goto nowhere",
    "::a:: ::a::",
    "goto a; local x; ::a:: print(x)",
    "f() = 1",
    "(a) = 1",
    "a, f() = 1, 2",
    "a + 1",
    "local t = { 1 2 }",
    "x = }",
    "x = function",
    "x = not",
    "x = {[1] 2}",
    "!",
    "x != 1",
    "if x then else elseif y then end",
    "local x <const",
    "x = a b",
  ])("%s", (source) => {
    expect(ours(source)).toBe(compile(source));
  });
});

describe("programs", () => {
  it.each(SAMPLES.map((source, index) => ({ source, index })))("sample $index is accepted", ({ source }) => {
    expect(compile(source)).toBeNull();
    expect(parse(source).errors).toEqual([]);
  });

  it("agrees with the compiler on mutated programs", () => {
    const pieces = SAMPLES.map((source) => lex(source).map((token) => token.text));
    const vocabulary = [...new Set(pieces.flat()), "goto", "...", "=", "(", ")", "end", "{", "}", "[[", '"'];
    const mutation = fc.record({
      sample: fc.nat(SAMPLES.length - 1),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          kind: fc.constantFrom("drop", "insert", "replace", "swap", "cut"),
          text: fc.constantFrom(...vocabulary),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(mutation, ({ sample, edits }) => {
        const parts = [...(pieces[sample] ?? [])];
        for (const { at, kind, text } of edits) {
          const index = Math.floor(at * parts.length);
          if (kind === "drop") parts.splice(index, 1);
          else if (kind === "insert") parts.splice(index, 0, text);
          else if (kind === "replace") parts.splice(index, 1, text);
          else if (kind === "swap") parts.splice(index, 2, parts[index + 1] ?? "", " ", parts[index] ?? "");
          else parts.length = index;
        }
        const source = parts.join("");
        const real = compile(source);
        const mine = ours(source);
        expect(mine === null ? "accepted" : "refused", `${real}\n${mine}\n${source}`).toBe(
          real === null ? "accepted" : "refused",
        );
      }),
      { numRuns: sample(400, 20_000) },
    );
  });
});

describe("the lexer", () => {
  const lines = fc.array(
    fc.constantFrom(
      "--[[",
      "]]",
      "--",
      "\n",
      '"',
      "'",
      "\\",
      "[==[",
      "]==]",
      "0x",
      "1e",
      "..",
      "x",
      "\\u{",
      "\\z",
      " ",
      "é",
      "😀",
      "end",
      "[=",
      "\r",
    ),
  );

  it("reproduces any text token by token", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          lines.map((parts) => parts.join("")),
        ),
        (source) => {
          let at = 0;
          for (const token of lex(source)) {
            expect(token.start).toBe(at);
            expect(token.end).toBeGreaterThan(token.start);
            expect(token.text).toBe(source.slice(token.start, token.end));
            at = token.end;
          }
          expect(at).toBe(source.length);
        },
      ),
    );
  });

  it("reads every prefix of every sample, as does the parser", () => {
    for (const source of SAMPLES)
      for (let end = 0; end <= source.length; end++) {
        const prefix = source.slice(0, end);
        const { tokens } = parse(prefix);
        expect(tokens.map((token) => token.text).join("")).toBe(prefix);
        expect(tokens.filter(isTrivia).every((token) => /^\s|^--/.test(token.text))).toBe(true);
      }
  });
});

it("deep nesting is refused without a crash", () => {
  for (const piece of ["(", "{", "x=function() ", "if x then ", "a.b(", "not ", "::a::"])
    expect(parse(piece.repeat(50_000)).errors.length).toBeGreaterThan(0);
});
