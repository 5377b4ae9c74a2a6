import type { Course } from "./course";
import { readCourse } from "./format/read-course";

// Sample answers, right and wrong, and explanations of mutants are only for tests.
const texts = import.meta.glob<string>(
  ["./course/**/*.{md,lua}", "!./course/*/{right,wrong}/*", "!./course/*/survivors.md"],
  { query: "?raw", import: "default", eager: true },
);
// Bundled as data, without whitespace.
const data = import.meta.glob<unknown>("./course/**/*.json", { import: "default", eager: true });

let read: Course | null = null;

/**
 * The course that comes with the playground, read once: the palette lists its lessons each time it opens. Throws a
 * `CourseProblem` if its files are wrong, which tests rule out.
 */
export function builtInCourse(): Course {
  read ??= readFiles();
  return read;
}

function readFiles(): Course {
  const files = [
    ...Object.entries(texts),
    ...Object.entries(data).map(([path, value]): [string, string] => [path, JSON.stringify(value)]),
  ];
  return readCourse(new Map(files.map(([path, text]) => [path.slice("./course/".length), text])));
}
