/** Calls `work` when the page has a moment, with the milliseconds it may take; gives a function that cancels. */
export function whenIdle(work: (budgetMs: number) => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback((deadline) => work(Math.min(12, Math.max(4, deadline.timeRemaining()))), {
      timeout: 100,
    });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(() => work(6), 16);
  return () => clearTimeout(id);
}
