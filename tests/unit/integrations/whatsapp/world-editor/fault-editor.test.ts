import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import type { Fault } from "../../../../../src/integrations/whatsapp/simulator/world/fault";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import {
  callsWords,
  errorChoices,
  faultSentence,
  faultState,
  operationChoices,
  ordinal,
} from "../../../../../src/integrations/whatsapp/world-editor/fault-words";
import { faultKind } from "../../../../../src/integrations/whatsapp/world-editor/faults";
import { sample } from "../../../../support/sample";
import { errorOf, typing } from "./typing";

const world = seedWorld();
const maintenance: Fault = {
  operation: "send_template",
  from: 3,
  count: 1,
  effect: { kind: "error", code: 131057, subcode: null },
};

const number = fc.oneof(
  fc.nat({ max: 700 }).map(String),
  fc.constantFrom("", "-1", "1.5", "0", "x", "1e3", " 4 "),
);
const typed = fc.record({
  operation: fc.constantFrom(...operationChoices.map(([value]) => value)),
  from: number,
  span: fc.constantFrom("once", "several", "on"),
  count: number,
  effect: fc.constantFrom("error", "http", "slow", "timeout", "cut"),
  "error.code": fc.constantFrom(...knownErrorCodes).map(String),
  "error.subcode": fc.constantFrom("null", "463"),
  "http.status": number,
  "http.contentType": fc.string({ maxLength: 10 }),
  "http.body": fc.string({ maxLength: 10 }),
  "slow.ms": number,
  when: fc.constantFrom("before", "after"),
});

describe("a fault in words", () => {
  it("is one sentence for each kind of rule", () => {
    expect(faultSentence(maintenance)).toBe(
      "The 3rd send_template fails with 131057 (Account in maintenance mode).",
    );
    expect(
      faultSentence({ operation: "get_message", from: 2, count: null, effect: { kind: "slow", ms: 5_000 } }),
    ).toBe("Every get_message from the 2nd on takes 5 s longer.");
    expect(
      faultSentence({ operation: "send_message", from: 2, count: 1, effect: { kind: "cut", when: "after" } }),
    ).toBe("The 2nd send_message loses its connection after Meta accepts it.");
    expect(
      faultSentence({ operation: "any", from: 1, count: null, effect: { kind: "timeout", when: "before" } }),
    ).toBe("Every call gets no response for 30 s, before Meta accepts it.");
    expect(
      faultSentence({
        operation: "list_templates",
        from: 2,
        count: 3,
        effect: { kind: "http", status: 502, contentType: "text/html", body: "<p>" },
      }),
    ).toBe("Each list_templates from the 2nd to the 4th gets HTTP 502 with text/html, not from Meta.");
  });

  it("uses English ordinals", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112, 1013, 1023].map(ordinal).join(" ")).toBe(
      "1st 2nd 3rd 4th 11th 12th 13th 21st 101st 111th 112th 1013th 1023rd",
    );
  });

  it("says how many such calls there have been", () => {
    const called: World = { ...world, calls: { ...world.calls, send_template: 2 } };
    expect(callsWords(called, "send_template")).toBe("2 send_template calls so far. The next is the 3rd.");
    expect(callsWords(world, "any")).toBe("No calls yet.");
    expect(faultState(world, maintenance)).toBe("After 2 more calls");
    expect(faultState(called, maintenance)).toBe("Applies to the next call");
    expect(faultState({ ...called, calls: { ...called.calls, send_template: 3 } }, maintenance)).toBe("Over");
  });

  it("names every code a fault can answer with, and its cause", () => {
    expect(errorChoices.map(([code]) => code)).toEqual(knownErrorCodes);
    for (const [code, title, cause] of errorChoices)
      expect(title.replace(`${code} `, "") !== "" && cause !== "").toBe(true);
  });
});

describe("the fault editor", () => {
  it("accepts only what the world accepts, and names the field otherwise", () => {
    fc.assert(
      fc.property(typed, (texts) => {
        const { value, isWrong, fields } = typing(faultKind, world, null, texts);
        if (!isWrong) expect(parseWorld(faultKind.put(world, value, null)).ok).toBe(true);
        else expect(fields.filter(({ error }) => error !== null)).not.toEqual([]);
      }),
      { numRuns: sample(100, 5_000) },
    );
  });

  it("changes nothing if a rule is opened and saved", () => {
    fc.assert(
      fc.property(typed, (texts) => {
        const { value, isWrong } = typing(faultKind, world, null, texts);
        if (isWrong) return;
        const holding = faultKind.put(world, value, null);
        const again = typing(faultKind, holding, holding.faults[0] ?? null, {});
        expect([again.isWrong, again.value]).toEqual([false, value]);
      }),
      { numRuns: sample(100, 5_000) },
    );
  });

  it("says at each number field what to type", () => {
    const wrong = (texts: Record<string, string>, id: string) =>
      errorOf(typing(faultKind, world, null, texts), id);
    expect(wrong({ from: "0" }, "from")).toContain("Enter 1 or more");
    expect(wrong({ span: "several", count: "x" }, "count")).toContain("Enter 1 or more");
    expect(wrong({ effect: "http", "http.status": "99" }, "http.status")).toContain("200 to 599");
    expect(wrong({ effect: "slow", "slow.ms": "601" }, "slow.ms")).toContain("0 to 600");
    expect(wrong({ effect: "slow", "slow.ms": "0,5" }, "slow.ms")).toBeNull();
  });

  it("starts a new rule at the next call, of any kind", () => {
    const called: World = { ...world, calls: { ...world.calls, send_message: 4, get_message: 2 } };
    expect(typing(faultKind, called, null, {}).value.from).toBe(5);
    expect(typing(faultKind, called, null, { operation: "get_message" }).value.from).toBe(3);
  });

  it("restores a removed rule at its place, since the first match wins", () => {
    const cut: Fault = { ...maintenance, effect: { kind: "cut", when: "before" } };
    const two = faultKind.put(faultKind.put(world, maintenance, null), cut, null);
    const one = faultKind.remove(two, "0");
    expect(one.faults).toEqual([cut]);
    expect(faultKind.put(one, maintenance, null, 0).faults).toEqual([maintenance, cut]);
  });
});
