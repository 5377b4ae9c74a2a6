import * as v from "valibot";
import type { Course, Lesson } from "../course";
import { fields } from "./fields";
import { nearMiss } from "./near-miss";
import { CourseProblem, parseFile } from "./problem";
import { readLesson } from "./read-lesson";

const Title = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** `course.json`. */
const CourseSchema = fields({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "Expected lower-case letters, digits and hyphens"),
  ),
  title: Title,
  lang: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Expected a language such as en or pt-BR"),
    ),
    "en",
  ),
  dir: v.exactOptional(v.picklist(["ltr", "rtl"]), "ltr"),
  solutions: v.exactOptional(v.picklist(["after-pass", "after-try", "never"]), "after-try"),
  /** In order. Each lesson's folder is in exactly one. */
  chapters: v.exactOptional(
    v.pipe(
      v.array(fields({ title: Title, lessons: v.pipe(v.array(v.string()), v.minLength(1)) })),
      v.minLength(1),
    ),
  ),
});

type Chapters = NonNullable<v.InferOutput<typeof CourseSchema>["chapters"]>;

/** UTF-16 units of all its Markdown. */
const MOST_MARKDOWN = 1024 * 1024;
const MOST_LESSONS = 200;

/** `2-x` before `10-x`, the same in every language. */
const byName = new Intl.Collator("en", { numeric: true });

/**
 * Reads a course from its files, by path: `course.json` and one folder per lesson, in the order of the chapters or else by
 * name. The course may be in a folder of its own, as in most zips. `pages`: names of the docs pages that checks can link to, or
 * `null` to allow any.
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
    throw new CourseProblem("course.json: This file is missing. It contains the course's id and title.");
  }
  const head = parseFile(CourseSchema, "course.json", files.get(`${root}course.json`) ?? "");
  const { title, chapters = [] } = head;
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
    throw new CourseProblem(`${title}: A course can have at most 1 MB of Markdown.`);
  if (folders.size > MOST_LESSONS) {
    throw new CourseProblem(`${title}: A course can have at most ${MOST_LESSONS} lessons.`);
  }
  const lessons = [...folders.entries()]
    .sort(([a], [b]) => byName.compare(a, b))
    .map(([folder, lesson]) => readLesson(folder, lesson, pages));
  if (lessons.length === 0) {
    throw new CourseProblem(`${title}: No lessons found. Each lesson is a folder next to course.json.`);
  }
  checkChapters(chapters, lessons);
  const inChapters = chapters.map((chapter) => ({
    title: chapter.title,
    lessons: chapter.lessons.flatMap((id) => lessons.filter((lesson) => lesson.id === id)),
  }));
  const ordered = chapters.length === 0 ? lessons : inChapters.flatMap((chapter) => chapter.lessons);
  return { ...head, chapters: inChapters, lessons: ordered };
}

/** @throws {CourseProblem} unless each lesson is in exactly one chapter, or there are no chapters */
function checkChapters(chapters: Chapters, lessons: readonly Lesson[]): void {
  const folders = lessons.map(({ id }) => id);
  const named = new Set<string>();
  for (const [at, chapter] of chapters.entries())
    for (const [place, id] of chapter.lessons.entries()) {
      const where = `course.json: chapters[${at}].lessons[${place}]`;
      if (!folders.includes(id)) {
        throw new CourseProblem(`${where}: There is no folder "${id}".${nearMiss(id, folders)}`);
      }
      if (named.has(id)) throw new CourseProblem(`${where}: "${id}" is already in a chapter.`);
      named.add(id);
    }
  const left = folders.find((id) => !named.has(id));
  if (chapters.length > 0 && left !== undefined) {
    throw new CourseProblem(`course.json: chapters: The lesson "${left}" isn't in any chapter.`);
  }
}
