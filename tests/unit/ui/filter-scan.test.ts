import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FilterScan } from "../../../src/ui/panes/console/filter";

const source = (lines: readonly string[], first = 0) => ({
  first,
  end: lines.length,
  text: (id: number) => lines[id] ?? "",
});
const matches = (scan: FilterScan) => Array.from({ length: scan.count }, (_, index) => scan.match(index));

describe("The console's filter", () => {
  it("finds the text anywhere in a line, ignoring case", () => {
    const scan = new FilterScan("Sent");
    expect(scan.advance(source(["sent 1", "failed", "was SENT"]), () => true)).toBe(true);
    expect(matches(scan)).toEqual([0, 2]);
  });

  it("continues where it stopped, in slices as short as one line", () => {
    const lines = ["a", "b", "a", "b"];
    const scan = new FilterScan("a");
    let slices = 1;
    while (!scan.advance(source(lines), () => false)) slices += 1;
    expect(slices).toBe(4);
    expect(matches(scan)).toEqual([0, 2]);
  });

  it("finds the same as a plain search, however output arrives and old lines are dropped", () => {
    const steps = fc.array(
      fc.record({
        add: fc.array(fc.constantFrom("ab", "b", "xAb"), { maxLength: 5 }),
        drop: fc.nat(4),
        slice: fc.nat(3),
      }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        const lines: string[] = [];
        let first = 0;
        const scan = new FilterScan("ab");
        for (const { add, drop, slice } of all) {
          lines.push(...add);
          first = Math.min(lines.length, first + drop);
          let left = slice;
          scan.advance(source(lines, first), () => left-- > 0);
        }
        while (!scan.advance(source(lines, first), () => true));
        const wanted = lines.flatMap((line, id) => (id >= first && /ab/i.test(line) ? [id] : []));
        expect(matches(scan)).toEqual(wanted);
      }),
    );
  });
});
