/**
 * Binary search: the first index below `length` at which `holds` is true, or `length` if there is none. Once it holds, it
 * must hold for all later indexes.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
