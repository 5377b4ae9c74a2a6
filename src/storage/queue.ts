/** Runs pieces of work one after the other; each starts when the one before it has ended, well or badly. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue of this tab. */
export function oneAtATime(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    // The caller gets the rejection; the queue only has to go on.
    last = next.catch(() => {});
    return next;
  };
}

/** A queue of all tabs, by Web Locks. Older browsers have none: their tabs may run work at the same time. */
export function oneTabAtATime(name: string): Queue {
  const inTurn = oneAtATime();
  const locks = "locks" in navigator ? navigator.locks : null;
  return (work) => inTurn(() => (locks === null ? work() : locks.request(name, work)));
}
