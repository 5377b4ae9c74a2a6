import type { ReadonlySignal } from "@preact/signals";
import type { WorldState } from "../integrations/world-simulator";
import type { Course, Lesson } from "../lessons/course";
import type { Verdict } from "../lessons/grade";
import type { KeyValueStore } from "../storage/store";
import type { LessonProgress } from "./lessons-record";
import type { NoticesModel } from "./notices";
import type { RunModel } from "./run";
import type { SavedScript, ScriptsModel } from "./scripts-model";
import type { WorldModel } from "./world-model";

/** The lessons, loaded on demand. */
export interface LessonsDoor {
  /** `null` until they have been loaded. */
  readonly model: ReadonlySignal<LessonsModel | null>;
  /** Counts the times that the lesson should come to the front. */
  readonly opened: ReadonlySignal<number>;
  /** Their stored progress, for the backup. */
  readonly progress: ProgressStore;
  /** Loads them, once. Rejects when their files do not come; the next call tries again. */
  load(): Promise<LessonsModel>;
  /** Asks for the lesson to come to the front. */
  show(): void;
}

/** The stored progress. */
export interface ProgressStore {
  readonly store: KeyValueStore;
  /** Tells all tabs, this one included, that the record of this key has changed. */
  changed(key: string): void;
}

export type CheckState =
  | { readonly kind: "idle" }
  /** `world` counts from 1. */
  | { readonly kind: "checking"; readonly world: number; readonly of: number; readonly name: string }
  /** `source`: the script as it was judged. */
  | { readonly kind: "judged"; readonly verdict: Verdict; readonly source: string }
  /** The course or the page is at fault, not the script. */
  | { readonly kind: "broken"; readonly message: string };

export interface LessonsModel {
  readonly course: ReadonlySignal<Course>;
  /** Every course that can be opened, the built-in one first. */
  readonly courses: ReadonlySignal<readonly { readonly id: string; readonly title: string }[]>;
  readonly lesson: ReadonlySignal<Lesson>;
  /** By the lesson's id. */
  readonly progress: ReadonlySignal<Readonly<Record<string, LessonProgress>>>;
  readonly check: ReadonlySignal<CheckState>;
  /** The learner's own code of the lesson; `null` before it is begun. */
  readonly script: ReadonlySignal<SavedScript | null>;
  /** Why a course, or the lesson of a link, could not be opened; else `null`. */
  readonly problem: ReadonlySignal<string | null>;
  /** A link named a lesson that is not there: time to offer the list. */
  readonly lost: ReadonlySignal<boolean>;
  /** The address of the lesson that is open. `fromFile`: it leads nowhere until its course was opened from a file. */
  link(): { readonly url: string; readonly fromFile: boolean };
  /** Shows a lesson, and its script in the editor: the learner's own, else its starter. */
  open(lesson: string): void;
  /** Runs the lesson's script over each of its worlds and judges what it did. */
  startCheck(): void;
  stopCheck(): void;
  /** Puts one of the lesson's worlds into the simulator, with a notice that offers undo: Run and the phone use it then. */
  tryIn(world: number): Promise<void>;
  takeHint(): void;
  /** Puts the starter back, with a notice that offers undo. */
  reset(): void;
  /** Switches to a course known already. */
  choose(course: string): void;
  /** Opens a teacher's course from a zip or the files of a folder; what is wrong with it is in `problem`. */
  openZip(file: File): Promise<void>;
  openFolder(files: Iterable<File>): Promise<void>;
  /** Forgets a teacher's course; progress and scripts stay. */
  forget(course: string): void;
  dismissProblem(): void;
}

/** What lessons need of the page. */
export interface LessonsParts {
  readonly scripts: ScriptsModel;
  readonly run: Pick<RunModel, "trial">;
  readonly notices: NoticesModel;
  readonly world: Pick<WorldModel<WorldState, unknown>, "load">;
}

/** The id of a lesson's script: fixed, so that it is found again, and two tabs make one. */
export function lessonScriptId(course: string, lesson: string): string {
  return `lesson:${course}:${lesson}`;
}

/** Whether a script is a learner's code of a lesson, by its id. */
export function isLessonScript(id: string): boolean {
  return id.startsWith("lesson:");
}
