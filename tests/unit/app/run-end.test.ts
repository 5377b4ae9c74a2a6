import { expect, test } from "vitest";
import { wasRefused } from "../../../src/app/run-end";
import { run } from "../runtime/start";

async function refused(source: string): Promise<boolean> {
  const { error, result, memoryBytes } = await run(source);
  const cost = { elapsedMs: 1, memoryBytes };
  return wasRefused(
    error === null ? { kind: "finished", result, ...cost } : { kind: "failed", error, ...cost },
  );
}

test.each(["local x = = 1", "goto nowhere", "print(1)\nmt = {\n__index = 1 }"])(
  "%j is refused before its first line",
  async (source) => {
    expect(await refused(source)).toBe(true);
  },
);

test.each([
  "return 1",
  "",
  'error("boom")',
  'return error("order.lua:1: a tail call")',
  'coroutine.wrap(function() error("inside") end)()',
  "coroutine.yield()",
  'load("x = =")()',
  'error("no place", 0)',
])("%j ran", async (source) => {
  expect(await refused(source)).toBe(false);
});
