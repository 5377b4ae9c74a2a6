import type { Course } from "./course";
import { readCourse } from "./format/read-course";

// Answers of learners, right and wrong, are for the tests.
const files = import.meta.glob<string>(["./course/**/*.{md,json,lua}", "!./course/*/{right,wrong}/*"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The course that comes with the playground. Throws a `CourseProblem` when its files are wrong: the tests look after that. */
export function builtInCourse(): Course {
  return readCourse(
    new Map(Object.entries(files).map(([path, text]) => [path.slice("./course/".length), text])),
  );
}
