import fc from "fast-check";
import { expect, test } from "vitest";
import { byNearness, editDistance } from "../../../src/shared/nearest";

const word = fc.string({ maxLength: 12 });

test.each([
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["ab", "ba", 1],
  ["send_mesage", "send_message", 1],
])("%s to %s takes %i edits", (a, b, edits) => expect(editDistance(a, b)).toBe(edits));

test("distance is symmetric, zero for the same text, and at most the longer one's length", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test("every name is kept, with the likeliest first", () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { minLength: 1 }), (wanted, names) => {
      expect(byNearness(wanted, names).toSorted()).toEqual(names.toSorted());
    }),
  );
  expect(byNearness("SEND", ["get", "send"])[0]).toBe("send");
});
