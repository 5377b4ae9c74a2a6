/** Runs pieces of work one after the other; each starts when the one before it has ended, well or badly. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

export function oneAtATime(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    // The caller gets the rejection; the queue only has to go on.
    last = next.catch(() => {});
    return next;
  };
}
