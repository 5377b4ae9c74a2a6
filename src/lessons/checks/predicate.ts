import * as v from "valibot";
import type { World } from "../../integrations/whatsapp/simulator/page";
import { luaString } from "../../language/write/lua-text";
import type { JsonObject } from "../../shared/json";
import type { Facts } from "../course";
import type { LessonOutcome, RunTrial } from "../outcome";
import { argumentsOf } from "./calls";
import { sentMessages } from "./messages";

/** A predicate, and the run to evaluate it on. */
export interface PredicateJob {
  readonly lesson: string;
  /** `check.lua` */
  readonly file: string;
  readonly source: string;
  readonly outcome: LessonOutcome;
  /** Of the world of the run. */
  readonly facts: Facts;
  readonly seed: number;
}

/** A predicate's verdict on a run. */
export interface Said {
  /** What to fix, or `null` if all is well. */
  readonly sentence: string | null;
  /** An error in the predicate itself, or `null`. It is the course's fault, not the learner's. */
  readonly wrong: string | null;
}

/**
 * Runs Lua predicates, all in one run of the same box. Each finds the outcome in `run`, and returns true or a sentence. They
 * share no globals. Returns what they said, in their order.
 */
export async function askPredicates(
  questions: readonly PredicateJob[],
  world: World,
  runTrial: RunTrial,
): Promise<readonly Said[]> {
  const [first] = questions;
  if (first === undefined) return [];
  const asked = questions.map((one) => ({ file: one.file, source: one.source, run: tableOf(one) }));
  const source = `local asked = json.decode(${luaString(JSON.stringify(asked))}); ${ASK}`;
  const { end } = await runTrial({ name: first.file, source, worlds: { whatsapp: world } });
  const said = end.kind === "finished" ? v.safeParse(SaidSchema, end.result[0]) : null;
  if (said?.success) return questions.map((one, at) => read(one, said.output[at]));
  // One endless predicate uses up the others' time.
  if (questions.length > 1) {
    const each: Said[] = [];
    for (const one of questions) each.push(...(await askPredicates([one], world, runTrial)));
    return each;
  }
  const why = end.kind === "failed" ? end.message : "it was stopped";
  return [{ sentence: null, wrong: `${first.lesson}/${first.file} failed: ${why}` }];
}

/** Whether each predicate finished, and what it returned or why it did not. */
const ASK = `
local said = {}
for i, one in ipairs(asked) do
  local predicate, problem = load(one.source, "=" .. one.file, "t", setmetatable({ run = one.run }, { __index = _G }))
  local ok, verdict = false, problem
  if predicate then ok, verdict = pcall(predicate) end
  if not ok then verdict = tostring(verdict)
  elseif verdict ~= true and type(verdict) ~= "string" then verdict = "" end
  said[i] = { ok = ok, verdict = verdict }
end
return said`;

const SaidSchema = v.array(v.object({ ok: v.boolean(), verdict: v.union([v.literal(true), v.string()]) }));

function read(
  { lesson, file }: PredicateJob,
  said: v.InferOutput<typeof SaidSchema>[number] | undefined,
): Said {
  const { ok = true, verdict = "" } = said ?? {};
  if (verdict === true) return { sentence: null, wrong: null };
  if (!ok) return { sentence: null, wrong: `${lesson}/${file} failed: ${verdict}` };
  if (verdict !== "") return { sentence: verdict, wrong: null };
  return { sentence: null, wrong: `${lesson}/${file} must return true or a sentence.` };
}

/** A predicate's arguments. */
function tableOf({ outcome, facts, seed }: PredicateJob): JsonObject {
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
