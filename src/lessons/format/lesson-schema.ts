import * as v from "valibot";
import { LessonWorldSchema } from "./world-schema";

/** `lesson.json`. The checks are read once for each world, its facts put in (`read-lesson.ts`). */
export const LessonSchema = v.strictObject({
  idea: v.pipe(v.string(), v.minLength(1)),
  worlds: v.pipe(
    v.array(LessonWorldSchema),
    v.minLength(2, "Expected at least two worlds, or a hard-coded answer passes"),
  ),
  checks: v.pipe(v.array(v.unknown()), v.minLength(1)),
});

/** `course.json`. */
export const CourseSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "Expected lower-case letters, digits and hyphens"),
  ),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});
