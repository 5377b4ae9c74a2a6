/** Runs what a hostile worker tries, in the app's own box: the worker's own script, with one in front of it that attacks. */
import { runInBox } from "../../../src/app/box-run";
import { returnedText } from "../../../src/gateway/run-result";
import type { WorldEvents } from "../../../src/integrations/simulation";
import { parseEvents, seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { DEFAULT_LIMITS, type RunLimits } from "../../../src/runtime/host";
import { entryTexts } from "../../../src/runtime/output-entry";
import { Box } from "../../../src/sandbox/page/box";
import type { RunJob } from "../../../src/sandbox/protocol";
import { hostileFront, TIMED_OUT, type WorkerAttempt } from "../../../tests/support/hostile-worker/attempt";
import { workerAttempts } from "../../../tests/support/worker-attempts";
import { type LiveAccounts, liveAnswers } from "../../box/live";
import { boxParts } from "../../box/parts";

let opened: Promise<Box> | null = null;

/** One for all attempts. */
function hostileBox(): Promise<Box> {
  opened ??= boxParts().then((parts) =>
    Box.open({ ...parts, workerSource: `${hostileFront(workerAttempts)}\n;${parts.workerSource}` }),
  );
  return opened;
}

/** Tries one. Returns what is wrong, or `null` if the page held. */
export async function workerAttempt(
  { name, mode, end }: WorkerAttempt,
  accounts: LiveAccounts,
): Promise<string | null> {
  const { answer, rows } = liveAnswers(accounts);
  const tried = await run(name, mode, answer, end === TIMED_OUT ? SHORT : PATIENT);
  if (!end.test(tried.end)) return `It must end as ${end}, and ended as “${tried.end}”.`;
  if (/ESCAPED/.test(tried.printed)) return `It printed after its end: ${tried.printed.slice(0, 200)}`;
  const made = rows().filter(({ status }) => status === "ok");
  if (made.length > 1) return `It made ${made.length} calls.`;
  const next = await run('print("alive")', "mock", answer, DEFAULT_LIMITS);
  return next.printed === "alive" && next.end === "finished"
    ? null
    : `The next run ended as “${next.end}” and printed “${next.printed.slice(0, 200)}”.`;
}

/** Attempts that never end take this long each. */
const SHORT: RunLimits = { cpuSeconds: 0.5, memoryBytes: 32 * 1024 * 1024 };
/** What the attempt before left behind may keep a worker from starting for some seconds, which are not this one's. */
const PATIENT: RunLimits = { ...SHORT, cpuSeconds: 30 };

async function run(
  source: string,
  mode: WorkerAttempt["mode"],
  answer: (text: string) => Promise<string>,
  limits: RunLimits,
) {
  const box = await hostileBox();
  const lines: string[] = [];
  const door: RunJob["door"] =
    mode === "live" ? { kind: "live", seed: 1 } : { kind: "mock", worlds: { whatsapp: seedWorld() } };
  const { ended } = runInBox(
    box,
    { name: "case.lua", source, limits, docs: [], accounts: [], door },
    {
      output: (frames) => lines.push(...entryTexts(frames)),
      row: () => {},
      events: readEvents,
      heard: () => {},
      clocks: () => {},
      call: answer,
    },
  );
  const end = await ended;
  // As the console and “Copy result” do.
  if (end.kind === "finished") returnedText(end);
  const printed = lines.join("\n");
  return { printed, end: end.kind === "failed" ? `failed: ${end.error.message}` : end.kind };
}

/** As the app's worlds do. */
function readEvents(events: WorldEvents): void {
  for (const [id, list] of Object.entries(events)) {
    if (id !== "whatsapp") throw new Error(`There is no simulator of ${id}.`);
    const read = parseEvents(list);
    if (!read.ok) throw new Error(read.message);
  }
}
