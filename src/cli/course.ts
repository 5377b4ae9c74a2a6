/** Entry of `npm run course`. */
import { buildPages } from "../docs/build-pages";
import { loadGuides } from "../docs/guide-pages";
import { catalog } from "../integrations";
import { CourseProblem } from "../lessons/format/problem";
import { readCourse } from "../lessons/format/read-course";
import { rehearse } from "../lessons/rehearse";
import { UsageError } from "../shared/usage-error";
import { courseFiles } from "./course-files";
import { chosenLessons, courseUsage, readCourseOptions } from "./course-options";
import { trialInThread } from "./course-trial";

process.exitCode = await tryCourse(process.argv.slice(2));

/** Prints a line for each lesson, and one for each answer that does not do its job. Returns the exit code. */
async function tryCourse(args: readonly string[]): Promise<number> {
  try {
    const options = readCourseOptions(args);
    if (options.help) {
      out(courseUsage);
      return 0;
    }
    const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));
    const course = readCourse(await courseFiles(options.path), pages);
    const lessons = chosenLessons(course, options.lessons);
    let lesson = "";
    let tried = 0;
    let wrong = 0;
    for await (const one of rehearse(course, trialInThread, { lessons, seeds: options.seeds })) {
      if (one.lesson !== lesson) out(one.lesson);
      lesson = one.lesson;
      tried += 1;
      if (one.problem === null) continue;
      wrong += 1;
      out(`  ${one.file}: ${one.problem}`);
    }
    out(`${course.title}: ${tried} tried, ${wrong === 0 ? "all as they should be" : `${wrong} wrong`}.`);
    return wrong === 0 ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof UsageError || problem instanceof CourseProblem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 2;
  }
}

function out(line: string): void {
  process.stdout.write(`${line}\n`);
}
