/** Attempts to leave the Lua VM, in the real VM, one run each. `tests/browser/box.spec.ts` tries others, and some of these. */
import { describe, expect, test } from "vitest";
import { messageOf } from "../../../src/shared/message-of";
import { judge, type Outcome } from "../../support/case";
import { escapeCases, nodeEscapeCases } from "../../support/escape-cases";
import { runLua } from "../../support/run-lua";

async function outcome(lua: string): Promise<Outcome> {
  try {
    const { error, output } = await runLua(lua, { name: "case.lua" });
    return { printed: output, end: error === null ? "finished" : "failed", error: error?.message ?? null };
  } catch (problem) {
    return { printed: "", end: "failed", error: `The VM broke down: ${messageOf(problem)}` };
  }
}

/** What is enumerable on every object, which is nothing. */
function inherited(): string[] {
  const names: string[] = [];
  for (const name in {}) names.push(name);
  return names;
}

describe("nothing gets out of the VM, and the next run works, after", () => {
  for (const { name, lua, expect: expected } of nodeEscapeCases)
    test(name, async () => {
      expect(judge(expected, await outcome(lua))).toBeNull();
      expect(inherited()).toEqual([]);
      expect(await outcome('print("alive")')).toEqual({ printed: "alive", end: "finished", error: null });
    });
});

test("each attempt is different", () => {
  expect(new Set(escapeCases.map(({ lua }) => lua)).size).toBe(escapeCases.length);
});
