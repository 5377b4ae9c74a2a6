import type { JsonValue } from "../../json";
import type { CheckOf } from "../format/check-schema";
import type { Outcome } from "../outcome";
import type { Seen } from "./judge";
import { counts, matches, shown } from "./match";

/** The returned value, or a field of it. Seen: `seen`, and `count` of a list's items. */
export function judgeReturned(check: CheckOf<"returned">, { end }: Outcome): Seen | null {
  const value = end.kind === "finished" ? at(end.result[0], check.at) : undefined;
  const length = typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  const fits =
    (check.type === undefined || isOf(check.type, value)) &&
    (check.length === undefined || counts(check.length, length)) &&
    (check.value === undefined || matches(check.value, value));
  return fits ? null : { seen: shown(value), count: String(length) };
}

/** A field by its path, list items counted from 1 as in Lua; undefined when it is not there. */
function at(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let here = value;
  for (const key of path === "" ? [] : path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    const own = Array.isArray(here) && /^\d+$/.test(key) ? String(Number(key) - 1) : key;
    here = new Map(Object.entries(here)).get(own);
  }
  return here;
}

function isOf(type: NonNullable<CheckOf<"returned">["type"]>, value: JsonValue | undefined): boolean {
  if (typeof value !== "object" || value === null) return typeof value === type;
  const empty = Object.keys(value).length === 0;
  return type === "list"
    ? Array.isArray(value) || empty
    : type === "table" && (!Array.isArray(value) || empty);
}
