import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inWasmoon } from "../../support/in-wasmoon";
import { sample } from "../../support/sample";
import { run } from "./start";

/** Reads each text with `tonumber`, and as a number in a script. Shows floats by their bits. */
const script = (texts: readonly string[]) => `local shown = {}
local function show(n)
  shown[#shown + 1] = n == nil and "nil" or (math.type(n) == "float" and "%a" or "%d"):format(n)
end
for _, text in ipairs { ${texts.map((text) => JSON.stringify(text)).join(", ")} } do
  show(tonumber(text))
  local compiled, value = pcall(load("return " .. text) or error)
  show(compiled and tonumber(value) or nil)
end
return table.concat(shown, "\\n")`;

const digits = (of: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...of), minLength: 0, maxLength });
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(""));
const sign = fc.constantFrom("", "", "-", "+");
const point = fc.constantFrom("", ".");
const power = (max: number) => fc.integer({ min: -max, max }).map(String);
const exponent = (letters: readonly string[], max: number) =>
  fc.oneof(
    fc.constantFrom("", ...letters, `${letters[0]}+`),
    joined(fc.constantFrom(...letters), power(max)),
  );

const decimal = joined(
  sign,
  digits("0123456789", 25),
  point,
  digits("0123456789", 25),
  exponent(["e", "E"], 340),
);
const HEX_DIGITS = "0123456789abcdefABCDEF";
const hexadecimal = joined(
  sign,
  fc.constantFrom("0x", "0X"),
  digits(HEX_DIGITS, 24),
  point,
  digits(HEX_DIGITS, 24),
  exponent(["p", "P"], 900),
);
/** Doubles, and what lies exactly between two of them. */
const halfway = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => {
  const exact = Math.abs(value) < 1 ? value.toPrecision(100) : String(value);
  return `${exact}${exact.includes("e") ? "" : "5"}`;
});
/** Hexadecimal digits behind the point, times a power of two: about the smallest doubles, where digits are lost. */
const tiny = fc.record({
  digits: fc.string({ unit: fc.constantFrom(..."0000018f"), minLength: 1, maxLength: 24 }),
  power: fc.integer({ min: -1100, max: -1000 }),
});
const anything = digits("0123456789abcdefxXpPeE+-. n", 12);
const spaced = joined(
  fc.constantFrom("", " ", "\t\n "),
  fc.oneof(decimal, hexadecimal),
  fc.constantFrom("", " ", "x"),
);

/** Tiny numbers are compared as whole multiples of 2 to the power of -UNIT. */
const UNIT = 1300;

function bitsOf(value: number): bigint {
  return new DataView(new Float64Array([value]).buffer).getBigUint64(0, true);
}

/** The double after (1) or before (-1) one that is not negative. */
function nextDouble(value: number, step: 1n | -1n): number {
  const bits = bitsOf(value) + step;
  return bits < 0n
    ? -Number.MIN_VALUE
    : (new Float64Array(new BigUint64Array([bits]).buffer)[0] ?? Number.NaN);
}

function distance(exact: bigint, value: number): bigint {
  // Exact: both factors and the product are doubles.
  const scaled = BigInt(value * 2 ** 1000 * 2 ** 74) << BigInt(UNIT - 1074);
  return exact > scaled ? exact - scaled : scaled - exact;
}

describe("reading numbers", () => {
  test("numbers are read as Wasmoon's Lua reads them", async () => {
    const texts = fc.array(fc.oneof(decimal, hexadecimal, halfway, anything, spaced), {
      ...{ minLength: 1, maxLength: 400, size: "max" },
    });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const { result, error } = await run(script(given));
        expect(error).toBeNull();
        expect(result[0]).toBe(await inWasmoon(script(given)));
      }),
      { numRuns: sample(5, 100) },
    );
  });

  // Not compared with Wasmoon's Lua, whose C library rounds some of these wrong and loses the sign of those that become 0.
  test("tiny hexadecimal numbers are rounded to the nearest double, ties to even", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tiny, { minLength: 1, maxLength: 200, size: "max" }), async (given) => {
        const texts = given.map(({ digits, power }) => `0x.${digits}p${power}`);
        const { result } = await run(`return { ${texts.join(", ")} }`);
        const read = Array.isArray(result[0]) ? result[0].map(Number) : [];
        expect(read).toHaveLength(given.length);
        given.forEach(({ digits, power }, at) => {
          const exact = BigInt(`0x${digits}`) << BigInt(UNIT + power - 4 * digits.length);
          const value = read[at] ?? Number.NaN;
          for (const neighbour of [nextDouble(value, -1n), nextDouble(value, 1n)]) {
            const closer = distance(exact, neighbour) - distance(exact, value);
            const isEven = bitsOf(value) % 2n === 0n;
            expect(closer > 0n || (closer === 0n && isEven), `${texts[at]} was read as ${value}`).toBe(true);
          }
        });
      }),
      { numRuns: sample(2, 40) },
    );
  });

  test("math.sin, math.cos and math.tan return what Wasmoon's Lua returns, however large the number", async () => {
    const doubles = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      ...{ minLength: 1, maxLength: 1000, size: "max" },
    });
    await fc.assert(
      fc.asyncProperty(doubles, async (given) => {
        const source = `local shown = {}
for _, x in ipairs { ${[...given, 6381956970095103 * 2 ** 797, Number.MAX_VALUE].join(", ")} } do
  shown[#shown + 1] = ("%a %a %a"):format(math.sin(x), math.cos(x), math.tan(x))
end
return table.concat(shown, "\\n")`;
        expect((await run(source)).result[0]).toBe(await inWasmoon(source));
      }),
      { numRuns: sample(2, 40) },
    );
  });

  test.each([
    ["0x1p-1075", "0x0p+0"],
    ["0x1.8p-1074", "0x1p-1073"],
    ["0x0.fffffffffffffffp1024", "inf"],
    ["0x1p99999999999999999999", "inf"],
    ["1e400", "inf"],
    ["-0x0.0", "-0x0p+0"],
    ["-0.0", "-0x0p+0"],
  ])("%s is %s", async (text, bits) => {
    const source = `return ("%a"):format(tonumber("${text}"))`;
    expect((await run(source)).result).toEqual([bits]);
    expect(await inWasmoon(source)).toBe(bits);
  });

  test.each([
    "",
    " ",
    ".",
    "e5",
    "0x",
    "0x.",
    "0xp1",
    "1e",
    "1e+",
    "0x1p",
    "1 2",
    "inf",
    "nan",
    "--1",
    "1_000",
  ])("%j is not a number", async (text) => {
    expect((await run(`return tonumber(${JSON.stringify(text)})`)).result).toEqual([null]);
  });

  test("a number with a million digits is read, and a million letters are not a number", async () => {
    const source = `local n = tonumber("0." .. ("3"):rep(1000000)); return n, tonumber(("x"):rep(1000000))`;
    expect((await run(source)).result).toEqual([0.333_333_333_333_333_3, null]);
  });
});
