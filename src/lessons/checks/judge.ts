import type { Check, CheckOf } from "../format/check-schema";
import type { LessonOutcome } from "../outcome";
import { judgeCalls, judgeRequests } from "./calls";
import { counts, culprit, matches, type PatternTest, type Seen, shown } from "./match";
import { judgeMessages, judgeRecipients } from "./messages";
import { judgeReturned } from "./returned";

/** Judges a declarative check. Returns what was seen if it fails, or `null`. */
export function judge(
  check: Exclude<Check, { kind: "lua" }>,
  outcome: LessonOutcome,
  test: PatternTest,
): Seen | null {
  switch (check.kind) {
    case "calls":
      return judgeCalls(check, outcome, test);
    case "requests":
      return judgeRequests(check, outcome);
    case "messages":
      return judgeMessages(check, outcome, test);
    case "recipients":
      return judgeRecipients(check, outcome);
    case "printed":
      return judgePrinted(check, outcome, test);
    case "returned":
      return judgeReturned(check, outcome, test);
    case "end":
      return judgeEnd(check, outcome, test);
  }
}

/** Printed lines. Seen: `count` of those that fit, `seen` (the first line too many, or else the last line printed). */
function judgePrinted(check: CheckOf<"printed">, { output }: LessonOutcome, test: PatternTest): Seen | null {
  const lines = output === "" ? [] : output.split("\n");
  const found = lines.filter((line) => matches(check.line, line, test));
  if (counts(check.count, found.length)) return null;
  const seen = culprit(check.count, found, lines, (line) => lines.lastIndexOf(line));
  return { count: String(found.length), seen: shown(seen) };
}

/** How the script ended. Seen: `error`. */
function judgeEnd(check: CheckOf<"end">, { end }: LessonOutcome, test: PatternTest): Seen | null {
  const error = end.kind === "failed" ? end.message : end.kind === "stopped" ? "it was stopped" : null;
  const fits =
    check.how === "finished"
      ? end.kind === "finished"
      : end.kind === "failed" && (check.error === undefined || matches(check.error, end.message, test));
  return fits ? null : { error: error ?? "no error" };
}
