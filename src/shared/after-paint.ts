/**
 * Calls `work` once the next frame has been painted, so that people see the response before what takes longer. A hidden page
 * paints nothing, so it waits.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
