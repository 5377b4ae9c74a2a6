import type { World } from "../integrations/whatsapp/simulator/page";
import type { JsonValue } from "../shared/json";
import type { Check } from "./format/check-schema";
import type { RunTrial } from "./outcome";

/** A course, read from its files. */
export interface Course {
  /** Keeps a course's progress and scripts apart from another's: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** The language of its texts, as in HTML's `lang`. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly solutions: SolutionRule;
  /** In order; empty if the course has none. */
  readonly chapters: readonly Chapter[];
  /** All lessons in order; at least one. */
  readonly lessons: readonly Lesson[];
}

interface Chapter {
  readonly title: string;
  /** At least one. */
  readonly lessons: readonly Lesson[];
}

/** When learners may see a solution. `after-try`: after a Check of a script that differs from the starter. */
type SolutionRule = "after-pass" | "after-try" | "never";

export interface Lesson {
  /** The folder's name: `the-window`. */
  readonly id: string;
  readonly title: string;
  /** What it teaches, in a sentence. */
  readonly idea: string;
  /** Whether a run makes sense in its worlds only: it reads or sends what another world does not have. */
  readonly needsWorld: boolean;
  /** Markdown below the title; its Lua blocks run in place. */
  readonly text: string;
  readonly starter: string;
  readonly solution: string;
  /** Markdown, from a nudge to nearly the answer. */
  readonly hints: readonly string[];
  readonly worlds: readonly LessonWorld[];
  /** Ids of its checks, the most important one first. */
  readonly checkIds: readonly string[];
  /** Lua predicates by file name. */
  readonly predicates: ReadonlyMap<string, string>;
  /** Whether any check reads a script's output. */
  readonly judgesOutput: boolean;
  /** Mutants of the solution that may pass, from `survivors.md`. */
  readonly survivors: readonly MutantReason[];
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

/** Why a small change to the solution still passes. */
export interface MutantReason {
  /** As `Mutant.change` and `Mutant.code` (`mutants.ts`). */
  readonly change: string;
  readonly code: string;
  readonly reason: string;
}

/** A world that a script is tried in. */
export interface LessonWorld {
  /** Completes "in …": `the tea shop`. */
  readonly name: string;
  /** Whether a Lua file of the lesson draws it, which takes a run. */
  readonly drawn: boolean;
  /** The same seed makes the same world. Rejects with a `CourseProblem` if the course's files make no valid one. */
  make(seed: number, runTrial: RunTrial): Promise<MadeWorld>;
}

/** A world for one Check, and what a script must do there. */
export interface MadeWorld {
  /** As `LessonWorld.name`, unless the Lua file that drew it gave another one. */
  readonly name: string;
  readonly facts: Facts;
  readonly checks: readonly Check[];
  readonly world: World;
}

/** Facts of one world, by name. Checks refer to them as `"$name"`, sentences as `{name}`. */
export type Facts = Readonly<Record<string, JsonValue>>;
