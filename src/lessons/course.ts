import type { World } from "../integrations/whatsapp/simulator/page";
import type { JsonValue } from "../shared/json";
import type { Check } from "./format/check-schema";

/** A course, read from its files. */
export interface Course {
  /** Keeps a course's progress and scripts apart from another's: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** In order; at least one. */
  readonly lessons: readonly Lesson[];
}

export interface Lesson {
  /** The folder's name: `03-window`. */
  readonly id: string;
  readonly title: string;
  /** What it teaches, in a sentence. */
  readonly idea: string;
  /** Markdown below the title; its Lua blocks run in place. */
  readonly text: string;
  readonly starter: string;
  readonly solution: string;
  /** Markdown, from a nudge to nearly the answer. */
  readonly hints: readonly string[];
  readonly worlds: readonly LessonWorld[];
  /** Lua predicates by file name. */
  readonly predicates: ReadonlyMap<string, string>;
  /** Right and wrong answers for trying the checks. Learners never see them. */
  readonly answers: readonly CourseAnswer[];
}

/** A sample answer in a lesson's folder, in `right` or `wrong`. */
export interface CourseAnswer {
  /** `wrong/hard-coded.lua` */
  readonly file: string;
  readonly source: string;
  readonly passes: boolean;
  /** The check that a wrong answer must fail first; `null` for any. */
  readonly expects: string | null;
}

/** A world that a script is tried in, and what it must do there. */
export interface LessonWorld {
  /** Completes "in …": `the tea shop`. */
  readonly name: string;
  readonly facts: Facts;
  readonly checks: readonly Check[];
  build(): Promise<World>;
}

/** Facts of one world, by name. Checks refer to them as `"$name"`, sentences as `{name}`. */
export type Facts = Readonly<Record<string, JsonValue>>;
