import * as v from "valibot";
import { failure, type Result } from "./result";

/**
 * Parses a value by a schema. A failure's message names the field: `scripts.0.name: Expected …`.
 *
 * @param whole names the value itself, where no field is wrong but all of it.
 */
export function parseWith<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  whole: string | null = null,
): Result<T> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? whole;
  return failure(where === null ? issue.message : `${where}: ${issue.message}`);
}

/** Parses a value by a schema. Returns `null` if it does not fit. Reads no further than the first fault: it may have billions. */
export function parseOrNull<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}
