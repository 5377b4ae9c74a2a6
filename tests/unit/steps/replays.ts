import { DEFAULT_LIMITS, type Host } from "../../../src/runtime/host";
import { instantiateLua } from "../../../src/runtime/lua-module";
import { createVm } from "../../../src/runtime/vm";
import { answerReplay, type RunAgain } from "../../../src/steps/recorder/replay";
import type { ReplayAnswer, ReplayQuestion } from "../../../src/steps/replay-protocol";
import { parseReplayAnswer } from "../../../src/steps/replay-protocol";
import { Timeline } from "../../../src/steps/timeline";
import { wasm } from "../runtime/start";

/** Runs a script again and again, each time in a fresh VM. Calls answer with their number. */
function runsOf(source: string): RunAgain {
  return async (recorder, seen) => {
    let calls = 0;
    const host: Host = {
      call: () => {
        calls++;
        seen.events("shop", [calls]);
        return `{"ok":true,"value":${calls}}`;
      },
      docs: () => '{"ok":true,"value":""}',
      now: () => 0,
      computed: () => 0,
      output: seen.output,
    };
    const vm = createVm(await instantiateLua(await wasm, 1), recorder.host(host), recorder.observer);
    return vm.run({ name: "script.lua", source, memoryBytes: DEFAULT_LIMITS.memoryBytes });
  };
}

export const INNERMOST = { thread: 0, frame: 0 };

/** All answers to a question, as the page would read them. */
export async function answers(source: string, question: ReplayQuestion): Promise<ReplayAnswer[]> {
  const found: ReplayAnswer[] = [];
  await answerReplay(question, runsOf(source), (answer) => {
    const read = parseReplayAnswer(structuredClone(answer));
    if (read === null) throw new Error(`The page would refuse ${JSON.stringify(answer).slice(0, 300)}`);
    found.push(read);
  });
  return found;
}

/** The whole timeline of a script. */
export async function timelineOf(source: string, most = 1_000_000) {
  const timeline = new Timeline();
  for (const answer of await answers(source, { kind: "steps", most, eager: Number.MAX_SAFE_INTEGER }))
    if (answer.kind === "progress") timeline.addWords(answer.words);
  return timeline;
}

/** What can be seen at one step, asked for with a window around it. */
export async function momentAt(source: string, step: number, around = 0) {
  const from = Math.max(1, step - around);
  const question = {
    kind: "moments",
    from,
    focus: step,
    to: step + around,
    frame: INNERMOST,
    watches: [],
  } as const;
  const [answer] = await answers(source, question);
  if (answer?.kind !== "moments") throw new Error("The answer is not about moments.");
  const seen = answer.moments.find((one) => one.step === step);
  if (seen === undefined) throw new Error(`Step ${step} was not seen.`);
  return { hash: answer.hash, ...seen };
}
