/** Entry of `npm run course`. */
import { availableParallelism } from "node:os";
import { buildPages } from "../docs/build-pages";
import { loadGuides } from "../docs/guide-pages";
import { catalog } from "../integrations";
import type { Course, Lesson } from "../lessons/course";
import { CourseProblem } from "../lessons/format/problem";
import { readCourse } from "../lessons/format/read-course";
import { type Mutated, mutate } from "../lessons/mutate";
import { rehearse } from "../lessons/rehearse";
import { UsageError } from "../shared/usage-error";
import { courseFiles } from "./course-files";
import { gradeAnswers } from "./course-grade";
import { chosenLessons, courseUsage, readCourseOptions } from "./course-options";
import { trialInThread } from "./course-trial";

process.exitCode = await runCourse(process.argv.slice(2));

/** Follows the command. Returns the exit code. */
async function runCourse(args: readonly string[]): Promise<number> {
  try {
    const options = readCourseOptions(args);
    if (options.help) {
      out(courseUsage);
      return 0;
    }
    const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));
    const course = readCourse(await courseFiles(options.path), pages);
    if (options.grade !== null) return await gradeAnswers(course, options.grade, out);
    const lessons = chosenLessons(course, options.lessons);
    return await (options.mutate ? tryMutants : tryAnswers)(course, lessons, options.seeds);
  } catch (problem) {
    if (!(problem instanceof UsageError || problem instanceof CourseProblem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 2;
  }
}

/** Prints a line for each lesson, and one for each answer that does not do its job. */
async function tryAnswers(
  course: Course,
  lessons: readonly Lesson[],
  seeds: readonly number[],
): Promise<number> {
  let lesson = "";
  let tried = 0;
  let wrong = 0;
  for await (const one of rehearse(course, trialInThread, {
    lessons,
    seeds,
    atOnce: availableParallelism(),
  })) {
    if (one.lesson !== lesson) out(one.lesson);
    lesson = one.lesson;
    tried += 1;
    if (one.problem === null) continue;
    wrong += 1;
    out(`  ${one.file}: ${one.problem}`);
  }
  out(`${course.title}: ${tried} tested, ${wrong === 0 ? "all as expected" : `${wrong} wrong`}.`);
  return wrong === 0 ? 0 : 1;
}

/** Prints the mutants that pass, and how many fail. */
async function tryMutants(
  course: Course,
  lessons: readonly Lesson[],
  seeds: readonly number[],
): Promise<number> {
  const all: Mutated[] = [];
  for (const lesson of lessons) {
    const mutated = await mutate(lesson, seeds, trialInThread, availableParallelism());
    all.push(mutated);
    out(`${lesson.id}: ${rate([mutated])}`);
    for (const { line, change, code, reason } of mutated.survivors) {
      if (reason === null) out(`  solution.lua:${line}: \`${change}\` in \`${code}\` passes`);
    }
    for (const { change, code } of mutated.outdated) {
      out(`  survivors.md explains \`${change}\` in \`${code}\`, which does not pass`);
    }
  }
  out(`${course.title}: ${rate(all)}.`);
  const open = all.some(
    ({ survivors, outdated }) => outdated.length > 0 || survivors.some(({ reason }) => reason === null),
  );
  return open ? 1 : 0;
}

function rate(mutated: readonly Mutated[]): string {
  const count = mutated.reduce((sum, one) => sum + one.count, 0);
  const survivors = mutated.flatMap((one) => one.survivors);
  const failed = count - survivors.length;
  const explained = survivors.filter(({ reason }) => reason !== null).length;
  const share = count === 0 ? 100 : Math.floor((failed / count) * 100);
  return `${failed} of ${count} mutants fail (${share} %), ${explained} of ${survivors.length} others are explained`;
}

function out(line: string): void {
  process.stdout.write(`${line}\n`);
}
