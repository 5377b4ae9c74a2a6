import type { CheckOf } from "../format/check-schema";
import type { Outcome } from "../outcome";
import { counts, matches, type Seen, shown } from "./match";

/** Printed lines. Seen: `count` of those that fit, `seen` (the last line printed). */
export function judgePrinted(check: CheckOf<"printed">, { output }: Outcome): Seen | null {
  const lines = output === "" ? [] : output.split("\n");
  const found = lines.filter((line) => matches(check.line, line));
  if (counts(check.count, found.length)) return null;
  return { count: String(found.length), seen: shown(lines.at(-1)) };
}
