import { coerceArguments } from "../../gateway/arguments";
import type { CallRow } from "../../gateway/call-row";
import { catalog } from "../../integrations";
import type { CallArguments } from "../../integrations/catalog";
import type { JsonValue } from "../../shared/json";
import type { CheckOf } from "../format/check-schema";
import type { LessonOutcome } from "../outcome";
import { counts, culprit, matches, type PatternTest, type Seen, shown } from "./match";

/**
 * Counts calls of a function with certain arguments. Sets `count`, and from the first call too many, or else the nearest miss,
 * `seen` (what it passed for the first argument in question) and `error`. A call for another recipient is not a near miss for a
 * sentence about one argument.
 */
export function judgeCalls(
  check: CheckOf<"calls">,
  { calls }: LessonOutcome,
  test: PatternTest,
): Seen | null {
  const wanted = Object.entries(check.with ?? {});
  const shownArgument = wanted[0]?.[0];
  const rated = calls
    .filter(
      (row) =>
        (check.function === undefined || row.name === check.function) &&
        (check.account === undefined || (row.account ?? "default") === check.account),
    )
    .map((row) => {
      const args = argumentsOf(row);
      const fits = wanted.map(([name, match]) => ({
        field: name,
        ok: matches(match, plain(name, args[name]), test),
      }));
      if (check.status !== undefined) fits.push({ field: "status", ok: row.status === check.status });
      return { row, args, fits };
    });
  const found = rated.filter(({ fits }) => fits.every(({ ok }) => ok));
  if (counts(check.count, found.length)) return null;
  const missed = rated.filter((one) => !found.includes(one));
  const odd = culprit(check.count, found, missed, ({ fits }) =>
    fits.some(({ field, ok }) => field === "to" && !ok && shownArgument !== "to")
      ? null
      : fits.filter(({ ok }) => ok).length,
  );
  return {
    count: String(found.length),
    seen: shown(odd === undefined || shownArgument === undefined ? undefined : odd.args[shownArgument]),
    error: odd?.row.error ?? "no error",
  };
}

/** Requests that left the script. Seen: `count`. */
export function judgeRequests(check: CheckOf<"requests">, { calls }: LessonOutcome): Seen | null {
  const made = calls.filter(
    (row) => row.request !== null && (check.function === undefined || row.name === check.function),
  );
  return counts(check.count, made.length) ? null : { count: String(made.length) };
}

/** A call's arguments by name, as accepted by the gateway. Empty if it refused them. */
export function argumentsOf(row: CallRow): CallArguments {
  const integration = catalog.integrations.find(({ id }) => id === row.group);
  const spec = integration?.functions.find(({ name }) => name === row.name);
  if (spec === undefined) return {};
  const checked = coerceArguments(row.args, spec.parameters);
  return checked.ok ? checked.value : {};
}

/** A recipient by its digits, however it was written. */
function plain(name: string, value: JsonValue | undefined): JsonValue | undefined {
  return name === "to" && typeof value === "string" ? value.replace(/\D/g, "") : value;
}
