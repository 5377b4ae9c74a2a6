/** Stored lesson data: progress, and the files of courses that were opened. */
import * as v from "valibot";
import { lessonNamed } from "../lessons/lesson-named";
import { parseOrNull } from "../shared/parse-with";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const LESSON = v.object({
  /** Unix milliseconds; `null` until it is passed. */
  passedAt: v.nullable(v.number()),
  /** Checks of scripts that differed from the starter. */
  attempts: Count,
  hints: Count,
});
/** Stored progress in one course. */
export const ProgressSchema = v.object({
  version: v.literal(1),
  /** The lesson that was open last. */
  current: v.string(),
  lessons: v.record(v.string(), LESSON),
  /** How often it was reset. Progress from before a reset no longer counts. */
  resets: v.exactOptional(Count),
});
const COURSE = v.object({
  version: v.literal(1),
  title: v.string(),
  /** The address of the course's zip on this site. Absent if it came from a file. */
  address: v.exactOptional(v.string()),
  /** Texts by path. */
  files: v.array(v.tuple([v.string(), v.string()])),
});
const STATE = v.object({ version: v.literal(1), course: v.string() });

export type LessonProgress = v.InferOutput<typeof LESSON>;
export type Progress = Omit<v.InferOutput<typeof ProgressSchema>, "version">;

/** A record that a tab stores while lessons are open. */
export type LessonsRecord = (v.InferOutput<typeof ProgressSchema> | v.InferOutput<typeof STATE>) & {
  /** Progress merges, and the last course opened wins: neither needs revisions. */
  readonly revision?: null;
};

export const PROGRESS_PREFIX = "progress:";
export const COURSE_PREFIX = "course:";
export const LESSONS_STATE_KEY = "state";

export const noProgress: LessonProgress = { passedAt: null, attempts: 0, hints: 0 };

/** Parses stored progress. Unreadable progress counts as none. */
export function parseProgress(stored: unknown): Progress {
  return parseOrNull(ProgressSchema, stored) ?? { current: "", lessons: {} };
}

/** Parses the record under `key`; `null` if it is damaged. */
export function parseLessonsRecord(key: string, stored: unknown): LessonsRecord | null {
  return parseOrNull<LessonsRecord>(key === LESSONS_STATE_KEY ? STATE : ProgressSchema, stored);
}

export function progressRecord(progress: Progress): v.InferOutput<typeof ProgressSchema> {
  return { version: 1, ...progress };
}

/**
 * Merges the progress of two tabs. The open lesson is that of `ours`. If one of them was reset more often, only that one
 * counts.
 */
export function mergeProgress(theirs: Progress, ours: Progress): Progress {
  const current = ours.current === "" ? theirs.current : ours.current;
  const [before, after] = [theirs.resets ?? 0, ours.resets ?? 0];
  if (before !== after) return { ...(before > after ? theirs : ours), current };
  const lessons: Record<string, LessonProgress> = { ...theirs.lessons };
  for (const [id, mine] of Object.entries(ours.lessons)) lessons[id] = better(theirs.lessons[id], mine);
  return { ...ours, current, lessons };
}

/** No progress, marked as a reset so other tabs don't merge theirs into it. */
export function resetProgress({ current, resets = 0 }: Progress): Progress {
  return { current, lessons: {}, resets: resets + 1 };
}

/** Merges progress from elsewhere, such as a backup, regardless of resets here. */
export function joinProgress(theirs: Progress, ours: Progress): Progress {
  const { resets: _, ...others } = theirs;
  return mergeProgress(ours.resets === undefined ? others : { ...others, resets: ours.resets }, ours);
}

function better(theirs: LessonProgress = noProgress, ours: LessonProgress): LessonProgress {
  return {
    passedAt: theirs.passedAt ?? ours.passedAt,
    attempts: Math.max(theirs.attempts, ours.attempts),
    hints: Math.max(theirs.hints, ours.hints),
  };
}

/** Progress by current lesson ids. Ids in stored progress may begin with a number. */
export function progressOf(
  lessons: readonly { readonly id: string }[],
  stored: Progress["lessons"],
): Progress["lessons"] {
  const progress: Record<string, LessonProgress> = {};
  for (const [id, one] of Object.entries(stored)) {
    const today = lessonNamed(lessons, id)?.id ?? id;
    progress[today] = better(progress[today], one);
  }
  return progress;
}

export type KeptCourse = v.InferOutput<typeof COURSE>;

/** Parses a stored course. Returns `null` if it is damaged. */
export function parseCourseRecord(stored: unknown): KeptCourse | null {
  return parseOrNull(COURSE, stored);
}

/** The id of the course that was open last, or `null` if none is stored. */
export function parseLessonsState(stored: unknown): string | null {
  return parseOrNull(STATE, stored)?.course ?? null;
}

/** Unsaved lesson data from a closing page. */
const UNSAVED = v.object({
  /** The open course, or `null` if that was saved. */
  course: v.nullable(v.string()),
  /** By the course's id. */
  progress: v.record(v.string(), ProgressSchema),
});

export type UnsavedLessons = v.InferOutput<typeof UNSAVED>;

/** Parses unsaved data from a closing page. Returns `null` if it is damaged. */
export function parseUnsavedLessons(stored: unknown): UnsavedLessons | null {
  return parseOrNull(UNSAVED, stored);
}
