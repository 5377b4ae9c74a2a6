import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as bindings from "@wasm-fmt/lua_fmt/lua_fmt_bg.js";
import { expect, it } from "vitest";
import { placeAfter } from "../../../src/editor/lua-keys";
import { examples } from "../../../src/examples";
import { formatScript } from "../../../src/language/format";
import { createStyLua } from "../../../src/language/stylua";
import { realCompiler } from "./compiler";
import { caret } from "./marked";
import { SAMPLES } from "./samples";

const bytes = readFileSync(createRequire(import.meta.url).resolve("@wasm-fmt/lua_fmt/wasm"));
const run = createStyLua(async () => ({
  bindings,
  instantiate: async (imports) => (await WebAssembly.instantiate(bytes, imports)).instance,
}));
const whole = (source: string) => ({ start: 0, end: source.length });

it("formats a script, Lua 5.4 syntax included, and keeps calls without parentheses", async () => {
  const source = "local x <const> = 1\nfor i=1,2 do\nprint( i//2 ,~x ) goto c\n::c:: end\nf{a=1}";
  expect(await formatScript(source, whole(source), run)).toEqual({
    ok: true,
    value: "local x <const> = 1\nfor i = 1, 2 do\n  print(i // 2, ~x)\n  goto c\n  ::c::\nend\nf { a = 1 }",
  });
});

it("keeps scripts valid and is stable when repeated", async () => {
  const compile = await realCompiler();
  // StyLua does not know statements that are only a semicolon.
  const samples = SAMPLES.map((sample) => sample.replaceAll(" ; ", " "));
  for (const source of [...samples, ...examples.map((example) => example.source)]) {
    const once = await formatScript(source, whole(source), run);
    if (!once.ok) throw new Error(once.message);
    expect(compile(once.value)).toBe(compile(source));
    expect(await formatScript(once.value, whole(once.value), run)).toEqual(once);
  }
});

it("formats only the selected lines", async () => {
  const source = "local  a  =  1\nlocal  e  =  'é'\nlocal  c  =  3\nprint( 'ü' )\nlocal  d  =  4\n";
  const start = source.indexOf("c  =");
  const answer = await formatScript(source, { start, end: source.indexOf("print") + 3 }, run);
  expect(answer).toEqual({
    ok: true,
    value: `local  a  =  1\nlocal  e  =  'é'\nlocal c = 3\nprint("ü")\nlocal  d  =  4\n`,
  });
});

it.each([
  ["if x then\n  print(1)\n", "Line 3"],
  ["print(1)\nlocal = 2\n", "Line 2"],
  ["print('x", "Line 1"],
  ["a = 1\nb = = 2", "Line 2"],
  ["print(1)\n;;;", "Line 2"],
])("refuses invalid code, names the line and says that nothing changed: %j", async (source, line) => {
  const answer = await formatScript(source, whole(source), run);
  expect(answer).toEqual({ ok: false, message: expect.stringContaining(line) });
  expect(!answer.ok && answer.message).toMatch(/Nothing was changed\.$/);
});

it("fails without changing the text if the formatter cannot be fetched", async () => {
  await expect(
    formatScript(
      "x = 1",
      whole("x = 1"),
      createStyLua(() => Promise.reject(new Error("offline"))),
    ),
  ).rejects.toThrow("offline");
});

it.each([
  ["local  x|  =  1", "local x = 1\n", "local x"],
  ["if a then\nb(|)\nend", "if a then\n  b()\nend\n", "if a then\n  b("],
  ["|x", "x", ""],
  ["x = 1|", "x = 1\n", "x = 1"],
])("keeps the plain editor's caret after the same character: %j", (marked, after, before) => {
  const { source, offset } = caret(marked);
  expect(after.slice(0, placeAfter(source, after, offset))).toBe(before);
});

it.each([
  ["operands", `return 1${" + 1".repeat(400)}`],
  ["blocks", `${"if a then ".repeat(100)}${"end ".repeat(100)}`],
  ["functions", `return ${"function() return ".repeat(60)}1 ${"end ".repeat(60)}`],
  ["tables", `return ${"{".repeat(180)}${"}".repeat(180)}`],
  ["parentheses", `return ${"f(".repeat(180)}${")".repeat(180)}`],
])("refuses deeply nested %s, and formats the next script", async (_, source) => {
  const answer = await formatScript(source, whole(source), run);
  expect(answer).toEqual({ ok: false, message: expect.stringContaining("nested too deeply") });
  expect(await formatScript("local x  = 1", whole("local x  = 1"), run)).toEqual({
    ok: true,
    value: "local x = 1",
  });
});

it.each([
  ["operands", `return 1${" + 1".repeat(4_000)}`],
  ["joined texts", `return a${" .. b".repeat(4_000)}`],
  ["functions", `return ${"function() return ".repeat(190)}1 ${"end ".repeat(190)}`],
  ["tables", `return ${"{".repeat(199)}${"}".repeat(199)}`],
])("formats the next script after a crash on too many %s", async (_, source) => {
  expect(await run((stylua) => stylua.format(source))).toEqual({
    ok: false,
    message: expect.stringContaining("The formatter crashed"),
  });
  expect(await run((stylua) => stylua.format("local = 1"))).toEqual({
    ok: false,
    message: expect.stringMatching(/^Line 1: StyLua rejected it/),
  });
  const next = 'print( "é" )';
  expect(await formatScript(next, whole(next), run)).toEqual({ ok: true, value: 'print("é")' });
});

it("formats code nested as deeply as people nest", async () => {
  const source = `return a${" .. b".repeat(150)}`;
  expect((await formatScript(source, whole(source), run)).ok).toBe(true);
});
