/**
 * Calls `work` when the page has a moment, with the milliseconds it may take; at the latest after `timeout`. Without
 * `requestIdleCallback` (Safari), a short delay stands in for it. Returns a function that cancels.
 */
export function whenIdle(work: (budgetMs: number) => void, timeout?: number): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(
      (deadline) => work(Math.min(12, Math.max(4, deadline.timeRemaining()))),
      timeout === undefined ? {} : { timeout },
    );
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(() => work(6), timeout === undefined ? 1_000 : timeout / 5);
  return () => clearTimeout(id);
}
