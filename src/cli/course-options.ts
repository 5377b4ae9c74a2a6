import type { Course, Lesson } from "../lessons/course";
import { nearMiss } from "../lessons/format/near-miss";
import { readOptions } from "../shared/read-options";
import { UsageError } from "../shared/usage-error";

export const courseUsage = `Tests every answer in a course: starters must fail, solutions and right/*.lua must pass,
wrong/*.lua must fail the check they name, and the examples in the texts must run.

  npm run -s course -- [FOLDER | FILE.zip] [options]
  npm run -s course -- grade ANSWER… [--lesson ID] [--course FOLDER | FILE.zip] [options]

  FOLDER, FILE.zip  the course (default: the built-in one)
  --lesson ID       test only this lesson; may be repeated
  --mutate          change each solution in small ways instead, and print the changes that no check notices
  --seeds N         draw the worlds from N seeds (default: 3)
  --help            print this help

grade checks learners' answers instead:
  ANSWER            a .lua file, a .txt or .url file with links from "Copy my answer", or a folder with a file for each
                    learner (anna.lua, ben.txt) or a folder for each (anna/the-window.lua)
  --lesson ID       the lesson, if neither a link nor a folder names it
  --course COURSE   the course (default: the built-in one)
  --json            print the results as JSON
  --table FILE      write a table of the class: FILE.csv or FILE.html

Exit code: 0 if all behave as expected or pass, 1 if one doesn't, 2 if there is no course to test. With --mutate, 1 if a change
passes that survivors.md doesn't explain.`;

const MOST_SEEDS = 10_000;

export interface GradeOptions {
  readonly answers: readonly string[];
  readonly lesson: string | null;
  readonly seeds: readonly number[];
  readonly json: boolean;
  /** The file that the table goes into; `null` for none. */
  readonly table: string | null;
}

/** Reads the command's arguments. Throws a `UsageError` that names the wrong one. */
export function readCourseOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const seeds = seedsOf(values.seeds ?? "3");
  const help = values.help ?? false;
  if (positionals[0] === "grade") {
    const answers = positionals.slice(1);
    const [lesson = null, ...others] = values.lesson ?? [];
    if (others.length > 0) throw new UsageError("grade takes one --lesson.");
    const table = values.table ?? null;
    if (table !== null && !/\.(?:csv|html)$/.test(table)) {
      throw new UsageError(`--table must name a .csv or .html file, not "${table}".`);
    }
    const grade: GradeOptions = { answers, lesson, seeds, json: values.json ?? false, table };
    return { help, path: values.course ?? null, lessons: [], mutate: false, seeds, grade };
  }
  for (const name of ["course", "json", "table"] as const) {
    if (values[name] !== undefined) throw new UsageError(`--${name} belongs to grade.`);
  }
  const [path, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One course at a time, not ${positionals.join(" and ")}.`);
  return {
    help,
    /** `null` for the built-in course. */
    path: path ?? null,
    lessons: values.lesson ?? [],
    mutate: values.mutate ?? false,
    seeds,
    grade: null,
  };
}

const parse = (args: readonly string[]) =>
  readOptions(args, {
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      lesson: { type: "string", multiple: true },
      mutate: { type: "boolean" },
      seeds: { type: "string" },
      course: { type: "string" },
      json: { type: "boolean" },
      table: { type: "string" },
    },
  });

/** The seeds 1 to N. */
function seedsOf(text: string): readonly number[] {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MOST_SEEDS) {
    throw new UsageError(`--seeds must be a whole number from 1 to ${MOST_SEEDS}, not "${text}".`);
  }
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** The lessons with these ids, in the course's order; all of them if none is named. Throws a `UsageError` for an unknown one. */
export function chosenLessons({ title, lessons }: Course, ids: readonly string[]): readonly Lesson[] {
  const known = lessons.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new UsageError(`--lesson: "${title}" has no lesson "${id}".${nearMiss(id, known)}`);
  }
  return ids.length === 0 ? lessons : lessons.filter(({ id }) => ids.includes(id));
}
