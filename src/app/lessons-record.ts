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
  /** Where on this site its zip lies; left out: it came from a file. */
  address: v.exactOptional(v.string()),
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

/** A course as it is kept. */
export interface KeptCourse {
  readonly title: string;
  /** Address of its zip on this site; null when it came from a file. */
  readonly address: string | null;
  readonly files: ReadonlyMap<string, string>;
}

/** A stored course; null when it cannot be read. */
export function parseCourseRecord(stored: unknown): KeptCourse | null {
  const parsed = v.safeParse(COURSE, stored);
  if (!parsed.success) return null;
  const { title, address = null, files } = parsed.output;
  return { title, address, files: new Map(files) };
}

/** The record to store for a course. */
export function courseRecord({ title, address, files }: KeptCourse): v.InferOutput<typeof COURSE> {
  return { version: 1, title, ...(address === null ? {} : { address }), files: [...files] };
}

/** The id of the course that was open last; null when none is stored. */
export function parseLessonsState(stored: unknown): string | null {
  const parsed = v.safeParse(STATE, stored);
  return parsed.success ? parsed.output.course : null;
}
