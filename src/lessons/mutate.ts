import type { Lesson, MutantReason } from "./course";
import { passes } from "./grade";
import { type Mutant, mutantsOf } from "./mutants";
import type { RunTrial } from "./outcome";

/** What became of the mutants of a lesson's solution. */
export interface Mutated {
  readonly lesson: string;
  readonly count: number;
  /** Those that passed with every seed, in the order of the text. */
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
  const made = { ...lesson, worlds: lesson.worlds.map((world) => remembered(world, runTrial)) };
  const mutants = mutantsOf(lesson.solution, lesson.judgesOutput);
  const passed: Mutant[] = [];
  const queue = mutants.values();
  const judgeNext = async (): Promise<void> => {
    // Each taker gets the next mutant of the one queue.
    for (const mutant of queue) {
      if (await passesAll(made, mutant, seeds, runTrial)) passed.push(mutant);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, judgeNext));
  const survivors = passed
    .sort((a, b) => mutants.indexOf(a) - mutants.indexOf(b))
    .map((mutant) => ({ ...mutant, reason: lesson.survivors.find(explains(mutant))?.reason ?? null }));
  const outdated = lesson.survivors.filter((one) => !survivors.some((mutant) => explains(mutant)(one)));
  return { lesson: lesson.id, count: mutants.length, survivors, outdated };
}

const explains =
  (mutant: Mutant) =>
  ({ change, code }: MutantReason): boolean =>
    change === mutant.change && code === mutant.code;

async function passesAll(
  lesson: Lesson,
  { source }: Mutant,
  seeds: readonly number[],
  runTrial: RunTrial,
): Promise<boolean> {
  for (const seed of seeds) {
    if (!(await passes(lesson, { name: `${lesson.id}.lua`, source }, seed, runTrial))) return false;
  }
  return true;
}

/** The world, made once for each seed. */
function remembered(world: Lesson["worlds"][number], runTrial: RunTrial): Lesson["worlds"][number] {
  const known = new Map<number, ReturnType<typeof world.make>>();
  return {
    ...world,
    make(seed) {
      const made = known.get(seed) ?? world.make(seed, runTrial);
      known.set(seed, made);
      return made;
    },
  };
}
