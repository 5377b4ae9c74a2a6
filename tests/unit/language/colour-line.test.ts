import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourLine, FIRST_STATE } from "../../../src/language/colour-line";
import { carriedNames, colouredNames, paintText } from "../../../src/language/painted-line";

/** The coloured pieces of a text: `string «"a"»`. */
const pieces = (text: string) =>
  paintText(text, new Map(), 1_000)
    .flat()
    .filter(([, colour]) => colour !== "")
    .map(([piece, colour]) => `${colour} «${piece.trim()}»`);

describe("the colours of Lua, line by line", () => {
  it("distinguish keywords, values, numbers, strings, library names and comments", () => {
    expect(pieces('local n = tonumber("1\\n") or nil -- 0x1F')).toEqual([
      "keyword «local»",
      "operator «=»",
      "predefined «tonumber»",
      "bracket1 «(»",
      'string «"1»',
      "string.escape «\\n»",
      'string «"»',
      "bracket1 «)»",
      "keyword «or»",
      "constant «nil»",
      "comment «-- 0x1F»",
    ]);
  });

  it("follow long strings, comments and continued strings to later lines", () => {
    expect(pieces("x = [==[ a\n]] b ]==] + 1")).toContain("string «]] b ]==]»");
    expect(pieces("--[[ a\nlocal b ]] return")).toEqual([
      "comment «--[[ a»",
      "comment «local b ]]»",
      "keyword «return»",
    ]);
    expect(pieces('x = "a\\\nb" .. 1')).toContain('string «b"»');
    expect(pieces('x = "a\nlocal b')).toEqual(
      expect.arrayContaining(["string.invalid «a»", "keyword «local»"]),
    );
  });

  it("give the brackets of a pair one colour, across lines, and mark a surplus one", () => {
    expect(pieces("f{ { (1) }\n})").filter((piece) => /bracket|unexpected/.test(piece))).toEqual([
      "bracket1 «{»",
      "bracket2 «{»",
      "bracket3 «(»",
      "bracket3 «)»",
      "bracket2 «}»",
      "bracket1 «}»",
      "unexpected «)»",
    ]);
  });

  it("prefer the analyser's colours for names", () => {
    const names = colouredNames(new Uint32Array([1, 6, 2, 0, 0, 0, 3, 4, 2, 0]));
    expect(paintText("\nlocal wa.send", names, 9)[1]).toEqual([
      ["local ", "keyword"],
      ["wa", "namespace"],
      [".", "operator"],
      ["send", "function"],
    ]);
  });

  it("keep every character of any text, and never fail", () => {
    const text = fc.string({ unit: fc.constantFrom(..."-[]=\"'\\z(){}.:<ab1 \té".split("")), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(text), (lines) => {
        const painted = paintText(lines.join("\n"), new Map(), 1_000);
        expect(painted.map((line) => line.map(([piece]) => piece).join(""))).toEqual(
          lines.length === 0 ? [""] : lines,
        );
        let state = FIRST_STATE;
        for (const line of lines) state = colourLine(line, state).state;
      }),
    );
  });
});

it("keep the colours of names on lines that an edit left alone", () => {
  const names = new Map(
    [0, 2, 3].map((line) => [line, [{ start: line, end: 9, colour: "account" as const }]]),
  );
  const before = "a\nb\nc\nd";
  expect([...carriedNames(names, before, "a\nB\nnew\nc\nd")].map(([line]) => line)).toEqual([0, 3, 4]);
  expect([...carriedNames(names, before, "a\nb\nd")].map(([line]) => line)).toEqual([0, 2]);
  expect(carriedNames(names, before, before)).toBe(names);
});
