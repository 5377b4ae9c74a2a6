import { expect, test } from "vitest";
import { bridgeNames } from "../../../src/shared/bridge-names";

const found = (source: string) =>
  bridgeNames(source).map(({ offset, length }) => [offset, source.slice(offset, offset + length)]);

test.each<[string, [number, string][]]>([
  ["__x = 1", [[0, "__x"]]],
  ["  \t__ = 1", [[3, "__"]]],
  ["local a = 1\n  __json = {}", [[14, "__json"]]],
  ["print(1);__x=1", [[9, "__x"]]],
  ["a = 1\r__x = 1", [[6, "__x"]]],
  ["a = 1;\n\n  __x\n\n  = 1", [[10, "__x"]]],
  [
    "setmetatable(t, {\n  __index = f,\n  __tostring = g\n})",
    [
      [20, "__index"],
      [35, "__tostring"],
    ],
  ],
  ["--[[\n__x = 1\n]]", [[5, "__x"]]],
  ["local s = [==[\n__x = 1\n]==]", [[15, "__x"]]],
  ["local ok =\n__x == 1", [[11, "__x"]]],
  ["f{ a = 1; __index = t }", [[10, "__index"]]],
])("the host refuses %j", (source, places) => {
  expect(found(source)).toEqual(places);
});

test.each([
  "",
  "-- a\n-- __x = 1",
  "local mt = { __index = f,\n}",
  "mt.__index = mt\nAccount.__index = Account",
  "local __x = 1",
  "__x.y = 1",
  "__a, __b = 1, 2",
  "function __go() end",
  "_x = 1\nx__y = 1",
  "\u00a0__x = 1\né\u00a0__x = 1",
])("the host runs %j", (source) => {
  expect(found(source)).toEqual([]);
});

test.each(["\n", "_", " ", "__x ", "__x\n"])("a megabyte of %j is read in one pass", (piece) => {
  const source = piece.repeat(1_000_000 / piece.length);
  const before = process.cpuUsage();
  expect(bridgeNames(source)).toEqual([]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
