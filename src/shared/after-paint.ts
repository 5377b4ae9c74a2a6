/**
 * Calls `work` once the next frame has been painted, so that an answer to a person is seen before what takes longer. A hidden
 * page paints nothing: there it waits.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
