import { describe, expect, test } from "vitest";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { judgeReturned as judgeWith } from "../../../src/lessons/checks/returned";
import type { JsonValue } from "../../../src/shared/json";

const returned = (value: JsonValue) => {
  const world = seedWorld();
  return {
    end: { kind: "finished", result: [value] },
    output: "",
    calls: [],
    before: world,
    after: world,
  } as const;
};
const judgeReturned = (
  ...[check, outcome]: Parameters<typeof judgeWith> extends [infer A, infer B, ...unknown[]] ? [A, B] : never
) => judgeWith(check, outcome, () => false);
const check = { id: "c", kind: "returned", say: "{seen}" } as const;

describe("a returned value is checked", () => {
  const failed = [
    { to: "1", code: 131056 },
    { to: "2", code: "130497" },
  ];

  test("by its path, counted from 1", () => {
    expect(judgeReturned({ ...check, at: "failed.2.to", value: "2" }, returned({ failed }))).toBeNull();
    expect(judgeReturned({ ...check, at: "failed.3.to", value: "2" }, returned({ failed }))).toEqual({
      seen: "nothing",
      count: "0",
    });
  });

  test("in each item, naming the first wrong one", () => {
    const numbers = { ...check, at: "failed.*.code", type: "number" } as const;
    expect(judgeReturned(numbers, returned({ failed }))).toEqual({ seen: '"130497"', count: "0" });
    expect(judgeReturned(numbers, returned({ failed: failed.slice(0, 1) }))).toBeNull();
    expect(judgeReturned(numbers, returned({ failed: [{ to: "1" }] }))).toEqual({
      seen: "nothing",
      count: "0",
    });
  });

  test("in no item of an empty list", () => {
    const numbers = { ...check, at: "*", type: "number" } as const;
    expect(judgeReturned(numbers, returned([]))).toBeNull();
    expect(judgeReturned(numbers, returned("none"))).toBeNull();
  });
});
