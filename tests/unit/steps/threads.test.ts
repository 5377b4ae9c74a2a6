import { describe, expect, test } from "vitest";
import { stepsOf } from "./traced";

const GUARDED = [
  "local function guard()",
  "  return setmetatable({}, { __close = function()",
  "    local closing = true",
  "  end })",
  "end",
];

describe("a coroutine", () => {
  test("keeps its identity when closed, and its calls did not end with an error", async () => {
    const steps = await stepsOf(
      [
        ...GUARDED,
        "local co = coroutine.create(function()",
        "  local kept <close> = guard()",
        "  coroutine.yield()",
        "end)",
        "coroutine.resume(co)",
        "coroutine.close(co)",
        "coroutine.wrap(function()",
        "  local next = true",
        "end)()",
      ].join("\n"),
    );
    const threadsAt = (line: number) =>
      steps.filter((step) => step.kind === "line" && step.line === line).map(({ thread }) => thread);
    expect([threadsAt(7), threadsAt(3), threadsAt(13)]).toEqual([[1], [1], [2]]);
    expect(steps.filter(({ kind }) => kind === "error")).toEqual([]);
    expect(steps.at(-1)).toMatchObject({ kind: "return", depth: 0, thread: 0 });
  });

  test("keeps its identity when an error ends it and its variables are closed", async () => {
    const steps = await stepsOf(
      [
        ...GUARDED,
        "print(pcall(coroutine.wrap(function()",
        "  local kept <close> = guard()",
        "  error('x')",
        "end)))",
      ].join("\n"),
    );
    const closing = steps.filter((step) => step.kind === "line" && step.line === 3);
    expect(closing.map(({ thread }) => thread)).toEqual([1]);
    expect(steps.filter(({ kind }) => kind === "error").map(({ thread }) => thread)).toEqual([1]);
  });
});
