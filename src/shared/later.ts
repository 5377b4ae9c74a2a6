/** Runs `work` after `ms` milliseconds; the function it returns cancels that. */
export type Later = (work: () => void, ms: number) => () => void;

/** The browser's timer. */
export const browserLater: Later = (work, ms) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Milliseconds of one wait of `afterQuiet`. */
const STEP = 250;

/**
 * Like `later`, but in several short waits. A page that stands still for seconds uses up only one of them, so it doesn't blame
 * its own delay on what it waits for.
 */
export function afterQuiet(later: Later, work: () => void, ms: number): () => void {
  let cancel = () => {};
  const wait = (left: number) => {
    cancel = later(() => (left > STEP ? wait(left - STEP) : work()), Math.min(left, STEP));
  };
  wait(ms);
  return () => cancel();
}
