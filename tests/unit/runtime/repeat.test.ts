import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { runLua } from "../../support/run-lua";
import { sample } from "../../support/sample";

/** Prints everything that differs from run to run elsewhere, after work that makes the collector and the flush hook run. */
const SCRIPT = `
local keys, seen = {}, {}
for i = 1, 60 do keys["key" .. i] = { i } end
for key in pairs(keys) do seen[#seen + 1] = key end
print(table.concat(seen, " "))
print(math.random(1 << 30), math.random(), math.random(6))
math.randomseed()
print(math.random(1 << 30))
for i = 1, 400 do print(i) end
local sum = 0
for i = 1, 200000 do sum = sum + #tostring(i) end
local thread = coroutine.create(function() coroutine.yield(function() end) end)
local _, inner = coroutine.resume(thread)
print(print, inner, thread, collectgarbage("count"))
print(os.clock(), os.time(), os.date())
local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_message{ to = "15551234567", body = "Hi" }
print(sent.messages[1].id, os.time(), os.clock())
print(pcall(whatsapp.get_message, { message_id = "wamid.nothing" }))
return whatsapp.list_contacts{}, seen`;

const withSeed = async (seed: number, source = SCRIPT) => {
  const { output, result, rows, memoryBytes, world } = await runLua(source, {
    world: { ...seedWorld(), seed },
  });
  return { output, result, rows, memoryBytes, world };
};

afterEach(() => vi.unstubAllGlobals());

describe("in mock mode, a run over the same world", () => {
  test("gives the same bytes, whatever the seed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 0xffff_ffff }), async (seed) => {
        expect(await withSeed(seed)).toEqual(await withSeed(seed));
      }),
      { numRuns: sample(2, 60) },
    );
  });

  test("gives the same bytes in a browser set to another language", async () => {
    const here = await withSeed(1);
    for (const language of ["en-US", "zh-Hant-TW"]) {
      vi.stubGlobal("navigator", { language, languages: [language] });
      expect(await withSeed(1)).toEqual(here);
    }
  });

  test("gives a different order, different numbers and different ids with another seed", async () => {
    const runs = await Promise.all([withSeed(1), withSeed(2)]);
    const [one, two] = runs.map(({ output }) => output.split("\n"));
    for (const line of [0, 1, 2]) expect(one?.[line]).not.toBe(two?.[line]);
    const idOf = (lines: readonly string[] | undefined) => lines?.find((line) => line.startsWith("wamid."));
    expect(idOf(one)).not.toBe(idOf(two));
  });
});

describe("os.clock", () => {
  test("ends a loop that waits on it, and does not count time in calls", async () => {
    const { output, error } = await runLua(`
      local began = os.clock()
      app.integrations.whatsapp.get_current_user()
      print(os.clock() - began < 0.01)
      local looks = 0
      while os.clock() - began < 1 do looks = looks + 1 end
      print(looks > 100 and looks < 2000)`);
    expect(error).toBeNull();
    expect(output).toBe("true\ntrue");
  });

  test("continues with simulated time", async () => {
    const { output } = await runLua(`
      local from = os.time()
      while os.clock() < 5 do end
      print(os.time() - from)`);
    expect(Number(output)).toBeGreaterThanOrEqual(4);
  });
});
