import type { CheckOf } from "../format/check-schema";
import type { Outcome } from "../outcome";
import { matches, type Seen } from "./match";

/** How the script ended. Seen: `error`. */
export function judgeEnd(check: CheckOf<"end">, { end }: Outcome): Seen | null {
  const error = end.kind === "failed" ? end.message : end.kind === "stopped" ? "it was stopped" : null;
  const fits =
    check.how === "finished"
      ? end.kind === "finished"
      : end.kind === "failed" && (check.error === undefined || matches(check.error, end.message));
  return fits ? null : { error: error ?? "no error" };
}
