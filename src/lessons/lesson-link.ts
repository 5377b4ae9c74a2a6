/**
 * Addresses of lessons. `?lesson=03-the-window` is one of the built-in course, `?course=tea.zip&lesson=01-return` one of a
 * course on this site, `?lesson=tea-class/01-return` one of a course that was opened from a file before.
 */

/** The lesson and course in a page's address. */
export interface LessonAddress {
  /** The address of a course's zip, or `null`. */
  readonly course: string | null;
  readonly lesson: AskedLesson | null;
}

export interface AskedLesson {
  /** The course's id. `null` means `LessonAddress.course`, or else the built-in course. */
  readonly course: string | null;
  readonly id: string;
}

/** Reads the query of an address, `?` included. */
export function readLessonAddress(search: string): LessonAddress {
  const query = new URLSearchParams(search);
  const asked = query.get("lesson");
  const course = query.get("course");
  if (asked === null || asked === "") return { course, lesson: null };
  const cut = course === null ? asked.indexOf("/") : -1;
  const lesson =
    cut < 0 ? { course: null, id: asked } : { course: asked.slice(0, cut), id: asked.slice(cut + 1) };
  return { course, lesson };
}

/** The query without the lesson and the course that it asks for. */
export function withoutLesson(search: string): string {
  const query = new URLSearchParams(search);
  query.delete("lesson");
  query.delete("course");
  return query.size === 0 ? "" : `?${query}`;
}

/** Where a course can be had: with the page, at an address of its site, or only as a file. */
export type CourseSource =
  | { readonly kind: "built in" }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "file"; readonly id: string };

/** The address of a lesson. `page`: that of the page, its query and fragment aside. */
export function lessonLink(page: string, source: CourseSource, lesson: string): string {
  const url = new URL(page);
  url.hash = "";
  url.search = "";
  if (source.kind === "address") url.searchParams.set("course", source.address);
  url.searchParams.set("lesson", source.kind === "file" ? `${source.id}/${lesson}` : lesson);
  return url.href;
}
