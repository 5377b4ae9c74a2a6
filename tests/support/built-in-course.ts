/** The built-in course as its files are, for tests that must hold whatever lessons it has. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

const courseFolder = fileURLToPath(new URL("../../src/lessons/course", import.meta.url));

/** The text of a file of the course. */
export const courseFile = (path: string): string => readFileSync(`${courseFolder}/${path}`, "utf8");

/** All its files by path, as a course is read from. */
export function courseFiles(): ReadonlyMap<string, string> {
  const paths = readdirSync(courseFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(courseFolder, join(entry.parentPath, entry.name)));
  return new Map(paths.map((path) => [path, courseFile(path)]));
}

const Outline = v.object({ chapters: v.array(v.object({ lessons: v.array(v.string()) })) });

/** The ids of its lessons, in order. */
export const lessonIds: readonly string[] = v
  .parse(Outline, JSON.parse(courseFile("course.json")))
  .chapters.flatMap(({ lessons }) => lessons);

/** A lesson's title. */
export const titleOf = (lesson: string): string =>
  /^# (.+)/.exec(courseFile(`${lesson}/lesson.md`))?.[1] ?? "";

/** A lesson as lists show it: `3. The customer service window`. */
export const listed = (lesson: string): string => `${lessonIds.indexOf(lesson) + 1}. ${titleOf(lesson)}`;

export const firstTitle = titleOf(lessonIds[0] ?? "");

/** A wrong answer to a lesson: `wrong/no-body.lua`. */
export const wrongAnswer = (lesson: string): string =>
  `wrong/${readdirSync(`${courseFolder}/${lesson}/wrong`).sort()[0]}`;
