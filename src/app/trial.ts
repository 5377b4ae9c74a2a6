import type { CallRow } from "../gateway/call-row";
import { catalog } from "../integrations";
import { parseEvents, type World } from "../integrations/whatsapp/simulator/state";
import { apply } from "../integrations/whatsapp/simulator/world/apply";
import type { Outcome } from "../lessons/outcome";
import { DEFAULT_LIMITS } from "../runtime/host";
import type { Box } from "../sandbox/page/box";
import type { RunJob } from "../sandbox/protocol";
import { runInBox } from "./box-run";
import { createOutputLog } from "./output-log";

/** A run over a world of its own, beside the page's. */
export interface Trial {
  readonly ended: Promise<Outcome>;
  stop(): void;
}

/** What a trial runs. */
export interface TrialJob {
  readonly name: string;
  readonly source: string;
  readonly world: World;
}

/** Seconds: a lesson's script is short, and one that loops for ever should be told so soon. */
const CPU_SECONDS = 10;

/**
 * Runs a script in the box over a world that leads nowhere, always mock; the limits are the shipped ones, so that a
 * check's verdict does not hang on settings. `ended` rejects when the box cannot be opened.
 */
export function startTrial(openBox: () => Promise<Box>, { name, source, world }: TrialJob): Trial {
  const log = createOutputLog();
  const calls: CallRow[] = [];
  let after = world;
  let stopped = false;
  let stopRun = () => {};
  const job: RunJob = {
    name,
    source,
    door: { kind: "mock", world },
    limits: { ...DEFAULT_LIMITS, cpuSeconds: CPU_SECONDS },
    accounts: catalog.integrations.map(({ id }) => ({
      integration: id,
      names: world.accounts.map((account) => account.name),
    })),
  };
  const outcome = (end: Outcome["end"]): Outcome => ({
    end,
    output: log.text(),
    calls,
    before: world,
    after,
  });
  const begin = async (): Promise<Outcome> => {
    const box = await openBox();
    if (stopped) return outcome({ kind: "stopped" });
    const run = runInBox(box, job, {
      output: (frames) => log.append(frames),
      row: (row) => calls.push(row),
      events(told) {
        const read = parseEvents(told);
        if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
        after = read.events.reduce(apply, after);
      },
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
