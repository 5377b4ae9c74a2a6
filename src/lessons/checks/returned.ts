import type { JsonValue } from "../../shared/json";
import type { CheckOf } from "../format/check-schema";
import type { LessonOutcome } from "../outcome";
import { counts, matches, type PatternTest, type Seen, shown } from "./match";

/** A value that may not be there. */
interface Found {
  readonly value: JsonValue | undefined;
}

/**
 * Checks the returned value, or a field of it. For a path with `*`, checks every value that it leads to, possibly none. Sets
 * `seen`, from the first that doesn't fit, and `count` for a list's items.
 */
export function judgeReturned(
  check: CheckOf<"returned">,
  { end }: LessonOutcome,
  test: PatternTest,
): Seen | null {
  const result = end.kind === "finished" ? end.result[0] : undefined;
  // All of them, so their patterns are requested together.
  const [wrong] = found(result, check.at).filter(({ value }) => !fits(check, value, test));
  return wrong === undefined ? null : { seen: shown(wrong.value), count: String(lengthOf(wrong.value)) };
}

function fits(
  { type, length, value: match }: CheckOf<"returned">,
  value: JsonValue | undefined,
  test: PatternTest,
): boolean {
  return (
    (type === undefined || isOf(type, value)) &&
    (length === undefined || counts(length, lengthOf(value))) &&
    (match === undefined || matches(match, value, test))
  );
}

/** Where a path leads; list items are counted from 1 as in Lua, and `*` is each item. */
function found(value: JsonValue | undefined, path: string): readonly Found[] {
  let here: readonly Found[] = [{ value }];
  for (const key of path === "" ? [] : path.split(".")) {
    here = here.flatMap(({ value }) => {
      if (typeof value !== "object" || value === null) return key === "*" ? [] : [{ value: undefined }];
      if (key === "*") return Object.values(value).map((item) => ({ value: item }));
      const own = Array.isArray(value) && /^\d+$/.test(key) ? String(Number(key) - 1) : key;
      return [{ value: new Map(Object.entries(value)).get(own) }];
    });
  }
  return here;
}

function lengthOf(value: JsonValue | undefined): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function isOf(type: NonNullable<CheckOf<"returned">["type"]>, value: JsonValue | undefined): boolean {
  if (typeof value !== "object" || value === null) return typeof value === type;
  const empty = Object.keys(value).length === 0;
  return type === "list"
    ? Array.isArray(value) || empty
    : type === "table" && (!Array.isArray(value) || empty);
}
