import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weigh } from "../../../src/sandbox/weigh";

describe("the gate passes on", () => {
  test("what a run sends, with its buffers", () => {
    const frames = new Uint8Array([0, 1, 0, 0, 0, 120]);
    expect(weigh({ kind: "output", frames })).toEqual([frames.buffer]);
    expect(weigh({ kind: "runEvents", events: { whatsapp: [{}] }, rows: [{ id: 1, line: null }] })).toEqual(
      [],
    );
  });

  test("a buffer shared by several views, once", () => {
    const buffer = new ArrayBuffer(8);
    expect(weigh([new Uint8Array(buffer), new Int32Array(buffer)])).toEqual([buffer]);
  });

  test("any JSON of ordinary size", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(weigh(value)).toEqual([]);
      }),
    );
  });
});

describe("the gate refuses", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const doubling = Array.from({ length: 40 }).reduce((inner) => [inner, inner], [] as unknown);
  test.each([
    ["a text of 200 MB", () => "x".repeat(2e8)],
    ["a key of 200 MB", () => ({ ["x".repeat(2e8)]: 1 })],
    ["two million objects", () => Array.from({ length: 2e6 }, () => ({}))],
    [
      "an object of two million fields",
      () => Object.fromEntries(Array.from({ length: 2e6 }, (_, n) => [n, n])),
    ],
    ["a list that says it has four billion items", () => new Array(2 ** 32 - 1)],
    ["a list that holds itself", () => cycle],
    ["a list that doubles with each level", () => doubling],
    ["shared memory", () => new Uint8Array(new SharedArrayBuffer(8))],
    ["a map", () => new Map()],
    ["a date", () => ({ at: new Date(0) })],
    ["a big integer", () => 1n],
    ["a port", () => new MessageChannel().port1],
  ])("%s", (_, message) => {
    expect(weigh(message())).toBeNull();
  });
});
