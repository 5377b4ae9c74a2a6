import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { generatedScript } from "./generated";
import { SCRIPTS } from "./scripts";
import { stepsOf } from "./traced";

const lua = ["lua5.4", "lua"].find((name) => /Lua 5\.4/.test(String(spawnSync(name, ["-v"]).stdout)));
const reference = fileURLToPath(new URL("./reference.lua", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "steps-"));
afterAll(() => rmSync(folder, { recursive: true }));

function realLines(source: string): number[] {
  const file = join(folder, "script.lua");
  writeFileSync(file, source);
  const out = execFileSync(lua ?? "lua", [reference, file], { encoding: "utf8" });
  return out.split("\n").filter(Boolean).map(Number);
}

// Debian's package lua5.4; continuous integration installs it.
describe.skipIf(lua === undefined)("the lines of a run are those of real Lua's line hook", () => {
  test.each(Object.entries(SCRIPTS))("%s", async (_, source) => {
    expect(await linesOf(source)).toEqual(realLines(source));
  });

  test("of random scripts", async () => {
    const compare = fc.asyncProperty(generatedScript, async (source) => {
      expect(await linesOf(source)).toEqual(realLines(source));
    });
    await fc.assert(compare, { numRuns: process.env.TEST_DEEP === "1" ? 500 : 25 });
  });
});

async function linesOf(source: string): Promise<number[]> {
  return (await stepsOf(source)).filter(({ kind }) => kind === "line").map(({ line }) => line);
}
