/** How far a person has come in lessons, as a part of the backup. */
import * as v from "valibot";
import type { KeyValueStore } from "../storage/store";
import { type BackupPart, issueText } from "./backup";
import type { ProgressStore } from "./lessons-model";
import {
  mergeProgress,
  PROGRESS_PREFIX,
  type Progress,
  ProgressSchema,
  parseProgress,
  progressRecord,
} from "./lessons-record";

const File = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), ProgressSchema);

/** Progress by course. What a file holds is joined with what is here: nobody loses a lesson passed. */
export function lessonsPart({ store, changed }: ProgressStore): BackupPart {
  return {
    id: "lessons",
    async save() {
      const kept = (await store.entries()).filter(([key]) => key.startsWith(PROGRESS_PREFIX));
      if (kept.length === 0) return null;
      return Object.fromEntries(
        kept.map(([key, value]) => [key.slice(PROGRESS_PREFIX.length), progressRecord(parseProgress(value))]),
      );
    },
    read(value) {
      const read = v.safeParse(File, value);
      if (!read.success) return { ok: false, message: issueText(read.issues[0]) };
      const courses = Object.entries(read.output);
      const lessons = courses.reduce((sum, [, progress]) => sum + Object.keys(progress.lessons).length, 0);
      if (lessons === 0) return { ok: true, offer: null };
      return {
        ok: true,
        offer: {
          title: `Progress in ${lessons === 1 ? "a lesson" : `${lessons} lessons`}, joined with yours`,
          replaces: false,
          async take() {
            for (const [course, progress] of courses) await join(store, course, progress);
            for (const [course] of courses) changed(PROGRESS_PREFIX + course);
          },
        },
      };
    },
  };
}

function join(store: KeyValueStore, course: string, theirs: Progress): Promise<void> {
  return store.update(PROGRESS_PREFIX + course, (stored) =>
    progressRecord(mergeProgress(theirs, parseProgress(stored))),
  );
}
