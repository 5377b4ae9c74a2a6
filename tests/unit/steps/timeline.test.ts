import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksOf, stepsWhere } from "../../../src/steps/navigate";
import { type RunStep, STEP_KINDS, whatWord, whereWord } from "../../../src/steps/step";
import { Timeline } from "../../../src/steps/timeline";

const step: fc.Arbitrary<RunStep> = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  line: fc.nat({ max: 2 ** 24 }),
  depth: fc.nat({ max: 2 ** 20 - 1 }),
  thread: fc.nat({ max: 4095 }),
});

describe("a timeline", () => {
  test("keeps every step, and a hash that tells different runs apart", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.nat({ max: 199 }), (steps, changed) => {
        const timeline = new Timeline();
        const hashes = steps.map((one) => {
          timeline.add(one);
          return timeline.hash;
        });
        expect(steps.map((_, index) => timeline.at(index + 1))).toEqual(steps);
        expect(steps.map((_, index) => timeline.hashAfter(index + 1))).toEqual(hashes);
        expect([timeline.at(0), timeline.at(steps.length + 1)]).toEqual([null, null]);
        const other = new Timeline();
        const words = steps.flatMap(({ kind, line, depth, thread }, index) => [
          whatWord(kind, index === changed ? line + 1 : line),
          whereWord(depth, thread),
        ]);
        other.addWords(Int32Array.from(words));
        expect(other.hash === timeline.hash).toBe(changed >= steps.length);
      }),
    );
  });

  test("takes less than 64 MB with its marks, however long the run is", () => {
    const buffers = () => process.memoryUsage().arrayBuffers;
    const before = buffers();
    const timeline = new Timeline();
    const prints = new Int32Array(20_000).map((_, at) => (at % 2 === 0 ? whatWord("print", 1) : 0));
    for (let count = 0; count < 8_000_000; count += 10_000) timeline.addWords(prints);
    const marks = marksOf(timeline);
    expect(buffers() - before).toBeLessThan(64 * 1024 * 1024);
    expect(marks.print.length).toBeGreaterThan(4_990_000);
    expect(timeline.count).toBe(8_000_000);
  });

  test("of more than five million steps keeps the first and the last, and says which are missing", () => {
    const timeline = new Timeline();
    const million = new Int32Array(2_000_000);
    for (let count = 0; count < 6_000_000; count += 1_000_000) {
      for (let at = 0; at < million.length; at += 2) million[at] = whatWord("line", count + at / 2 + 1);
      timeline.addWords(million);
    }
    expect(timeline.count).toBe(6_000_000);
    const { from, to } = timeline.missing ?? { from: 0, to: 0 };
    expect(to - from).toBeGreaterThan(900_000);
    for (const n of [1, from - 1, to + 1, 6_000_000]) expect(timeline.at(n)?.line).toBe(n);
    expect([...stepsWhere(timeline, (_, line) => line === to + 1)]).toEqual([to + 1]);
    for (const n of [from, to, Math.round((from + to) / 2)]) {
      expect(timeline.at(n)).toBeNull();
      expect(timeline.hashAfter(n)).toBeNull();
    }
    expect(timeline.hashAfter(6_000_000)).toBe(timeline.hash);
  });
});
