import * as v from "valibot";
import type { Course } from "../course";
import { CourseSchema } from "./lesson-schema";
import { CourseProblem, problemIn } from "./problem";
import { parseJson, readLesson } from "./read-lesson";

/** `2-x` before `10-x`, the same in every language. */
const byName = new Intl.Collator("en", { numeric: true });

/**
 * Reads a course from its files, by path: `course.json` and a folder a lesson, in the order of their names. The course may
 * stand in a folder of its own (as in most zips): what counts begins beside `course.json`. `pages`: names of docs pages that
 * checks can point to; null: any name will do.
 *
 * @throws {CourseProblem} that names the file, and the field when there is one
 */
export function readCourse(
  files: ReadonlyMap<string, string>,
  pages: ReadonlySet<string> | null = null,
): Course {
  const root = [...files.keys()]
    .filter((path) => path === "course.json" || path.endsWith("/course.json"))
    .sort((a, b) => a.length - b.length)[0]
    ?.slice(0, -"course.json".length);
  if (root === undefined) {
    throw new CourseProblem("course.json: This file is missing. It holds the course's id and title.");
  }
  const parsed = v.safeParse(CourseSchema, parseJson("course.json", files.get(`${root}course.json`) ?? ""));
  if (!parsed.success) throw problemIn("course.json", parsed.issues[0]);
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [folder = "", ...rest] = path.startsWith(root) ? path.slice(root.length).split("/") : [];
    if (rest.length === 0 || folder.startsWith(".") || folder.startsWith("__")) continue;
    const lesson = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, lesson.set(rest.join("/"), text));
  }
  const lessons = [...folders.entries()]
    .sort(([a], [b]) => byName.compare(a, b))
    .map(([id, lesson]) => readLesson(id, lesson, pages));
  if (lessons.length === 0) {
    throw new CourseProblem(
      `${parsed.output.title}: There is no lesson: each is a folder beside course.json.`,
    );
  }
  return { ...parsed.output, lessons };
}
