/** What is kept of lessons: how far a person has come, and the files of courses that were opened. */
import * as v from "valibot";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const LESSON = v.object({
  /** Unix milliseconds; null: not passed yet. */
  passedAt: v.nullable(v.number()),
  /** Times that Check was pressed. */
  attempts: Count,
  /** Hints taken. */
  hints: Count,
});
/** Progress in one course, as it is stored. */
export const ProgressSchema = v.object({
  version: v.literal(1),
  /** The lesson that was open last. */
  current: v.string(),
  lessons: v.record(v.string(), LESSON),
});
const COURSE = v.object({
  version: v.literal(1),
  title: v.string(),
  files: v.array(v.tuple([v.string(), v.string()])),
});
const STATE = v.object({ version: v.literal(1), course: v.string() });

export type LessonProgress = v.InferOutput<typeof LESSON>;
export type Progress = Omit<v.InferOutput<typeof ProgressSchema>, "version">;

/** The database of the lessons, and the channel its tabs speak on. */
export const LESSONS_STORE = "lua-agent-playground-lessons";
export const PROGRESS_PREFIX = "progress:";
export const COURSE_PREFIX = "course:";
export const LESSONS_STATE_KEY = "state";

export const noProgress: LessonProgress = { passedAt: null, attempts: 0, hints: 0 };

/** Reads stored progress; what cannot be read counts as none. */
export function parseProgress(stored: unknown): Progress {
  const parsed = v.safeParse(ProgressSchema, stored);
  return parsed.success ? parsed.output : { current: "", lessons: {} };
}

/** The record to store. */
export function progressRecord(progress: Progress): v.InferOutput<typeof ProgressSchema> {
  return { version: 1, ...progress };
}

/** What two tabs have reached together; `ours` says which lesson is open. */
export function mergeProgress(theirs: Progress, ours: Progress): Progress {
  const lessons: Record<string, LessonProgress> = { ...theirs.lessons };
  for (const [id, mine] of Object.entries(ours.lessons)) {
    const other = theirs.lessons[id] ?? noProgress;
    lessons[id] = {
      passedAt: other.passedAt ?? mine.passedAt,
      attempts: Math.max(other.attempts, mine.attempts),
      hints: Math.max(other.hints, mine.hints),
    };
  }
  return { current: ours.current === "" ? theirs.current : ours.current, lessons };
}

/** The files of a stored course; null when they cannot be read. */
export function parseCourseRecord(
  stored: unknown,
): { title: string; files: ReadonlyMap<string, string> } | null {
  const parsed = v.safeParse(COURSE, stored);
  return parsed.success ? { title: parsed.output.title, files: new Map(parsed.output.files) } : null;
}

/** The record to store for a course. */
export function courseRecord(
  title: string,
  files: ReadonlyMap<string, string>,
): v.InferOutput<typeof COURSE> {
  return { version: 1, title, files: [...files] };
}

/** The id of the course that was open last; null when none is stored. */
export function parseLessonsState(stored: unknown): string | null {
  const parsed = v.safeParse(STATE, stored);
  return parsed.success ? parsed.output.course : null;
}
