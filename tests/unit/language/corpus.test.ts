import { beforeAll, describe, expect, it } from "vitest";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { lex } from "../../../src/language/lexer";
import { sample, spread } from "../../support/sample";
import { realCompiler } from "./compiler";
import { corpusFaults, LEAST_FILES, type LuaFile, luaCorpus } from "./corpus";
import { shopContext } from "./marked";

let files: readonly LuaFile[] = [];
let compile: (source: string) => string | null;
beforeAll(async () => {
  [files, compile] = await Promise.all([luaCorpus(), realCompiler()]);
});

describe("real Lua files", () => {
  it("have a syntax mark where Lua refuses them and nowhere else", () => {
    expect(files.length).toBeGreaterThanOrEqual(LEAST_FILES);
    const wrong = files.flatMap(
      (file) => corpusFaults(file, diagnostics(file.text, shopContext), compile(file.text)).syntax,
    );
    expect(wrong).toEqual([]);
  });

  it("have no mark about calls, results and habits", () => {
    const wrong = files.flatMap((file) => corpusFaults(file, diagnostics(file.text, shopContext), null).api);
    expect(wrong).toEqual([]);
  });

  it("are checked without a crash wherever they are cut between two tokens", () => {
    const chosen = spread(
      files.filter(({ text }) => text.length > 1_000 && text.length < 3_000),
      sample(2, 30),
    );
    expect(chosen).toHaveLength(sample(2, 30));
    for (const { text } of chosen)
      for (const { end } of lex(text)) {
        const marks = diagnostics(text.slice(0, end), shopContext);
        expect(marks.every((one) => one.start >= 0 && one.start <= one.end && one.end <= end)).toBe(true);
      }
  });
});
