import { expect, test } from "vitest";
import { assignsBridgeName } from "../../../src/runtime/bridge-names";

test.each([
  ["__x = 1", 1],
  ["local a = 1\n  __json = {}", 2],
  ["print(1);__x=1", 1],
  ["if a then\n__x = 1\nend", 2],
  ["local t = { f = function()\n  __x = 1\nend }", 2],
  ["-- note\n__ = 1", 2],
  ["--[[ a\nb ]]\n__x = 1", 3],
  ["local t = {\n  a = 1,\n}\n__x\n= 1", 4],
])("refused: %j at line %i", (source, line) => {
  expect(assignsBridgeName(source)).toBe(line);
});

test.each([
  "-- a\n-- __x = 1",
  "--[[\n__x = 1\n]]",
  "local s = [==[\n__x = 1\n]==]",
  's = "a\\\n__x = 1"',
  "setmetatable(t, {\n  __index = f,\n  __tostring = function() return 1 end\n})",
  "Account.__index = Account",
  "local ok =\n__x == 1",
  "__x.y = 1",
  "local __x = 1",
  "",
])("allowed: %j", (source) => {
  expect(assignsBridgeName(source)).toBeNull();
});

test("a large script is read in one pass", () => {
  expect(assignsBridgeName(`${"local a = { b = 1 }\n".repeat(50_000)}__x = 1`)).toBe(50_001);
});
