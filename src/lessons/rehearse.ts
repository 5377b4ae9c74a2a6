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

/** Tries every answer of a course, one after the other. A course that is wrong itself is a problem of the answer tried. */
export async function* rehearse(course: Course, runTrial: RunTrial): AsyncGenerator<Rehearsed> {
  for (const lesson of course.lessons) {
    for (const answer of answersOf(lesson)) {
      const problem = await problemOf(lesson, answer, runTrial).catch(messageOf);
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

async function problemOf(lesson: Lesson, answer: CourseAnswer, runTrial: RunTrial): Promise<string | null> {
  const script = { name: `${lesson.id}.lua`, source: answer.source };
  const { passed, failures } = await grade(lesson, script, runTrial);
  const first = failures[0];
  if (answer.passes) {
    return first === undefined
      ? null
      : `It must pass, and fails ${first.check} in ${first.worlds.join(", in ")}: ${first.sentence}`;
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
