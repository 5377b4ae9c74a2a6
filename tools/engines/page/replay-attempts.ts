/** Asks a worker in hostile hands about a run, as Steps does. */
import replayUrl from "virtual:box-replay";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { Box } from "../../../src/sandbox/page/box";
import { openReplayer } from "../../../src/sandbox/page/replayer";
import type { RunInputs } from "../../../src/sandbox/replay-job";
import { messageOf } from "../../../src/shared/message-of";
import { marksOf } from "../../../src/steps/navigate";
import type { ReplayQuestion } from "../../../src/steps/replay-protocol";
import { Timeline } from "../../../src/steps/timeline";
import { hostileReplay, type ReplayAttempt } from "../../../tests/support/hostile-worker/replays";
import { boxParts } from "../../box/parts";

const QUESTIONS: Readonly<Record<ReplayAttempt["question"], ReplayQuestion>> = {
  steps: { kind: "steps", most: 1_000, eager: 1_000 },
  moments: {
    ...{ kind: "moments", from: 1, focus: 1, to: 1, before: null, watches: [] },
    frame: { thread: 0, frame: 0 },
  },
  visits: { kind: "visits", points: [], until: 1, most: 1 },
};

/** Milliseconds for an attempt that never answers, and for what must answer, however busy the machine is. */
const SHORT_MS = 2_500;
const LONG_MS = 60_000;

let opened: Promise<readonly [box: Box, honest: string]> | null = null;

async function open() {
  const [parts, honest] = await Promise.all([boxParts(), fetch(replayUrl)]);
  return Promise.all([Box.open(parts), honest.text()]);
}

/** Tries one. Returns what is wrong, or `null` if the page held. */
export async function replayAttempt({ name, question, end }: ReplayAttempt): Promise<string | null> {
  opened ??= open();
  const [box, honest] = await opened;
  const tried = await asked(box, hostileReplay(), name, question, end.test("answered") ? LONG_MS : SHORT_MS);
  if (!end.test(tried)) return `It must end as ${end}, and ended as “${tried}”.`;
  const next = await asked(box, honest, 'print("alive")', "steps", LONG_MS);
  return next === "answered" ? null : `The next replay ended as “${next}”.`;
}

async function asked(
  box: Box,
  front: string,
  source: string,
  question: ReplayAttempt["question"],
  limitMs: number,
): Promise<string> {
  const inputs: RunInputs = {
    ...{ name: "case.lua", source, limits: DEFAULT_LIMITS, docs: [], accounts: [] },
    door: { kind: "mock", worlds: { whatsapp: seedWorld() }, heard: [] },
  };
  const replayer = openReplayer(box, front, inputs);
  const timeline = new Timeline();
  try {
    await replayer.ask(QUESTIONS[question], limitMs, ({ words }) => timeline.addWords(words));
    marksOf(timeline);
    return "answered";
  } catch (problem) {
    return `failed: ${messageOf(problem)}`;
  } finally {
    replayer.close();
  }
}
