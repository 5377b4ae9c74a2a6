import { coerceArguments } from "../../gateway/arguments";
import type { CallRow } from "../../gateway/call-row";
import { catalog } from "../../integrations";
import type { CallArguments } from "../../integrations/catalog";
import type { JsonValue } from "../../shared/json";
import type { CheckOf } from "../format/check-schema";
import type { LessonOutcome } from "../outcome";
import { counts, matches, type PatternTest, type Seen, shown } from "./match";

/** Calls of a function with certain arguments. Seen: `count`, `seen` (what the nearest call passed), `error`. */
export function judgeCalls(
  check: CheckOf<"calls">,
  { calls }: LessonOutcome,
  test: PatternTest,
): Seen | null {
  const candidates = calls.filter(
    (row) =>
      (check.function === undefined || row.name === check.function) &&
      (check.account === undefined || (row.account ?? "default") === check.account),
  );
  const wanted = Object.entries(check.with ?? {});
  const found = candidates.filter((row) => {
    const args = argumentsOf(row);
    return (
      (check.status === undefined || row.status === check.status) &&
      wanted.every(([name, match]) => matches(match, plain(name, args[name]), test))
    );
  });
  if (counts(check.count, found.length)) return null;
  const nearest = candidates.find((row) => !found.includes(row)) ?? candidates[0];
  const first = wanted[0]?.[0];
  return {
    count: String(found.length),
    seen: nearest === undefined || first === undefined ? "nothing" : shown(argumentsOf(nearest)[first]),
    error: nearest?.error ?? "no error",
  };
}

/** Requests that left the script. Seen: `count`. */
export function judgeRequests(check: CheckOf<"requests">, { calls }: LessonOutcome): Seen | null {
  const made = calls.filter(
    (row) => row.request !== null && (check.function === undefined || row.name === check.function),
  );
  return counts(check.count, made.length) ? null : { count: String(made.length) };
}

/** A call's arguments as the gateway took them, by name; none when it refused them. */
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
