import { expect, test } from "vitest";
import {
  asFields,
  asFilledText,
  asFlag,
  asListOf,
  asNullable,
  asNumberBetween,
  asOneOf,
  asRecordOf,
  asText,
  field,
  type Read,
  readOrNull,
  tryRead,
} from "../../../src/shared/read-value";

const person: Read<{ readonly name: string; readonly pets: readonly string[] }> = (value) => {
  const of = asFields(value);
  return { name: field(of, "name", asFilledText), pets: field(of, "pets", asListOf(pet)) };
};
const pet: Read<string> = (value) => field(asFields(value), "name", asText);

test("a valid value is returned without fields that were not asked for", () => {
  const read = tryRead(person, { name: "Maya", age: 7, pets: [{ name: "Rex", kind: "dog" }] });
  expect(read).toEqual({ ok: true, value: { name: "Maya", pets: ["Rex"] } });
});

test.each([
  [null, null],
  ["Maya", null],
  [{}, "name"],
  [{ name: "" }, "name"],
  [{ name: "Maya", pets: {} }, "pets"],
  [{ name: "Maya", pets: [{ name: "Rex" }, { name: 5 }] }, "pets.name"],
])("%j does not fit, and the field is named", (value, wrong) => {
  expect(tryRead(person, value)).toEqual({ ok: false, field: wrong });
  expect(readOrNull(person, value)).toBeNull();
});

test("each kind accepts its own values and nothing else", () => {
  const kinds: readonly (readonly [Read<unknown>, readonly unknown[]])[] = [
    [asText, ["", "a"]],
    [asFlag, [true, false]],
    [asNumberBetween(0, 2), [0, 1, 2]],
    [asOneOf(["on", "off"]), ["on", "off"]],
    [asNullable(asFlag), [null, true]],
    [asRecordOf(asFlag), [{ a: true }]],
  ];
  const others = [undefined, 0, -1, 3, Number.NaN, Number.POSITIVE_INFINITY, "a", "on", true, null, { a: 1 }];
  for (const [read, own] of kinds) {
    for (const value of own) expect(read(value)).toEqual(value);
    for (const value of others) {
      const fits = own.includes(value) || (read === asText && typeof value === "string");
      expect(tryRead(read, value).ok).toBe(fits);
    }
  }
});

test("an error while reading is not mistaken for an invalid value", () => {
  const broken = () => {
    throw new TypeError("broken");
  };
  expect(() => readOrNull(broken, 1)).toThrow("broken");
});
