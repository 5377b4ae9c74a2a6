import * as v from "valibot";
import type { Course } from "../course";
import { CourseProblem, parseFile } from "./problem";
import { readLesson } from "./read-lesson";

/** `course.json`. */
const CourseSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "Expected lower-case letters, digits and hyphens"),
  ),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});

/** UTF-16 units of all its Markdown. */
const MOST_MARKDOWN = 1024 * 1024;
const MOST_LESSONS = 200;

/** `2-x` before `10-x`, the same in every language. */
const byName = new Intl.Collator("en", { numeric: true });

/**
 * Reads a course from its files, by path: `course.json` and a folder a lesson, in the order of their names. The course may
 * be in a folder of its own, as in most zips. `pages`: names of the docs pages that checks can point to, or `null` to allow
 * any.
 *
 * @throws {CourseProblem} that names the file, and the field if there is one
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
  const { id, title } = parseFile(CourseSchema, "course.json", files.get(`${root}course.json`) ?? "");
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [folder = "", ...rest] = path.startsWith(root) ? path.slice(root.length).split("/") : [];
    if (rest.length === 0 || folder.startsWith(".") || folder.startsWith("__")) continue;
    const lesson = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, lesson.set(rest.join("/"), text));
  }
  const markdown = [...files].reduce(
    (sum, [path, text]) => sum + (path.endsWith(".md") ? text.length : 0),
    0,
  );
  if (markdown > MOST_MARKDOWN)
    throw new CourseProblem(`${title}: A course may have 1 MB of Markdown at most.`);
  if (folders.size > MOST_LESSONS) {
    throw new CourseProblem(`${title}: A course may have ${MOST_LESSONS} lessons at most.`);
  }
  const lessons = [...folders.entries()]
    .sort(([a], [b]) => byName.compare(a, b))
    .map(([folder, lesson]) => readLesson(folder, lesson, pages));
  if (lessons.length === 0) {
    throw new CourseProblem(`${title}: There is no lesson: each is a folder beside course.json.`);
  }
  return { id, title, lessons };
}
