/** How much work an answer may take: steps are counted, not timed, so the same text is given up at the same place. */

class TooMuchWork extends Error {}

/** The limit for one answer, well below a second, since the editor's other help waits for it. */
export const MOST_STEPS = 400_000;

let left = Infinity;

/**
 * Counts steps of about a microsecond each. Call it once per token or node, and in loops that can run longer than the text they
 * read.
 */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new TooMuchWork("This script is too complex to check.");
}

/** Returns `answer()`, or `otherwise()` if that takes more steps than allowed. */
export function withinSteps<T>(steps: number, answer: () => T, otherwise: () => T): T {
  const outer = left;
  const inner = Math.min(outer, steps);
  left = inner;
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return otherwise();
  } finally {
    left = outer - (inner - Math.max(0, left));
  }
}
