/** Runs `work` after `ms` milliseconds; gives what cancels it. */
export type Later = (work: () => void, ms: number) => () => void;

/** By the browser's timer. */
export const browserLater: Later = (work, ms) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
