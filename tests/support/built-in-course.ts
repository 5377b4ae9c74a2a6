/** The built-in course as its files are, for tests that must hold whatever lessons it has. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

export const courseFolder = fileURLToPath(new URL("../../src/lessons/course", import.meta.url));

/** The text of a file of the course. */
export const courseFile = (path: string): string => readFileSync(`${courseFolder}/${path}`, "utf8");

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
