/** What a page leaves behind of its lessons. */
import * as v from "valibot";
import { ProgressSchema } from "./lessons-record";

export const UnsavedProgressSchema = v.object({
  /** The course that was opened; null when that was saved. */
  course: v.nullable(v.string()),
  /** By the course's id. */
  progress: v.record(v.string(), ProgressSchema),
});

export type UnsavedProgress = v.InferOutput<typeof UnsavedProgressSchema>;

/** Their keys in localStorage. */
export const UNSAVED_PROGRESS = "lua-agent-playground.unsaved-lessons.";
