import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inWasmoon } from "../../support/in-wasmoon";
import { sample } from "../../support/sample";
import { run } from "./start";

// Without %c and %z, which Wasmoon's JavaScript gets wrong: it pads the day with a zero, and zones can be half an hour off.
const FORMAT = [..."aAbBCdDeFgGhHIjmMnprRStTuUVwWxXyYZ%"].map((letter) => `%${letter}`).join("|");
const ZONES = [
  ["UTC", "+0000"],
  ["Europe/Berlin", "+0100"],
  ["America/New_York", "-0500"],
  ["America/St_Johns", "-0330"],
  ["Asia/Kolkata", "+0530"],
  ["Pacific/Auckland", "+1300"],
] as const;

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone ?? "";
});

describe.each(ZONES)("in %s", (name, offset) => {
  beforeEach(() => {
    process.env.TZ = name;
  });

  test(`%z is ${offset} in January`, async () => {
    const source =
      "local t = os.time{ year = 2026, month = 1, day = 15 } return os.date('%z', t), os.date('!%z', t)";
    expect((await run(source)).result).toEqual([offset, "+0000"]);
  });

  test("os.date formats every date as Wasmoon's Lua does", async () => {
    const second = fc.oneof(
      // From the year 1000 on: before, Wasmoon loses digits.
      fc.integer({ min: -30_000_000_000, max: 200_000_000_000 }),
      fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }),
    );
    await sameAnswers(second, (seconds) => [
      `os.date("${FORMAT}", ${seconds})`,
      `os.date("!${FORMAT}", ${seconds})`,
      `os.date("*t", ${seconds}).isdst`,
    ]);
  });

  test("os.time takes parts in and out of range as Wasmoon's Lua does", async () => {
    const parts = fc.record({
      // Years from 0 to 99 are those of the last century to Wasmoon.
      year: fc.integer({ min: 1900, max: 2200 }),
      month: fc.integer({ min: -20, max: 40 }),
      day: fc.integer({ min: -50, max: 400 }),
      hour: fc.integer({ min: -30, max: 50 }),
      sec: fc.integer({ min: -90, max: 4000 }),
      isdst: fc.constantFrom("true", "false", "nil"),
    });
    await sameAnswers(parts, (given) => {
      const fields = Object.entries(given).map(([key, value]) => `${key} = ${value}`);
      return [`os.time{ ${fields.join(", ")} }`];
    });
  });
});

/** Asks both for many values at once: starting a VM takes longer than a date. */
async function sameAnswers<T>(value: fc.Arbitrary<T>, ask: (value: T) => readonly string[]): Promise<void> {
  const values = fc.array(value, { minLength: 1, maxLength: 200, size: "max" });
  await fc.assert(
    fc.asyncProperty(values, async (given) => {
      const source = `local t = {}
local function show(v) t[#t + 1] = tostring(v) end
${given
  .flatMap(ask)
  .map((expression) => `show(${expression})`)
  .join("\n")}
return table.concat(t, "\\n")`;
      const { result } = await run(source);
      expect(result[0]).toBe(await inWasmoon(source));
    }),
    { numRuns: sample(2, 20) },
  );
}
