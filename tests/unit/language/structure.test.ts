import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folds } from "../../../src/language/folds";
import { linesOf } from "../../../src/language/lines";
import { semanticTokens } from "../../../src/language/semantic-tokens";
import { TOKEN_TYPES } from "../../../src/language/token-types";
import { SAMPLES } from "./samples";
import { inShop } from "./shop";

describe("folding", () => {
  it.each<[string, readonly string[]]>([
    ["local function f()\n  print(1)\nend", ["1-2"]],
    ["if a then\n  b()\nelseif c then\n  d()\nelse\n  e()\nend", ["1-2", "3-4", "5-6"]],
    ["for i = 1, 3 do\n  while true do\n    x()\n  end\nend", ["1-4", "2-3"]],
    ["repeat\n  x()\nuntil done", ["1-2"]],
    ["local t = {\n  1,\n  2,\n}", ["1-3"]],
    ["send({\n  to = '1',\n})", ["1-2"]],
    ["print(\n  1,\n  2\n)", ["1-3"]],
    ["local text = [[\none\ntwo\n]]", ["1-4"]],
    ["-- one\n-- two\n-- three\nx()", ["1-3 comment"]],
    ["--[[ one\ntwo ]]\nx()", ["1-2 comment"]],
    ["-- #region setup\nx()\n-- #endregion", ["1-3 region"]],
    ["-- one\nx()\n-- two\n", []],
    ["if a then b() end", []],
    // Unfinished.
    ["local function f()\n  print(1)\n", ["1-2"]],
    ["send({\n  to = '1',\n", ["1-3"]],
    ["if a then\n  b()\n", ["1-2"]],
    ["-- #region setup\nx()", []],
    ["-- #endregion\nx()", []],
  ])("%j", (source, expected) => {
    const found = folds(source).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === "code" ? "" : ` ${kind}`}`,
    );
    expect(found).toEqual(expected);
  });

  it("keeps every fold of truncated programs within the text", () => {
    for (const source of SAMPLES)
      for (let end = 0; end <= source.length; end += 7) {
        const cut = source.slice(0, end);
        const last = cut.split("\n").length;
        for (const { startLine, endLine } of folds(cut)) {
          expect(startLine).toBeGreaterThan(0);
          expect(endLine).toBeGreaterThan(startLine);
          expect(endLine).toBeLessThanOrEqual(last);
        }
      }
  });
});

/** Tokens as `text:type`, read back from the encoding. */
function tokens(source: string): string[] {
  const data = semanticTokens(source, inShop);
  const lines = source.split(/\r\n|\n|\r/);
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.subarray(at, at + 4);
    column = down > 0 ? right : column + right;
    line += down;
    found.push(`${lines[line]?.slice(column, column + length)}:${TOKEN_TYPES[type]}`);
  }
  return found;
}

describe("semantic colours", () => {
  const NAMESPACE = ["app:namespace", "integrations:namespace", "whatsapp:namespace"];
  it.each<[string, readonly string[]]>([
    ["app.integrations.whatsapp.send_message({})", [...NAMESPACE, "send_message:function"]],
    [
      "app.integrations.whatsapp.support.send_message({})",
      [...NAMESPACE, "support:account", "send_message:function"],
    ],
    [
      "local wa = app.integrations.whatsapp\r\nlocal s = wa.sales\r\ns.list_contacts()",
      [
        "wa:namespace",
        ...NAMESPACE,
        "s:account",
        "wa:namespace",
        "sales:account",
        "s:account",
        "list_contacts:function",
      ],
    ],
    [
      "local send = app.integrations.whatsapp.send_message\nsend()",
      ["send:function", ...NAMESPACE, "send_message:function", "send:function"],
    ],
    ["local function greet(name)\n  return name\nend\ngreet('x')", ["greet:function", "greet:function"]],
    ["local app = {}\napp.integrations.whatsapp()", []],
    ["print(1, x.y, 'app.integrations') -- app", []],
    ["app.integrations.", ["app:namespace", "integrations:namespace"]],
    ["app.nothing.here", ["app:namespace"]],
  ])("%j", (source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  it("are in order and on names in truncated programs", () => {
    for (const source of SAMPLES)
      for (let end = 0; end <= source.length; end += 5)
        for (const token of tokens(source.slice(0, end))) expect(token).toMatch(/^\w+:\w+$/);
  });
});

it("lines are counted like Monaco's", () => {
  const line = fc.constantFrom("a\n", "b\r\n", "c\r", "", "dd");
  fc.assert(
    fc.property(fc.array(line), (parts) => {
      const source = parts.join("");
      const { line: lineOf, start } = linesOf(source);
      const wanted = source.split(/\r\n|\n|\r/);
      let offset = 0;
      for (const [index, text] of wanted.entries()) {
        expect(start(index)).toBe(offset);
        expect(lineOf(offset)).toBe(index);
        expect(lineOf(offset + text.length)).toBe(index);
        offset += text.length + (/^\r\n/.test(source.slice(offset + text.length)) ? 2 : 1);
      }
    }),
  );
});
