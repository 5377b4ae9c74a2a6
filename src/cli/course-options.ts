import type { Course, Lesson } from "../lessons/course";
import { nearMiss } from "../lessons/format/near-miss";
import { readOptions } from "../shared/read-options";
import { UsageError } from "../shared/usage-error";

export const courseUsage = `Tries every answer of a course: the starters must fail, the solutions and right/*.lua pass,
wrong/*.lua fail the check that they name, and the examples of the texts run.

  npm run -s course -- [FOLDER | FILE.zip] [options]
  npm run -s course -- grade ANSWER… [--lesson ID] [--course FOLDER | FILE.zip] [options]

  FOLDER, FILE.zip  the course; without one, the built-in course
  --lesson ID       try this lesson only; may be repeated
  --mutate          change each solution in small ways instead, and print the changes that no check notices
  --seeds N         draw the worlds from N seeds, one after the other (default: 3)
  --help            this text

grade judges learners' answers instead:
  ANSWER            a .lua file, a .txt or .url file with links of "Copy my answer", or a folder with a file for each
                    learner (anna.lua, ben.txt) or a folder for each (anna/the-window.lua)
  --lesson ID       the lesson, where neither a link nor a folder says it
  --course COURSE   the course; without one, the built-in course
  --json            print the results as JSON
  --table FILE      write a table of the class: FILE.csv or FILE.html

Exit code: 0 when all do or pass, 1 when one does not, 2 when there was no course to try. With --mutate 1 if a change passes that
survivors.md does not explain.`;

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
