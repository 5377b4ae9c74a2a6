/**
 * Wrong answers that are made from a lesson's solution: of ten lessons, or of all in `npm run test:deep`. The typical ones of
 * learners are in its `wrong` folder.
 */
import { expect, test } from "vitest";
import { luaString } from "../../../src/language/write/lua-text";
import type { Lesson } from "../../../src/lessons/course";
import { readCourse } from "../../../src/lessons/format/read-course";
import { gradeAll } from "../../../src/lessons/grade";
import { type LessonOutcome, runOver } from "../../../src/lessons/outcome";
import { courseFiles } from "../../support/built-in-course";
import { sample, spread } from "../../support/sample";
import { runInNode } from "./trial";

const { lessons } = readCourse(courseFiles());

/** Puts a table in the place of `app`, whose calls go through `around(call, name)`. */
const withCalls = (around: string) => `local app = (function(real)
  local function wrapped(found, name)
    -- Functions are tables as well. Their names have an underscore, those of integrations and accounts have none.
    if not name:find("_", 1, true) then
      return setmetatable({}, { __index = function(_, key) return wrapped(found[key], key) end })
    end
    local call = found
    ${around}
  end
  return setmetatable({}, { __index = function(_, key) return wrapped(real[key], key) end })
end)(app) `;

const twice = withCalls(`if name ~= "send_message" and name ~= "send_template" then return call end
    return function(...) pcall(call, ...) return call(...) end`);

const swallowing = withCalls(`return function(...)
      local ok, answer = pcall(call, ...)
      return ok and answer or { data = {}, messages = { { id = "none" } } }
    end`);

const stranger = `pcall(app.integrations.whatsapp.send_message, { to = "447700900999", body = "Hi" }) `;

/** No cheat: it shows that the table in the place of `app` does what `app` does. */
const unchanged = withCalls("return call");

/** What a run returned and printed, without the calls that led to it. */
function withoutCalls({ end, output }: LessonOutcome): string {
  const result = end.kind === "finished" ? end.result : [];
  return `print(${luaString(output)}) return table.unpack(json.decode(${luaString(JSON.stringify(result))}))`;
}

/** Cheats by name. */
async function cheatsOf(lesson: Lesson): Promise<ReadonlyMap<string, string>> {
  const { solution, worlds } = lesson;
  const runs: LessonOutcome[] = [];
  for (const recipe of worlds) {
    const { world } = await recipe.make(1, runInNode);
    runs.push(await runOver(world, { name: "solution.lua", source: solution }, runInNode));
  }
  const calls = runs.flatMap((run) => run.calls);
  const [first] = runs;
  const cheats = new Map<string, string>();
  if (first !== undefined) cheats.set("the result of another seed", withoutCalls(first));
  if (calls.some(({ kind }) => kind === "write")) {
    cheats.set("a message to a stranger", stranger + solution);
    cheats.set("everything sent twice", twice + solution);
  }
  if (calls.some(({ error }) => error !== null)) cheats.set("every error swallowed", swallowing + solution);
  return cheats;
}

test.each(spread(lessons, sample(6, lessons.length)).map((lesson) => [lesson.id, lesson] as const))(
  "lesson %s sees through cheats",
  async (_id, lesson) => {
    const cheats = await cheatsOf(lesson);
    const scripts = [unchanged + lesson.solution, ...cheats.values()].map((source) => ({
      name: `${lesson.id}.lua`,
      source,
      enough: any,
    }));
    const [own, ...verdicts] = await gradeAll(lesson, scripts, 2, runInNode);
    expect(own).toMatchObject({ passed: true });
    expect([...cheats.keys()].filter((_, at) => !failed(verdicts[at]))).toEqual([]);
  },
);

const any = (failures: readonly unknown[]) => failures.length > 0;

function failed(verdict: Awaited<ReturnType<typeof gradeAll>>[number] | undefined): boolean {
  return verdict !== undefined && "passed" in verdict && !verdict.passed;
}
