import { describe, expect, test } from "vitest";
import {
  functionBodies,
  importedFunctions,
  readSections,
  SECTION,
  sectionOf,
} from "../../../src/sandbox/page/wasm/sections";
import { leanLua } from "../../../tools/lua-wasm/lean-lua";
import { callsOf } from "../../../tools/lua-wasm/read-module";
import { leanBytes, wholeBytes } from "../../support/lean-machine";
import { runLua } from "../../support/run-lua";

/** Calls every function that a script can reach with arguments of each kind, in every order of two. */
const CALL_EVERYTHING = `
local seen, called = {}, 0
local values = { 1, -3, 0.5, "abc", "%d", "!*t", true, { 3, 1, 2 }, print, coroutine.create(print) }
local function call(f)
  called = called + 1
  pcall(f)
  for _, a in ipairs(values) do
    pcall(f, a)
    for _, b in ipairs(values) do pcall(f, a, b) end
  end
end
local leave = { print = true, dump = true }
local function walk(t)
  if seen[t] then return end
  seen[t] = true
  for key, value in pairs(t) do
    if type(value) == "function" and not leave[key] then call(value)
    elseif type(value) == "table" then walk(value) end
  end
end
local libraries = { base = {} }
for key, value in pairs(_G) do
  if type(value) == "function" then libraries.base[key] = value
  elseif type(value) == "table" and key ~= "_G" and key ~= "app" and key ~= "mcp" then libraries[key] = value end
end
for _, library in pairs(libraries) do walk(library) end
walk(getmetatable(""))
print(called > 80, called)
`;

describe("the Lua machine that the page loads", () => {
  test("has everything that a script can call", async () => {
    const { output, error } = await runLua(CALL_EVERYTHING, { name: "main.lua" });
    expect(error).toBeNull();
    expect(output).toMatch(/^true\t\d+$/m);
  });

  test("has no code that touches files, processes or streams", async () => {
    expect(importsCalled(await wholeBytes())).toEqual(
      expect.arrayContaining(["fd_write", "__syscall_openat"]),
    );
    expect(
      importsCalled(await leanBytes()).filter((name) => /^(fd_|__syscall_|system|exit)/.test(name)),
    ).toEqual([]);
  });
});

/** The names of the imports that a module's functions call. */
function importsCalled(wasm: Uint8Array): readonly string[] {
  const sections = readSections(wasm);
  const imports = importedFunctions(sectionOf(sections, SECTION.import));
  const bodies = functionBodies(sectionOf(sections, SECTION.code));
  return [...new Set(bodies.flatMap(callsOf))].flatMap((index) => imports[index] ?? []);
}

test("another module is refused", async () => {
  await expect(leanLua(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]))).rejects.toThrow();
});
