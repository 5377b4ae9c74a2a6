/** `npm run course -- grade`: judges learners' answers, and puts a class into a table. */
import { writeFile } from "node:fs/promises";
import { csvTable, type Graded, htmlTable, textTable } from "../lessons/class-table";
import type { Course, Lesson } from "../lessons/course";
import { nearMiss } from "../lessons/format/near-miss";
import { grade } from "../lessons/grade";
import { lessonNamed } from "../lessons/lesson-named";
import { inWorlds } from "../shared/in-worlds";
import { UsageError } from "../shared/usage-error";
import { type HandedIn, readAnswers } from "./answer-files";
import type { GradeOptions } from "./course-options";
import { trialInThread } from "./course-trial";

/** Prints what became of each answer. Returns the exit code: 1 if one fails. */
export async function gradeAnswers(
  course: Course,
  { answers, lesson, seeds, json, table }: GradeOptions,
  out: (line: string) => void,
): Promise<number> {
  const handedIn = await readAnswers(answers);
  const only = lesson === null ? null : named(course, lesson, "--lesson");
  // Found before the first one is run.
  const jobs = handedIn.flatMap((answer) => {
    const its = answer.lesson === null ? only : named(course, answer.lesson, answer.file);
    if (its === null) {
      throw new UsageError(
        `${answer.file}: Which lesson does it answer? Name it with --lesson, or put the file into a folder: LEARNER/LESSON.lua.`,
      );
    }
    return only === null || its === only ? [{ answer, its }] : [];
  });
  if (jobs.length === 0)
    throw new UsageError("No answers to grade. Name .lua files, files with links, or a folder.");
  const graded: Graded[] = [];
  for (const { answer, its } of jobs) {
    const one = await gradeOne(answer, its, seeds);
    graded.push(one);
    if (json) continue;
    out(`${one.learner}, ${one.lesson}: ${one.passed ? "passed" : `failed (seed ${one.seed})`}`);
    for (const sentence of one.sentences) out(`  ${sentence}`);
  }
  if (json) out(JSON.stringify(graded, null, 2));
  else if (graded.length > 1) out(`\n${textTable(course, graded)}`);
  if (table !== null) {
    await writeFile(table, table.endsWith(".csv") ? csvTable(course, graded) : htmlTable(course, graded));
  }
  return graded.every(({ passed }) => passed) ? 0 : 1;
}

function named(course: Course, id: string, where: string): Lesson {
  const found = lessonNamed(course.lessons, id);
  if (found !== null) return found;
  const ids = course.lessons.map((one) => one.id);
  throw new UsageError(`${where}: "${course.title}" has no lesson "${id}".${nearMiss(id, ids)}`);
}

/** Judges an answer with each seed, up to the first that it fails with. */
async function gradeOne(
  { learner, file, source }: HandedIn,
  lesson: Lesson,
  seeds: readonly number[],
): Promise<Graded> {
  const common = { learner, lesson: lesson.id, file };
  for (const seed of seeds) {
    const script = { name: `${lesson.id}.lua`, source };
    const { passed, failures } = await grade(lesson, script, seed, trialInThread);
    if (passed) continue;
    const sentences = failures.map(({ sentence, worlds }) => `${sentence} ${inWorlds(worlds)}`);
    return { ...common, passed: false, seed, sentences };
  }
  return { ...common, passed: true, seed: null, sentences: [] };
}
