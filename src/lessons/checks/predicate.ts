import { luaString } from "../../language/write/lua-text";
import type { JsonObject } from "../../shared/json";
import type { Facts } from "../course";
import type { LessonOutcome, RunTrial } from "../outcome";
import { argumentsOf } from "./calls";
import { sentMessages } from "./messages";

/** What the world of the run came from. */
interface MadeFrom {
  readonly facts: Facts;
  readonly seed: number;
}

/**
 * Asks a Lua predicate, run in the same box: it finds the outcome in `run` and returns true, or a sentence.
 * Returns the sentence, or `null` if all is well. Rejects if the predicate itself fails: the course is wrong then, not the
 * learner.
 */
export async function askPredicate(
  { lesson, file, source }: { readonly lesson: string; readonly file: string; readonly source: string },
  outcome: LessonOutcome,
  made: MadeFrom,
  runTrial: RunTrial,
): Promise<string | null> {
  const run = luaString(JSON.stringify(tableOf(outcome, made)));
  // On the first line, so that the line numbers in messages are the file's own.
  const chunk = `local run = json.decode(${run}); ${source}`;
  const { end } = await runTrial({ name: file, source: chunk, worlds: { whatsapp: outcome.before } });
  if (end.kind !== "finished") {
    throw new Error(`${lesson}/${file} failed: ${end.kind === "failed" ? end.message : "it was stopped"}`);
  }
  const verdict = end.result[0];
  if (verdict === true) return null;
  if (typeof verdict === "string" && verdict !== "") return verdict;
  throw new Error(`${lesson}/${file} must return true or a sentence.`);
}

/** What a predicate is given. */
function tableOf(outcome: LessonOutcome, { facts, seed }: MadeFrom): JsonObject {
  const { end, output, calls } = outcome;
  return {
    output,
    lines: output === "" ? [] : output.split("\n"),
    results: end.kind === "finished" ? end.result : [],
    result: (end.kind === "finished" ? end.result[0] : null) ?? null,
    error: end.kind === "failed" ? end.message : null,
    calls: calls.map((row) => ({
      name: row.name,
      account: row.account,
      args: argumentsOf(row),
      status: row.status,
      error: row.error,
      at: row.startedMs,
    })),
    messages: sentMessages(outcome).map((message) => ({ ...message })),
    facts,
    seed,
  };
}
