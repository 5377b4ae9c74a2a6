/** Tests a course's own answers the way a learner's are tested, before a teacher publishes it. */
import { messageOf } from "../shared/message-of";
import type { Course, CourseAnswer, Lesson } from "./course";
import type { CourseFault, Failure } from "./failures";
import { gradeAll, type Verdict } from "./grade";
import type { RunTrial } from "./outcome";

export interface Rehearsed {
  readonly lesson: string;
  /** The file in the lesson's folder; `lesson.md` for an example of its text. */
  readonly file: string;
  /** What is wrong with it, as a sentence, or `null`. */
  readonly problem: string | null;
}

interface RehearsalWish {
  /** The lessons to try; all if absent. */
  readonly lessons?: readonly Lesson[];
  /** Seeds to make each lesson's worlds from; each answer is tried over them until one goes wrong. */
  readonly seeds?: readonly number[];
  /** How many answers are run at the same time. */
  readonly atOnce?: number;
}

/** Tries every answer of a course, lesson by lesson. A course that is wrong itself is a problem of the answers tried. */
export async function* rehearse(
  course: Course,
  runTrial: RunTrial,
  { lessons = course.lessons, seeds = [1], atOnce = 1 }: RehearsalWish = {},
): AsyncGenerator<Rehearsed> {
  for (const lesson of lessons) {
    const problems = new Map<CourseAnswer, string>();
    const answers = answersOf(lesson);
    for (const seed of seeds) {
      const open = answers.filter((answer) => !problems.has(answer));
      for (const [answer, problem] of await problemsOf(lesson, open, seed, { runTrial, atOnce })) {
        problems.set(answer, seeds.length === 1 ? problem : `Seed ${seed}: ${problem}`);
      }
    }
    for (const answer of answers) {
      yield { lesson: lesson.id, file: answer.file, problem: problems.get(answer) ?? null };
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

/** The answers that do not do their job in the worlds of a seed, and why. */
async function problemsOf(
  lesson: Lesson,
  answers: readonly CourseAnswer[],
  seed: number,
  { runTrial, atOnce }: { readonly runTrial: RunTrial; readonly atOnce: number },
): Promise<readonly (readonly [CourseAnswer, string])[]> {
  const scripts = answers.map((answer) => ({
    name: `${lesson.id}.lua`,
    source: answer.source,
    enough: (failures: readonly Failure[]) => isDecided(lesson, answer, failures),
  }));
  try {
    const verdicts = await gradeAll(lesson, scripts, seed, runTrial, { atOnce });
    return answers.flatMap((answer, at) => {
      const problem = problemOf(answer, verdicts[at]);
      return problem === null ? [] : [[answer, problem] as const];
    });
  } catch (problem) {
    return answers.map((answer) => [answer, messageOf(problem)] as const);
  }
}

/** Whether no further world can change the verdict on an answer. */
function isDecided(
  { checkIds }: Lesson,
  { passes, expects }: CourseAnswer,
  failures: readonly Failure[],
): boolean {
  if (passes) return false;
  // No check comes before the first one, and nothing before an error.
  const settling = expects === null ? null : ["error", ...(expects === checkIds[0] ? [expects] : [])];
  return failures.some(({ check }) => settling === null || settling.includes(check));
}

function problemOf(answer: CourseAnswer, verdict: Verdict | CourseFault | undefined): string | null {
  if (verdict === undefined) return null;
  if ("fault" in verdict) return messageOf(verdict.fault);
  const { passed, failures } = verdict;
  const first = failures[0];
  if (answer.passes) {
    if (first === undefined) return null;
    const worlds = first.worlds.map(({ name }) => name).join(", in ");
    return `It must pass, but fails ${first.check} in ${worlds}: ${first.sentence}`;
  }
  if (passed) return "It must fail, but passes in every world.";
  if (answer.expects === null || answer.expects === first?.check) return null;
  return `It should fail ${answer.expects} first, but fails ${first?.check}: ${first?.sentence}`;
}

/** The Lua of the lesson's text, which runs in the tea shop. */
async function* examples(lesson: Lesson, runTrial: RunTrial): AsyncGenerator<Rehearsed> {
  for (const [, source = ""] of lesson.text.matchAll(/^```lua\n([\s\S]*?)^```$/gm)) {
    const { end } = await runTrial({ name: "lesson.md", source, worlds: {} });
    const problem =
      end.kind === "failed" ? `An example in the text ends with an error: ${end.message}` : null;
    yield { lesson: lesson.id, file: "lesson.md", problem };
  }
}
