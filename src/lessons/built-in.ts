import type { Course } from "./course";
import { readCourse } from "./format/read-course";

// Sample answers, right and wrong, are only for tests.
const files = import.meta.glob<string>(["./course/**/*.{md,json,lua}", "!./course/*/{right,wrong}/*"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The course that comes with the playground. Throws a `CourseProblem` if its files are wrong, which tests rule out. */
export function builtInCourse(): Course {
  return readCourse(
    new Map(Object.entries(files).map(([path, text]) => [path.slice("./course/".length), text])),
  );
}
