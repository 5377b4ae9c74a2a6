import { beforeAll, describe, expect, it } from "vitest";
import { diagnostics } from "../../../src/language";
import { lex } from "../../../src/language/lexer";
import { realCompiler } from "./compiler";
import { type LuaFile, luaCorpus } from "./corpus";
import { shopContext } from "./marked";

/** Marks that speak of Lua in general. All others speak of calls and answers, which no foreign file has. */
const GENERAL: ReadonlySet<string> = new Set([
  ...["syntax", "undefined-global", "removed-global", "bridge-global", "global-assignment"],
  ...["unused-local", "shadowed-local", "unreachable-code"],
]);

let files: readonly LuaFile[] = [];
let compile: (source: string) => string | null;
beforeAll(async () => {
  [files, compile] = await Promise.all([luaCorpus(), realCompiler()]);
}, 180_000);

describe("real Lua files", () => {
  it("at least 300 of them: syntax is marked where Lua refuses a file and nowhere else", () => {
    expect(files.length).toBeGreaterThanOrEqual(300);
    const wrong = files.flatMap(({ name, text }) => {
      const real = compile(text);
      const mine = diagnostics(text, shopContext).find(({ code }) => code === "syntax");
      return (real === null) === (mine === undefined)
        ? []
        : [`${name}: Lua: ${real}, marked: ${mine?.message}`];
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it("no mark about calls, answers and habits", () => {
    const wrong = files.flatMap(({ name, text }) =>
      diagnostics(text, shopContext)
        .filter(({ code }) => !GENERAL.has(code))
        .map(({ code, start, end, message }) => `${name}: ${code} «${text.slice(start, end)}» ${message}`),
    );
    expect(wrong).toEqual([]);
  }, 60_000);

  it("every prefix of ten of them, cut at every token, is checked without a crash", () => {
    const chosen = spread(
      files.filter(({ text }) => text.length > 1_000 && text.length < 3_000),
      10,
    );
    expect(chosen).toHaveLength(10);
    for (const { text } of chosen)
      for (const { end } of lex(text)) {
        const marks = diagnostics(text.slice(0, end), shopContext);
        expect(marks.every((one) => one.start >= 0 && one.start <= one.end && one.end <= end)).toBe(true);
      }
  }, 60_000);
});

function spread<T>(list: readonly T[], count: number): T[] {
  return list.filter(
    (_, at) => Math.floor((at * count) / list.length) !== Math.floor(((at - 1) * count) / list.length),
  );
}
