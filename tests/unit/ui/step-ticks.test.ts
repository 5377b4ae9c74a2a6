import { expect, test } from "vitest";
import { stepAtPixel, tickPixels } from "../../../src/ui/steps/ticks";

test("a million prints are at most one tick a pixel", () => {
  const steps = Array.from({ length: 1_000_000 }, (_, index) => index + 1);
  const pixels = tickPixels(steps, 1_000_000, 300);
  expect(pixels).toHaveLength(301);
  expect([pixels[0], pixels.at(-1)]).toEqual([0, 300]);
});

test("a click finds the nearest tick within reach", () => {
  const steps = [1, 50, 100];
  expect(stepAtPixel(steps, 100, 990, 495, 6)).toBe(50);
  expect(stepAtPixel(steps, 100, 990, 488, 6)).toBe(50);
  expect(stepAtPixel(steps, 100, 990, 400, 6)).toBeNull();
  expect(stepAtPixel(steps, 100, 990, 990, 6)).toBe(100);
  expect(stepAtPixel([], 100, 990, 0, 6)).toBeNull();
  expect(stepAtPixel([1], 1, 990, 0, 6)).toBe(1);
});
