/** Tries a course's own answers as a learner's would be tried, before a teacher hands it out. */
import { messageOf } from "../shared/message-of";
import type { Course, CourseAnswer, Lesson } from "./course";
import { grade } from "./grade";
import type { RunTrial } from "./outcome";

export interface Rehearsed {
  readonly lesson: string;
  /** The file in the lesson's folder; `lesson.md` for an example of its text. */
  readonly file: string;
  /** What is wrong with it, in a sentence, or `null`. */
  readonly problem: string | null;
}

interface RehearsalWish {
  /** The lessons to try; all if absent. */
  readonly lessons?: readonly Lesson[];
  /** Seeds to make each lesson's worlds from; each answer is tried over them until one goes wrong. */
  readonly seeds?: readonly number[];
}

/** Tries every answer of a course, one after the other. A course that is wrong itself is a problem of the answer tried. */
export async function* rehearse(
  course: Course,
  runTrial: RunTrial,
  { lessons = course.lessons, seeds = [1] }: RehearsalWish = {},
): AsyncGenerator<Rehearsed> {
  for (const lesson of lessons) {
    for (const answer of answersOf(lesson)) {
      const problem = await problemOverSeeds(lesson, answer, seeds, runTrial).catch(messageOf);
      yield { lesson: lesson.id, file: answer.file, problem };
    }
    yield* examples(lesson, runTrial);
  }
}

function answersOf({ starter, solution, answers }: Lesson): readonly CourseAnswer[] {
  return [
    { file: "starter.lua", source: starter, passes: false, expects: null },
    { file: "solution.lua", source: solution, passes: true, expects: null },
    ...answers,
  ];
}

/** What is wrong with an answer, for the first seed that shows it. */
async function problemOverSeeds(
  lesson: Lesson,
  answer: CourseAnswer,
  seeds: readonly number[],
  runTrial: RunTrial,
): Promise<string | null> {
  for (const seed of seeds) {
    const problem = await problemOf(lesson, answer, seed, runTrial);
    if (problem !== null) return seeds.length === 1 ? problem : `Seed ${seed}: ${problem}`;
  }
  return null;
}

async function problemOf(
  lesson: Lesson,
  answer: CourseAnswer,
  seed: number,
  runTrial: RunTrial,
): Promise<string | null> {
  const script = { name: `${lesson.id}.lua`, source: answer.source };
  const { passed, failures } = await grade(lesson, script, seed, runTrial);
  const first = failures[0];
  if (answer.passes) {
    if (first === undefined) return null;
    const worlds = first.worlds.map(({ name }) => name).join(", in ");
    return `It must pass, and fails ${first.check} in ${worlds}: ${first.sentence}`;
  }
  if (passed) return "It passes in every world, and must not.";
  if (answer.expects === null || answer.expects === first?.check) return null;
  return `It should fail ${answer.expects} first, and fails ${first?.check}: ${first?.sentence}`;
}

/** The Lua of the lesson's text, which runs in the tea shop. */
async function* examples(lesson: Lesson, runTrial: RunTrial): AsyncGenerator<Rehearsed> {
  for (const [, source = ""] of lesson.text.matchAll(/^```lua\n([\s\S]*?)^```$/gm)) {
    const { end } = await runTrial({ name: "lesson.md", source, worlds: {} });
    const problem = end.kind === "failed" ? `An example of the text ends in an error: ${end.message}` : null;
    yield { lesson: lesson.id, file: "lesson.md", problem };
  }
}
