import { signal } from "@preact/signals";
import { keepRecords } from "../storage/kept-records";
import type { KeepParts } from "../storage/record-kind";
import {
  LESSONS_STATE_KEY,
  type LessonsRecord,
  mergeProgress,
  PROGRESS_PREFIX,
  type Progress,
  parseLessonsRecord,
  progressRecord,
  type UnsavedLessons,
} from "./lessons-record";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";

interface ProgressParts extends KeepParts {
  readonly notices: NoticesModel;
  /** Unsaved data from closed pages. */
  readonly leftBehind?: readonly UnsavedLessons[];
}

const NONE: Progress = { current: "", lessons: {} };

/** Stores the progress in each course, and which one is open: `course` at first. Without storage it stays in memory. */
export function keepProgress(parts: ProgressParts, course: string) {
  const value = signal(NONE);
  let open = course;
  /** By course: all that were opened here or left unsaved. */
  const known = new Map<string, Progress>();
  const keyOf = (id: string) => PROGRESS_PREFIX + id;
  const idOf = (key: string) => key.slice(PROGRESS_PREFIX.length);

  const kept = keepRecords<LessonsRecord>(parts, {
    owns: (key) => key.startsWith(PROGRESS_PREFIX) || key === LESSONS_STATE_KEY,
    parse: parseLessonsRecord,
    record(key) {
      if (key === LESSONS_STATE_KEY) return { version: 1, course: open };
      const progress = known.get(idOf(key));
      return progress === undefined ? null : progressRecord(progress);
    },
    merge: (theirs, ours) =>
      "lessons" in theirs && "lessons" in ours ? progressRecord(mergeProgress(theirs, ours)) : ours,
    onForeign(key, record) {
      // Each tab has its own open lesson.
      if ("lessons" in record && idOf(key) === open) put(mergeProgress(record, value.peek()));
    },
    onRefused(reason) {
      const text = `Your progress isn't being saved (${reason}). It lasts until you close this page.`;
      parts.notices.error(text);
    },
  });

  const put = (progress: Progress) => {
    value.value = progress;
    known.set(open, progress);
  };

  for (const { progress } of parts.leftBehind ?? []) {
    for (const [id, left] of Object.entries(progress)) {
      const before = known.get(id);
      known.set(id, before === undefined ? left : mergeProgress(before, left));
      kept.changed(keyOf(id));
    }
  }

  return {
    /** Progress in the open course. */
    value: readable(value),
    /** Changes the progress in a course that is or was open here, by default the open one. */
    change(change: (before: Progress) => Progress, course = open) {
      if (course === open) put(change(value.peek()));
      else known.set(course, change(known.get(course) ?? NONE));
      kept.changed(keyOf(course));
    },
    async reload() {
      const id = open;
      let stored = NONE;
      try {
        const record = await kept.read(keyOf(id));
        if (record && "lessons" in record) stored = record;
      } catch (error) {
        kept.refused(error);
      }
      if (open !== id) return;
      const ours = kept.unsaved().has(keyOf(id)) ? known.get(id) : undefined;
      put(ours === undefined ? stored : mergeProgress(stored, ours));
    },
    /** Notes that another course is open now, and stores that. `reload` reads its progress. */
    openCourse(id: string) {
      open = id;
      value.value = known.get(id) ?? NONE;
      kept.changed(LESSONS_STATE_KEY);
    },
    unsaved(): readonly (() => UnsavedLessons)[] {
      const unsaved = kept.unsaved();
      if (unsaved.size === 0) return [];
      const progress = [...known].filter(([id]) => unsaved.has(keyOf(id)));
      return [
        () => ({
          course: unsaved.has(LESSONS_STATE_KEY) ? open : null,
          progress: Object.fromEntries(progress.map(([id, one]) => [id, progressRecord(one)] as const)),
        }),
      ];
    },
    flush: kept.flush,
  };
}
