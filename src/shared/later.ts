/** Runs `work` after `ms` milliseconds; the function it returns cancels that. */
export type Later = (work: () => void, ms: number) => () => void;

/** The browser's timer. */
export const browserLater: Later = (work, ms) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
