import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clip } from "../../../src/ui/panes/shared/long-text";

describe("A long printed text", () => {
  it("is shown whole if it is short", () => {
    expect(clip("one\ntwo", 100, 10)).toEqual({ shown: "one\ntwo", hidden: 0 });
  });

  it("is cut after the maximum number of lines", () => {
    expect(clip("1\n2\n3\n4", 100, 2)).toEqual({ shown: "1\n2", hidden: 4 });
  });

  it("loses nothing: the shown and hidden parts add up", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\n", "😀") }),
        fc.nat(20),
        fc.integer({ min: 1, max: 5 }),
        (text, chars, lines) => {
          const { shown, hidden } = clip(text, chars, lines);
          expect(text.startsWith(shown)).toBe(true);
          expect(shown.length + hidden).toBe(text.length);
          expect(shown.length).toBeLessThanOrEqual(chars);
          expect(shown.split("\n").length).toBeLessThanOrEqual(lines);
          expect(() => encodeURIComponent(shown)).not.toThrow();
        },
      ),
    );
  });
});
