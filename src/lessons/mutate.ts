import type { Lesson, MutantReason } from "./course";
import type { CourseFault } from "./failures";
import { gradeAll, type Verdict } from "./grade";
import { type Mutant, mutantsOf } from "./mutants";
import type { RunTrial } from "./outcome";

/** What became of the mutants of a lesson's solution. */
export interface Mutated {
  readonly lesson: string;
  readonly count: number;
  /** Mutants that passed with every seed, in the order of the text. */
  readonly survivors: readonly Survivor[];
  /** What `survivors.md` explains although no such mutant passed. */
  readonly outdated: readonly MutantReason[];
}

interface Survivor extends Mutant {
  /** Why it may pass, from `survivors.md`, or `null`. */
  readonly reason: string | null;
}

/** Judges each mutant of a lesson's solution with these seeds, `atOnce` of them at the same time. */
export async function mutate(
  lesson: Lesson,
  seeds: readonly number[],
  runTrial: RunTrial,
  atOnce: number,
): Promise<Mutated> {
  const mutants = mutantsOf(lesson.solution, lesson.judgesOutput);
  let passed = mutants;
  for (const seed of seeds) {
    const scripts = passed.map(({ source }) => ({ name: `${lesson.id}.lua`, source, enough: anyFailure }));
    const verdicts = await gradeAll(lesson, scripts, seed, runTrial, { atOnce });
    passed = passed.filter((_, at) => hasPassed(verdicts[at]));
  }
  const survivors = passed.map((mutant) => ({
    ...mutant,
    reason: lesson.survivors.find(explains(mutant))?.reason ?? null,
  }));
  const outdated = lesson.survivors.filter((one) => !survivors.some((mutant) => explains(mutant)(one)));
  return { lesson: lesson.id, count: mutants.length, survivors, outdated };
}

const explains =
  (mutant: Mutant) =>
  ({ change, code }: MutantReason): boolean =>
    change === mutant.change && code === mutant.code;

const anyFailure = (failures: readonly unknown[]) => failures.length > 0;

/** Throws what is wrong with the course. */
function hasPassed(verdict: Verdict | CourseFault | undefined): boolean {
  if (verdict === undefined) return false;
  if ("fault" in verdict) throw verdict.fault;
  return verdict.passed;
}
