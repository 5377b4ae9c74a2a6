/** What people write in the playground, edited at random: the help must stand it, and what it offers must be right. */

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { examples } from "../../../src/examples";
import { complete } from "../../../src/language/completion/complete";
import type { Diagnostic, Fix } from "../../../src/language/diagnostics/diagnostic";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { folds } from "../../../src/language/folds";
import { hover } from "../../../src/language/hover";
import { lex } from "../../../src/language/lexer";
import { parse } from "../../../src/language/parse/parser";
import { semanticTokens } from "../../../src/language/semantic-tokens";
import { signature } from "../../../src/language/signature";
import { outline, symbolAt } from "../../../src/language/symbols";
import { topicAt } from "../../../src/language/topic-at";
import { builtInCourse } from "../../../src/lessons/built-in";
import { sample, spread } from "../../support/sample";
import { realCompiler } from "./compiler";
import { mended, shopContext } from "./marked";

const SCRIPTS: readonly string[] = [
  ...examples.map(({ source }) => source),
  ...builtInCourse().lessons.flatMap(({ starter, solution }) => [starter, solution]),
];

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

/** What hands do: a token gone, doubled, in the wrong place or another one, a character lost, the rest not there yet. */
const WORDS = [
  ...[
    "end",
    "then",
    "do",
    "local",
    "function",
    "if",
    "else",
    "return",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    ".",
  ],
  ...[
    "=",
    "==",
    "..",
    "'",
    '"',
    "[[",
    "--",
    ":",
    "x",
    "wa",
    "1",
    "\n",
    "nil",
    "!=",
    "&&",
    "//",
    "+",
    "until",
  ],
];
const edit = fc.record({
  kind: fc.constantFrom("drop", "insert", "replace", "swap", "double", "cut", "bite", "lines"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  word: fc.constantFrom(...WORDS),
});

const edited = fc
  .tuple(fc.constantFrom(...SCRIPTS), fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([script, edits]) =>
    edits.reduce((source, { kind, at, word }) => {
      const parts = lex(source).map(({ text }) => text);
      const index = Math.floor(at * parts.length);
      if (kind === "cut") return parts.slice(0, index).join("");
      if (kind === "bite") {
        const offset = Math.floor(at * source.length);
        return source.slice(0, offset) + source.slice(offset + 1);
      }
      if (kind === "lines") {
        const lines = source.split("\n");
        lines.splice(Math.floor(at * lines.length), 1);
        return lines.join("\n");
      }
      if (kind === "drop") parts.splice(index, 1);
      else if (kind === "insert") parts.splice(index, 0, ` ${word} `);
      else if (kind === "replace") parts.splice(index, 1, word);
      else if (kind === "swap") parts.splice(index, 2, parts[index + 1] ?? "", parts[index] ?? "");
      else parts.splice(index, 0, parts[index] ?? "");
      return parts.join("");
    }, script),
  );

it("answers every request at every fifth position of edited scripts", () => {
  fc.assert(
    fc.property(edited, fc.nat(4), (source, first) => {
      const { catalog } = shopContext;
      folds(source);
      outline(source);
      semanticTokens(source, shopContext);
      for (let offset = first; offset <= source.length; offset += 5) {
        for (const { range } of complete(source, offset, shopContext).slice(0, 3))
          expect(range.start <= offset && offset <= range.end && range.end <= source.length).toBe(true);
        hover(source, offset, shopContext);
        const found = signature(source, offset, shopContext);
        if (found !== null && found.active !== null) expect(found.parameters[found.active]).toBeDefined();
        symbolAt(source, offset, catalog);
        topicAt(source, offset, catalog);
      }
    }),
    { numRuns: sample(8, 400) },
  );
});

/** Where a place of the text stands after a fix; null when the fix replaces it. */
function moved(offset: number, { edits }: Fix): number | null {
  let by = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (end <= offset) by += text.length - (end - start);
    else if (start <= offset) return null;
  }
  return offset + by;
}

function stays(mark: Diagnostic, fix: Fix, after: readonly Diagnostic[]): boolean {
  const at = moved(mark.start, fix);
  return after.some(
    ({ code, start, message }) => code === mark.code && start === at && message === mark.message,
  );
}

describe("quick fixes in edited scripts", () => {
  it("remove their mark and add no syntax error", () => {
    fc.assert(
      fc.property(edited, (source) => {
        const before = parse(source).errors.length;
        for (const mark of diagnostics(source, shopContext))
          for (const fix of mark.fixes) {
            const text = mended(source, fix);
            const said = `${mark.code}: ${mark.message}\n${fix.title}\n--- before\n${source}\n--- after\n${text}`;
            if (compile(source) === null) expect(compile(text), said).toBeNull();
            expect(parse(text).errors.length, said).toBeLessThanOrEqual(before);
            expect(stays(mark, fix, diagnostics(text, shopContext)), said).toBe(false);
          }
      }),
      { numRuns: sample(60, 3_000) },
    );
  });
});

describe("rename", () => {
  /** The structure of a program with its locals numbered: equal for programs that differ in their names alone. */
  function structure(source: string): string {
    const script = parse(source);
    const names = new Map<number, string>();
    for (const [index, binding] of script.bindings.entries())
      for (const { start } of [binding, ...binding.uses]) names.set(start, `local ${index}`);
    return script.tokens
      .filter(({ kind }) => kind !== "space" && kind !== "comment")
      .map(({ start, text }) => names.get(start) ?? text)
      .join(" ");
  }

  it("a local gets a free name and nothing else changes", () => {
    for (const source of spread(SCRIPTS, sample(10, SCRIPTS.length))) {
      const whole = structure(source);
      for (const { start, end, text } of parse(source).bindings) {
        if (start === end) continue;
        const found = symbolAt(source, start, shopContext.catalog);
        expect(found?.name).toBe(text);
        const edits = (found?.uses ?? []).map((use) => ({ ...use, text: "fresh_name" }));
        const renamed = mended(source, { title: "", edits });
        expect(compile(renamed)).toBeNull();
        expect(structure(renamed)).toBe(whole);
        expect(parse(renamed).globals.map((global) => global.text)).toEqual(
          parse(source).globals.map((global) => global.text),
        );
      }
    }
  });
});
