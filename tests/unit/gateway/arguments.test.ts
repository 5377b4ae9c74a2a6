import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coerceArguments } from "../../../src/gateway/arguments";
import type { Parameter } from "../../../src/integrations/catalog";
import type { JsonValue } from "../../../src/shared/json";

const parameter = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({
  name: "p",
  type,
  required: false,
  description: "",
  example: "",
  ...more,
});
const check = (value: JsonValue, wanted: Parameter) => coerceArguments([{ p: value }], [wanted]);
const json = fc.jsonValue({ maxDepth: 4 }).map((value): JsonValue => JSON.parse(JSON.stringify(value)));

describe("arguments of any kind", () => {
  test.each(["string", "integer", "boolean", "array"] as const)(
    "a %s is either of its type or refused by name",
    (type) => {
      fc.assert(
        fc.property(json, (value) => {
          const checked = check(value, parameter(type));
          if (!checked.ok) {
            expect(checked.message).toMatch(/^Parameter "p" must be an? /);
            return;
          }
          const got = checked.value.p;
          if (got === undefined) return;
          if (type === "array") expect(Array.isArray(got)).toBe(true);
          else if (type === "integer") expect(Number.isInteger(got)).toBe(true);
          else expect(typeof got).toBe(type);
        }),
      );
    },
  );

  test("positional values are lost, and anything after a table is ignored", () => {
    fc.assert(
      fc.property(json, fc.array(json), (first, others) => {
        const table = typeof first === "object" && first !== null;
        const wanted = [parameter("boolean", { default: false })];
        const alone = table ? coerceArguments([first], wanted) : coerceArguments([], wanted);
        expect(coerceArguments([first, ...others], wanted)).toEqual(alone);
      }),
    );
  });

  test("an empty Lua table is an empty array", () => {
    expect(check({}, parameter("array"))).toEqual({ ok: true, value: { p: [] } });
  });

  test("an empty string is missing where one is required, and a value where it is not", () => {
    expect(check("", parameter("string", { required: true })).ok).toBe(false);
    expect(check("", parameter("string", { default: "en" }))).toEqual({ ok: true, value: { p: "" } });
    expect(check("", parameter("integer", { default: 100 }))).toEqual({ ok: true, value: { p: 100 } });
  });

  test("whole numbers keep their digits when converted to text and back", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(check(n, parameter("string"))).toEqual({ ok: true, value: { p: n.toString() } });
        expect(check(n.toString(), parameter("integer"))).toEqual({ ok: true, value: { p: n } });
      }),
    );
  });

  test("only false, 0, empty text and the text 0 count as false", () => {
    fc.assert(
      fc.property(json, (value) => {
        if (value === null) return;
        const falsy = value === false || value === 0 || value === "" || value === "0";
        expect(check(value, parameter("boolean"))).toEqual({ ok: true, value: { p: !falsy } });
      }),
    );
  });

  test("null and missing arguments take the default, or raise if required", () => {
    expect(check(null, parameter("integer", { default: 100 }))).toEqual({ ok: true, value: { p: 100 } });
    expect(coerceArguments([], [parameter("integer", { default: 100 })])).toEqual({
      ok: true,
      value: { p: 100 },
    });
    expect(check(null, parameter("string", { required: true }))).toEqual({
      ok: false,
      message: "p is required.",
    });
  });

  test("prototype names are not arguments", () => {
    const wanted = [parameter("string", { name: "constructor" }), parameter("string", { name: "__proto__" })];
    expect(coerceArguments([{}], wanted)).toEqual({ ok: true, value: {} });
  });
});
