import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { stringValue } from "../../../src/language/lexer-escapes";
import { luaText } from "../../../src/language/write/lua-text";
import { realCompiler } from "./compiler";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

it("a string written by a fix reads back unchanged, whatever it contains", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(stringValue(luaText(text))).toBe(text);
    }),
  );
  expect(stringValue(luaText('a "quoted" \\ line\nand\ttab\r'))).toBe('a "quoted" \\ line\nand\ttab\r');
});

it("any value is written as valid Lua, whatever its keys", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const written = luaText(JSON.parse(JSON.stringify(value)), "  ");
      expect(compile(`local value = ${written}`), written).toBeNull();
    }),
  );
});
