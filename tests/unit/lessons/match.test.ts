import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counts, matches as matchesWith, shown } from "../../../src/lessons/checks/match";
import type { Match } from "../../../src/lessons/format/match-schema";
import type { JsonValue } from "../../../src/shared/json";

const matches = (match: Match, value: JsonValue | undefined) =>
  matchesWith(match, value, (pattern, text) => text === `matches ${pattern}`);

const json: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map((value): JsonValue => JSON.parse(JSON.stringify(value)));

describe("a value matches", () => {
  test("if and only if it is equal, whatever it is", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(matches({ equals: value }, structuredClone(value))).toBe(true);
        expect(matches({ not: { equals: value } }, structuredClone(value))).toBe(false);
        expect(matches({ equals: value }, { odd: [value, "one more"] })).toBe(false);
      }),
    );
  });

  test("if it has the same items in any order and number", () => {
    const shuffled = fc
      .array(fc.oneof(fc.string(), fc.integer()))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(matches({ sameItems: list }, other)).toBe(true);
        expect(matches({ sameItems: list }, [...other, "one more"])).toBe(false);
        if (other.length > 0) expect(matches({ sameItems: list }, other.slice(1))).toBe(false);
      }),
    );
  });

  test("whether a number is given as text or as a number", () => {
    expect(matches("15551234567", 15551234567)).toBe(true);
    expect(matches(12, "12")).toBe(true);
    expect(matches(12, "twelve")).toBe(false);
    expect(matches(true, "true")).toBe(false);
    expect(matches(false, 0)).toBe(false);
  });

  test("an empty Lua table is an empty list and an empty table", () => {
    expect(matches({ equals: [] }, {})).toBe(true);
    expect(matches({ sameItems: [] }, {})).toBe(true);
    expect(matches({ sameItems: [] }, undefined)).toBe(false);
  });

  test("by part, pattern, choice or size", () => {
    expect(matches({ contains: "WELCOME" }, "Welcome, Maya")).toBe(true);
    expect(matches({ pattern: "x" }, "matches x")).toBe(true);
    expect(matches({ not: { pattern: "x" } }, "matches x")).toBe(false);
    expect(matches({ oneOf: ["a", 2] }, 2)).toBe(true);
    expect(matches({ atLeast: 2 }, 1)).toBe(false);
    expect(matches({ atMost: 2 }, "1")).toBe(false);
    expect(matches("x", undefined)).toBe(false);
  });
});

test("a count must meet every condition", () => {
  expect([0, 1, 2, 3].filter((n) => counts({ atLeast: 1, atMost: 2 }, n))).toEqual([1, 2]);
  expect(counts({ exactly: 3 }, 2)).toBe(false);
});

test("a found value fits into a sentence", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(shown(value).length).toBeLessThan(200);
    }),
  );
  expect([shown(null), shown([]), shown(["a", 2]), shown({ a: 1 })]).toEqual([
    "nothing",
    "an empty list",
    "{ a, 2 }",
    "{ a = 1 }",
  ]);
});
