import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { luaTokens } from "../../../src/ui/snippet/lua-code";

const kinds = (source: string) =>
  luaTokens(source)
    .filter((token) => token.kind !== "space")
    .map((token) => `${token.kind} ${token.text}`);

describe("Colouring of Lua in the docs", () => {
  it("distinguishes keywords, names, strings, numbers and comments", () => {
    expect(kinds("local n = 0x1F -- hex\nprint('it\\'s', nil)")).toEqual([
      "keyword local",
      "name n",
      "symbol =",
      "number 0x1F",
      "comment -- hex",
      "name print",
      "symbol (",
      "string 'it\\'s'",
      "symbol ,",
      "constant nil",
      "symbol )",
    ]);
  });

  it("supports long strings and comments of any level", () => {
    expect(kinds("x = [==[ ]] ]==] --[[ two\nlines ]] y")).toEqual([
      "name x",
      "symbol =",
      "string [==[ ]] ]==]",
      "comment --[[ two\nlines ]]",
      "name y",
    ]);
  });

  it("keeps every character of any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("-", "[", "]", "=", '"', "\\", "\n", "a", "1", ".", "é") }),
        (text) => {
          expect(
            luaTokens(text)
              .map((token) => token.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });
});
