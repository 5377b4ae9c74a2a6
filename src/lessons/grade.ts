import { judge } from "./checks/judge";
import { listed, shown } from "./checks/match";
import { withPatterns } from "./checks/patterns";
import { askPredicate } from "./checks/predicate";
import type { Facts, Lesson, MadeWorld } from "./course";
import type { Check } from "./format/check-schema";
import { withPlaceholders } from "./format/placeholders";
import { type LessonOutcome, type RunTrial, runOver } from "./outcome";

/** Word for word: `docs/runtime.md`, Limits. */
const TIMEOUT = "Lua timeout error";

export interface Failure {
  /** The check's id; `error` for a script that ended in an error. */
  readonly check: string;
  readonly sentence: string;
  /** A docs page, or `#Heading` of the lesson; `null` if there is nothing to read. */
  readonly see: string | null;
  /** The script's line that an error points at, 1-based, or `null`. */
  readonly line: number | null;
  /** The worlds it failed in, the first one being the one that the sentence speaks of. */
  readonly worlds: readonly FailedIn[];
}

interface FailedIn {
  /** Among the lesson's worlds, from 0. */
  readonly index: number;
  /** Completes "in …". */
  readonly name: string;
}

/** Passed when no check failed in any world. */
export interface Verdict {
  readonly passed: boolean;
  /** The worlds were made from this seed. */
  readonly seed: number;
  readonly failures: readonly Failure[];
}

/**
 * Runs a script over each world of a lesson, one after the other, and checks what it did. The worlds come from `seed`: the
 * same one makes the same worlds. Calls `onWorld` with the index of each. Rejects if a world or a predicate of the course is
 * wrong. What is wrong with the script is in the verdict.
 */
export async function grade(
  lesson: Lesson,
  script: { readonly name: string; readonly source: string },
  seed: number,
  runTrial: RunTrial,
  onWorld: (index: number) => void = () => {},
): Promise<Verdict> {
  const failures = new Map<string, Failure>();
  for (const [index, recipe] of lesson.worlds.entries()) {
    onWorld(index);
    const made = await recipe.make(seed, runTrial);
    const outcome = await runOver(made.world, script, runTrial);
    for (const failure of await failuresIn({ lesson, made, index, seed, outcome }, runTrial)) {
      const known = failures.get(failure.check);
      failures.set(
        failure.check,
        known === undefined ? failure : { ...known, worlds: [...known.worlds, ...failure.worlds] },
      );
    }
    // A loop without end would only take its time again in the next world.
    if (outcome.end.kind === "stopped" || (outcome.end.kind === "failed" && outcome.end.message === TIMEOUT))
      break;
  }
  return { passed: failures.size === 0, seed, failures: inOrder(lesson, [...failures.values()]) };
}

/** Whether a script passes. Quicker than `grade` when it does not: one failure is enough. Rejects as `grade` does. */
export async function passes(
  lesson: Lesson,
  script: { readonly name: string; readonly source: string },
  seed: number,
  runTrial: RunTrial,
): Promise<boolean> {
  for (const [index, recipe] of lesson.worlds.entries()) {
    const made = await recipe.make(seed, runTrial);
    const outcome = await runOver(made.world, script, runTrial);
    const failures = await failuresIn({ lesson, made, index, seed, outcome }, runTrial);
    if (failures.length > 0) return false;
  }
  return true;
}

/** The line in front of an error's message: `answer.lua:7: …`. */
function lineIn(message: string): number | null {
  const line = /^[^\n:]*:(\d+): /.exec(message)?.[1];
  return line === undefined ? null : Number(line);
}

/** In the order of the lesson's checks, which is that of importance, whatever world they failed in first. */
function inOrder({ checkIds }: Lesson, failures: readonly Failure[]): readonly Failure[] {
  return [...failures].sort((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check));
}

/** A script's run over one world of a lesson. */
interface Attempt {
  readonly lesson: Lesson;
  readonly made: MadeWorld;
  readonly index: number;
  readonly seed: number;
  readonly outcome: LessonOutcome;
}

async function failuresIn(attempt: Attempt, runTrial: RunTrial): Promise<readonly Failure[]> {
  const { made, index, outcome } = attempt;
  const failure = (check: string, sentence: string, see: string | undefined): Failure => ({
    check,
    // A message of Meta's at its end has no full stop.
    sentence: /[\p{L}\p{N})]$/u.test(sentence) ? `${sentence}.` : sentence,
    see: see ?? null,
    line: outcome.end.kind === "failed" ? lineIn(outcome.end.message) : null,
    worlds: [{ index, name: made.name }],
  });
  if (outcome.end.kind === "stopped") return [failure("error", "The check was stopped.", undefined)];
  const ends = made.checks.filter((check) => check.kind === "end");
  if (outcome.end.kind === "failed" && ends.length === 0) {
    return [failure("error", `The script ended in an error: ${outcome.end.message}`, "errors")];
  }
  const failures: Failure[] = [];
  // What an unexpected error left undone would only repeat it.
  const judged =
    outcome.end.kind === "failed" && ends.some(({ how }) => how === "finished") ? ends : made.checks;
  for (const check of judged) {
    const sentence = await sentenceOf(check, attempt, runTrial);
    if (sentence !== null) failures.push(failure(check.id, sentence, check.see));
  }
  return failures;
}

async function sentenceOf(
  check: Check,
  { lesson, made: { facts }, seed, outcome }: Attempt,
  runTrial: RunTrial,
): Promise<string | null> {
  if (check.kind === "lua") {
    const predicate = {
      lesson: lesson.id,
      file: check.file,
      source: lesson.predicates.get(check.file) ?? "",
    };
    const said = await askPredicate(predicate, outcome, { facts, seed }, runTrial);
    return said === null ? null : filled(check.say, { said }, facts);
  }
  const seen = await withPatterns(
    (test) => judge(check, outcome, test),
    `${lesson.id}/lesson.json: ${check.id}`,
    outcome,
    runTrial,
  );
  return seen === null ? null : filled(check.say, seen, facts);
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
