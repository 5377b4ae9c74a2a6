import type { Lesson } from "./course";
import { type CourseFault, type Failure, failuresIn } from "./failures";
import { type LessonOutcome, type RunTrial, runOver } from "./outcome";

/** Word for word: `docs/runtime.md`, Limits. */
const TIMEOUT = "Lua timeout error";

/** Passed when no check failed in any world. */
export interface Verdict {
  readonly passed: boolean;
  /** The worlds were made from this seed. */
  readonly seed: number;
  readonly failures: readonly Failure[];
}

interface Script {
  readonly name: string;
  readonly source: string;
  /** Whether these failures are enough: the script is tried in no further world then. Absent: never. */
  readonly enough?: (failures: readonly Failure[]) => boolean;
}

/**
 * Runs a script over each world of a lesson in turn, and checks what it did. The worlds come from `seed`: the same seed makes
 * the same worlds. Calls `onWorld` with each index. Rejects if a world or predicate of the course is wrong. What is wrong with
 * the script is in the verdict.
 */
export async function grade(
  lesson: Lesson,
  script: Script,
  seed: number,
  runTrial: RunTrial,
  onWorld: (index: number) => void = () => {},
): Promise<Verdict> {
  const [verdict] = await gradeAll(lesson, [script], seed, runTrial, { onWorld });
  if (verdict === undefined) throw new Error("Every script has a verdict.");
  if ("fault" in verdict) throw verdict.fault;
  return verdict;
}

/**
 * Grades several scripts. Faster than one after the other, with the same verdicts: each world is made once, and everything the
 * scripts did in it is checked together. A script that makes a predicate fail gets that as its own fault.
 */
export async function gradeAll(
  lesson: Lesson,
  scripts: readonly Script[],
  seed: number,
  runTrial: RunTrial,
  { atOnce = 1, onWorld = () => {} }: { atOnce?: number; onWorld?: (index: number) => void } = {},
): Promise<readonly (Verdict | CourseFault)[]> {
  const tried = scripts.map((script) => new Tried(script));
  for (const [index, recipe] of lesson.worlds.entries()) {
    const open = tried.filter(({ over }) => !over);
    if (open.length === 0) break;
    onWorld(index);
    const made = await recipe.make(seed, runTrial);
    const outcomes = await inTurn(open, atOnce, ({ script }) => runOver(made.world, script, runTrial));
    const found = await failuresIn({ lesson, made, index, seed }, outcomes, runTrial);
    for (const [at, one] of open.entries()) one.add(outcomes[at], found[at]);
  }
  return tried.map(({ fault, failures }) => {
    if (fault !== null) return fault;
    return { passed: failures.size === 0, seed, failures: inOrder(lesson, [...failures.values()]) };
  });
}

/** A script and what is known about it so far. */
class Tried {
  readonly script: Script;
  readonly failures = new Map<string, Failure>();
  fault: CourseFault | null = null;
  over = false;

  constructor(script: Script) {
    this.script = script;
  }

  /** Adds the outcome in one world. */
  add(outcome: LessonOutcome | undefined, found: readonly Failure[] | CourseFault | undefined): void {
    if (outcome === undefined || found === undefined) return;
    if ("fault" in found) {
      this.fault = found;
      this.over = true;
      return;
    }
    for (const failure of found) {
      const known = this.failures.get(failure.check);
      this.failures.set(
        failure.check,
        known === undefined ? failure : { ...known, worlds: [...known.worlds, ...failure.worlds] },
      );
    }
    const { end } = outcome;
    // An endless loop would only time out again in the next world.
    const endless = end.kind === "stopped" || (end.kind === "failed" && end.message === TIMEOUT);
    this.over = endless || this.script.enough?.([...this.failures.values()]) === true;
  }
}

/** `work` done for each item, for `atOnce` of them at the same time. Results are in the items' order. */
async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const takeNext = async () => {
    // Each taker gets the next item of the one queue.
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, takeNext));
  return results;
}

/** In the order of the lesson's checks, which is that of importance, whatever world they failed in first. */
function inOrder({ checkIds }: Lesson, failures: readonly Failure[]): readonly Failure[] {
  return [...failures].sort((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check));
}
