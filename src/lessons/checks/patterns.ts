import { luaString } from "../../language/write/lua-text";
import type { LessonOutcome, RunTrial } from "../outcome";
import type { PatternTest } from "./match";

/** UTF-16 units of all texts that a check may search at once. */
const MOST_TEXT = 4 * 1024 * 1024;

/**
 * Judges with patterns that are matched in the box, which a pattern that backtracks without end cannot keep from being
 * stopped. `judge` is called again until it asks for nothing new. `where` names the check.
 *
 * Rejects if the box cannot match a pattern: the course is wrong then, not the learner
 */
export async function withPatterns<T>(
  judge: (test: PatternTest) => T,
  where: string,
  { before }: Pick<LessonOutcome, "before">,
  runTrial: RunTrial,
): Promise<T> {
  const known = new Map<string, Map<string, boolean>>();
  for (;;) {
    const asked = new Map<string, Set<string>>();
    const result = judge((pattern, text) => {
      const found = known.get(pattern)?.get(text);
      if (found === undefined) asked.set(pattern, (asked.get(pattern) ?? new Set()).add(text));
      return found ?? false;
    });
    if (asked.size === 0) return result;
    const pairs = [...asked].flatMap(([pattern, texts]) =>
      [...texts].map((text) => [pattern, text] as const),
    );
    if (pairs.reduce((sum, [, text]) => sum + text.length, 0) > MOST_TEXT) {
      throw new Error(`${where} would search more than 4 MB of text for a pattern.`);
    }
    const { end } = await runTrial({
      name: where,
      source: chunkFor([...asked].map(([pattern, texts]) => [`/${pattern}/iuD`, [...texts]])),
      worlds: { whatsapp: before },
    });
    const answer = end.kind === "finished" ? end.result[0] : null;
    if (typeof answer !== "string") {
      throw new Error(`${where} failed: ${end.kind === "failed" ? end.message : "it was stopped"}`);
    }
    for (const [at, [pattern, text]] of pairs.entries()) {
      known.set(pattern, (known.get(pattern) ?? new Map()).set(text, answer[at] === "1"));
    }
  }
}

/** Returns a digit for each text: whether it matches. */
function chunkFor(asked: readonly (readonly [pattern: string, texts: readonly string[]])[]): string {
  return `local found = {}
for _, one in ipairs(json.decode(${luaString(JSON.stringify(asked))})) do
  for _, text in ipairs(one[2]) do found[#found + 1] = regex.match(text, one[1]) and "1" or "0" end
end
return table.concat(found)`;
}
