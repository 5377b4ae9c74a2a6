import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { escapeCases, nodeEscapeCases } from "../../support/escape-cases";
import { hostileProbes } from "../../support/hostile-js";
import { replayAttempts } from "../../support/hostile-worker/replays";
import { workerAttempts } from "../../support/worker-attempts";

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** The attempts that the table of docs/security.md claims. */
function claimed(attacked: string): number {
  const row = rows.find((cells) => cells[1]?.startsWith(attacked));
  return Number.parseInt(row?.[2] ?? "", 10);
}

describe("docs/security.md claims the actual number of attempts", () => {
  test.each([
    ["the Lua VM", escapeCases],
    ["the worker, by JavaScript", hostileProbes("http://127.0.0.1/")],
    ["the page, by a worker's messages", workerAttempts],
    ["Steps, by a worker", replayAttempts],
  ])("against %s", (attacked, attempts) => {
    expect(claimed(attacked)).toBe(attempts.length);
    expect(new Set(attempts.map(({ name }) => name)).size).toBe(attempts.length);
  });

  test("and those in Node", () => {
    const row = rows.find((cells) => cells[1]?.startsWith("the Lua VM"));
    expect(row?.[4]).toContain(`\`tests/unit/hostile/lua-attempts.test.ts\` (${nodeEscapeCases.length})`);
  });
});
