/** What scripts did wrong in one world of a lesson. */
import { judge } from "./checks/judge";
import { listed, shown } from "./checks/match";
import { withPatterns } from "./checks/patterns";
import { askPredicates, type PredicateJob, type Said } from "./checks/predicate";
import type { Facts, Lesson, MadeWorld } from "./course";
import type { Check } from "./format/check-schema";
import { withPlaceholders } from "./format/placeholders";
import type { LessonOutcome, RunTrial } from "./outcome";

export interface Failure {
  /** The check's id; `error` for a script that ended in an error. */
  readonly check: string;
  readonly sentence: string;
  /** A docs page, or `#Heading` of the lesson; `null` if there is nothing to read. */
  readonly see: string | null;
  /** The script's line that an error points at, 1-based, or `null`. */
  readonly line: number | null;
  /** The worlds it failed in. The sentence describes the first. */
  readonly worlds: readonly FailedIn[];
}

interface FailedIn {
  /** Among the lesson's worlds, from 0. */
  readonly index: number;
  /** Completes "in …". */
  readonly name: string;
}

/** The course is wrong, not the script. */
export interface CourseFault {
  readonly fault: unknown;
}

/** A world that scripts were tried in. */
interface TriedIn {
  readonly lesson: Lesson;
  readonly made: MadeWorld;
  readonly index: number;
  readonly seed: number;
}

/** What each run over the world got wrong, in the order of `outcomes`; nothing if it passed. */
export async function failuresIn(
  world: TriedIn,
  outcomes: readonly LessonOutcome[],
  runTrial: RunTrial,
): Promise<readonly (readonly Failure[] | CourseFault)[]> {
  const attempts = outcomes.map((outcome) => ({ outcome, ...judged(world, outcome) }));
  const questions = attempts.map(({ outcome, checks }) =>
    checks.flatMap((check) => questionOf(check, world, outcome)),
  );
  const said = await askPredicates(questions.flat(), world.made.world, runTrial);
  const found: (readonly Failure[] | CourseFault)[] = [];
  let from = 0;
  for (const [at, { outcome, checks, failed }] of attempts.entries()) {
    const own = said.slice(from, from + (questions[at]?.length ?? 0));
    from += own.length;
    found.push(
      failed ?? (await failuresOf({ ...world, outcome, checks, said: own }, runTrial).catch(faultOf)),
    );
  }
  return found;
}

const faultOf = (fault: unknown): CourseFault => ({ fault });

/** The checks to evaluate, or a failure that makes them irrelevant. */
function judged(
  world: TriedIn,
  { end }: LessonOutcome,
): { readonly checks: readonly Check[]; readonly failed: readonly Failure[] | null } {
  const { checks } = world.made;
  if (end.kind === "stopped")
    return { checks: [], failed: [failure(world, { id: "error" }, "The check was stopped.", null)] };
  const ends = checks.filter((check) => check.kind === "end");
  if (end.kind === "failed" && ends.length === 0) {
    const sentence = `The script ended with an error: ${end.message}`;
    return {
      checks: [],
      failed: [failure(world, { id: "error", see: "errors" }, sentence, lineIn(end.message))],
    };
  }
  // Failures caused by an unexpected error would only repeat it.
  return {
    checks: end.kind === "failed" && ends.some(({ how }) => how === "finished") ? ends : checks,
    failed: null,
  };
}

/** The line in front of an error's message: `answer.lua:7: …`. */
function lineIn(message: string): number | null {
  const line = /^[^\n:]*:(\d+): /.exec(message)?.[1];
  return line === undefined ? null : Number(line);
}

function failure(
  { made, index }: TriedIn,
  { id, see = null }: { readonly id: string; readonly see?: string | null | undefined },
  sentence: string,
  line: number | null,
): Failure {
  return {
    check: id,
    // A message of Lua or Meta at its end may have no full stop.
    sentence: /[.!?…]["'”’]?$/u.test(sentence) ? sentence : `${sentence}.`,
    see,
    line,
    worlds: [{ index, name: made.name }],
  };
}

function questionOf(
  check: Check,
  { lesson, made, seed }: TriedIn,
  outcome: LessonOutcome,
): readonly PredicateJob[] {
  if (check.kind !== "lua") return [];
  const source = lesson.predicates.get(check.file) ?? "";
  return [{ lesson: lesson.id, file: check.file, source, outcome, facts: made.facts, seed }];
}

interface Judged extends TriedIn {
  readonly outcome: LessonOutcome;
  readonly checks: readonly Check[];
  /** Results of the checks' predicates, in order. */
  readonly said: readonly Said[];
}

/** Rejects if a predicate or a pattern is wrong. */
async function failuresOf(attempt: Judged, runTrial: RunTrial): Promise<readonly Failure[]> {
  const { checks, outcome } = attempt;
  const line = outcome.end.kind === "failed" ? lineIn(outcome.end.message) : null;
  const said = attempt.said.values();
  const failures: Failure[] = [];
  for (const check of checks) {
    const seen = check.kind === "lua" ? seenBy(said.next().value) : await seenIn(attempt, check, runTrial);
    if (seen === null) continue;
    failures.push(failure(attempt, check, filled(check.say, seen, attempt.made.facts), line));
  }
  return failures;
}

function seenBy(said: Said | undefined) {
  if (said === undefined) throw new Error("Every predicate has something to say.");
  if (said.wrong !== null) throw new Error(said.wrong);
  return said.sentence === null ? null : { said: said.sentence };
}

function seenIn({ lesson, outcome }: Judged, check: Exclude<Check, { kind: "lua" }>, runTrial: RunTrial) {
  const where = `${lesson.id}/lesson.json: ${check.id}`;
  return withPatterns((test) => judge(check, outcome, test), where, outcome, runTrial);
}

/** The sentence with `{name}` replaced by what was seen, or by a fact of the world. */
function filled(say: string, seen: Readonly<Record<string, string>>, facts: Facts): string {
  return withPlaceholders(say, (name) => {
    if (Object.hasOwn(seen, name)) return seen[name];
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (typeof fact === "string") return fact;
    if (Array.isArray(fact)) return listed(fact) || "none";
    return fact === undefined ? undefined : shown(fact);
  });
}
