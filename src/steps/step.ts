/** What can happen at one step of a run, in the order of their codes in a timeline. @internal */
export const STEP_KINDS = ["line", "call", "return", "print", "request", "error", "end"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Where in a run something happens. */
export interface StepPlace {
  /** 1-based; of a call the line where the function begins, else the line that is running. */
  readonly line: number;
  /** Functions of the script that are open, without the main chunk. */
  readonly depth: number;
  /** 0 is the main thread. Coroutines are counted in the order in which they first run. */
  readonly thread: number;
}

/** One step of a run. Steps are counted from 1. */
export interface RunStep extends StepPlace {
  readonly kind: StepKind;
}

const MOST_DEPTH = 2 ** 20 - 1;
const MOST_THREAD = 2 ** 12 - 1;
const CODES: Readonly<Record<StepKind, number>> = {
  ...{ line: 0 << 28, call: 1 << 28, return: 2 << 28, print: 3 << 28 },
  ...{ request: 4 << 28, error: 5 << 28, end: 6 << 28 },
};

/** The first word of a step: kind and line. */
export function whatWord(kind: StepKind, line: number): number {
  return CODES[kind] | line;
}

/** The second word of a step. A depth beyond a million or a thread beyond 4,095 is counted as that. */
export function whereWord(depth: number, thread: number): number {
  return (Math.min(depth, MOST_DEPTH) << 12) | Math.min(thread, MOST_THREAD);
}

/** The kind that a step's first word says, if it is a step's. */
export function kindOfWord(what: number): StepKind | undefined {
  return STEP_KINDS[what >>> 28];
}

/** The line that a step's first word says. */
export function lineOfWord(what: number): number {
  return what & 0xfffffff;
}

/** Reads the two words of a step. Returns `null` if they are not a step's. */
export function stepOfWords(what: number, where: number): RunStep | null {
  const kind = kindOfWord(what);
  if (kind === undefined) return null;
  return { kind, line: lineOfWord(what), depth: where >>> 12, thread: where & MOST_THREAD };
}

/** The hash of a run up to a step, from the hash before it. */
export function mixedHash(hash: number, what: number, where: number): number {
  return Math.imul(Math.imul(hash ^ what, 16_777_619) ^ where, 16_777_619);
}
