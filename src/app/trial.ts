import type { CallRow } from "../gateway/call-row";
import { catalog } from "../integrations";
import { followWorlds } from "../integrations/followed-worlds";
import type { Worlds } from "../integrations/simulation";
import type { TrialOutcome } from "../lessons/outcome";
import { DEFAULT_LIMITS } from "../runtime/host";
import type { Box } from "../sandbox/page/box";
import type { RunJob } from "../sandbox/protocol";
import { runInBox } from "./box-run";
import { createOutputLog } from "./output-log";

/** A run over a world of its own, beside the page's. */
export interface Trial {
  readonly ended: Promise<TrialOutcome>;
  stop(): void;
}

/** What a trial runs. */
export interface TrialJob {
  readonly name: string;
  readonly source: string;
  /** The others are fresh. */
  readonly worlds: Worlds;
}

/** Seconds: a lesson's script is short, and one that loops for ever should be told so soon. */
const CPU_SECONDS = 10;

/**
 * Runs a script in the box over worlds that nothing is kept of, always mock. The limits are the shipped ones, so that a
 * check's verdict does not depend on settings. `ended` rejects if the box cannot be opened.
 */
export function startTrial(openBox: () => Promise<Box>, { name, source, worlds }: TrialJob): Trial {
  const log = createOutputLog();
  const calls: CallRow[] = [];
  let stopped = false;
  let stopRun = () => {};
  const begin = async (): Promise<TrialOutcome> => {
    const [box, followed] = await Promise.all([openBox(), followWorlds(catalog, worlds)]);
    const outcome = (end: TrialOutcome["end"]): TrialOutcome => ({
      end,
      output: log.text(),
      calls,
      worlds: followed.documents(),
    });
    if (stopped) return outcome({ kind: "stopped" });
    const job: RunJob = {
      name,
      source,
      door: { kind: "mock", worlds: followed.documents() },
      limits: { ...DEFAULT_LIMITS, cpuSeconds: CPU_SECONDS },
      accounts: catalog.integrations.map(({ id }) => ({
        integration: id,
        names: followed.accountNames(id),
      })),
    };
    const run = runInBox(box, job, {
      output: (frames) => log.append(frames),
      row: (row) => calls.push(row),
      events: followed.take,
      call: () => Promise.reject(new Error("Lessons run in mock mode only.")),
    });
    stopRun = run.stop;
    const end = await run.ended;
    if (end.kind === "failed") return outcome({ kind: "failed", message: end.error.message });
    return outcome(end.kind === "finished" ? { kind: "finished", result: end.result } : { kind: "stopped" });
  };
  return {
    ended: begin(),
    stop() {
      stopped = true;
      stopRun();
    },
  };
}
