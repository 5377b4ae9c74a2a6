import { firstIndex } from "../../shared/first-index";

/** A step's position on a timeline of `width` pixels. */
function placeOf(step: number, count: number, width: number): number {
  return count <= 1 ? 0 : ((step - 1) / (count - 1)) * width;
}

/** Returns the pixels with at least one of the sorted steps, so drawing a million costs no more. */
export function tickPixels(
  steps: ArrayLike<number> & Iterable<number>,
  count: number,
  width: number,
): readonly number[] {
  const pixels: number[] = [];
  let last = -1;
  for (const step of steps) {
    const pixel = Math.round(placeOf(step, count, width));
    if (pixel !== last) pixels.push(pixel);
    last = pixel;
  }
  return pixels;
}

/** Returns the step nearest to a pixel from a sorted list, or `null` if none is within `reach` pixels. */
export function stepAtPixel(
  steps: ArrayLike<number>,
  count: number,
  width: number,
  pixel: number,
  reach: number,
): number | null {
  const after = firstIndex(steps.length, (index) => placeOf(steps[index] ?? 0, count, width) >= pixel);
  const distance = (step: number) => Math.abs(placeOf(step, count, width) - pixel);
  let nearest: number | null = null;
  for (const index of [after - 1, after]) {
    const step = steps[index];
    if (step === undefined || distance(step) > reach) continue;
    if (nearest === null || distance(step) < distance(nearest)) nearest = step;
  }
  return nearest;
}
