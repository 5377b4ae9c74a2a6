import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { lex } from "../../../src/language/lexer";
import { sample } from "../../support/sample";
import { realCompiler } from "./compiler";
import { luaCorpus } from "./corpus";
import { shopContext } from "./marked";

/** Big files say no more, and take longer. */
const LONGEST = 2_500;

let programs: readonly (readonly string[])[] = [];
let compile: (source: string) => string | null;
beforeAll(async () => {
  const [files, compiler] = await Promise.all([luaCorpus(), realCompiler()]);
  compile = compiler;
  programs = files
    .filter(({ text }) => text.length > 100 && text.length < LONGEST && compiler(text) === null)
    .map(({ text }) => lex(text).map((token) => token.text));
});

const WORDS = [
  ...[
    "and",
    "break",
    "do",
    "else",
    "elseif",
    "end",
    "false",
    "for",
    "function",
    "goto",
    "if",
    "in",
    "local",
    "nil",
  ],
  ...[
    "not",
    "or",
    "repeat",
    "return",
    "then",
    "true",
    "until",
    "while",
    "x",
    "1",
    "'s'",
    "...",
    "..",
    "=",
    "==",
  ],
  ...[
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "]]",
    "--[[",
    '"',
    "'",
    ",",
    ";",
    ":",
    "::",
    ".",
    "<const>",
    "<close>",
  ],
  ...["~=", "~", "//", "<<", "-", "#", "0x", "1e", "\\", "é", "\n", " ", "::l::", "goto l", "@"],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom("drop", "insert", "replace", "swap", "repeat", "cut"),
  word: fc.constantFrom(...WORDS),
});

it("marks a syntax error in mutated programs if and only if Lua refuses them", () => {
  expect(programs.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 3 }), (seed, edits) => {
      const parts = [...(programs[seed % programs.length] ?? [])];
      for (const { at, kind, word } of edits) {
        const index = Math.floor(at * parts.length);
        if (kind === "drop") parts.splice(index, 1);
        else if (kind === "insert") parts.splice(index, 0, word);
        else if (kind === "replace") parts.splice(index, 1, word);
        else if (kind === "swap") parts.splice(index, 2, parts[index + 1] ?? "", " ", parts[index] ?? "");
        else if (kind === "repeat") parts.splice(index, 0, parts[index] ?? "", " ");
        else parts.length = index;
      }
      const source = parts.join("");
      const real = compile(source);
      const marked = diagnostics(source, shopContext).find(({ code }) => code === "syntax");
      expect(marked === undefined ? "accepted" : "refused", `${real}\n${marked?.message}\n${source}`).toBe(
        real === null ? "accepted" : "refused",
      );
    }),
    { numRuns: sample(500, 20_000) },
  );
});
