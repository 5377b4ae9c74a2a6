/** Runs beside the page's own, in their own worlds: lesson checks, docs examples, embeds. Always mock. */
import type { CallRow } from "../gateway/call-row";
import { catalog } from "../integrations";
import { followWorlds } from "../integrations/followed-worlds";
import type { Worlds } from "../integrations/simulation";
import type { SnippetWorlds } from "../integrations/views";
import type { RunTrial, TrialOutcome } from "../lessons/outcome";
import { DEFAULT_LIMITS, type RunLimits } from "../runtime/host";
import type { OpenBox } from "../sandbox/page/box";
import { runInBox } from "./box-run";
import { docsFor } from "./docs";
import { outputText } from "./output-entries";
import { createOutputLog } from "./output-log";
import type { RunEnd } from "./run-end";

/** The worlds' documents that a run starts with if it brings none. */
export async function loadFreshWorlds(): Promise<Worlds> {
  return (await followWorlds(catalog)).documents();
}

export interface ApartJob {
  readonly name: string;
  readonly source: string;
  readonly limits: RunLimits;
  /** The worlds to start with. Missing ones are fresh. */
  readonly worlds?: Worlds;
}

export interface ApartState extends SnippetWorlds {
  /** Everything printed, joined by line breaks. */
  readonly output: string;
  readonly calls: readonly CallRow[];
}

/** Starts a run without storing anything. Calls `changed` when its state changes. Rejects if a world cannot be read. */
export async function runApart(
  openBox: () => Promise<OpenBox>,
  { name, source, limits, worlds }: ApartJob,
  changed: () => void = () => {},
) {
  const opening = openBox();
  opening.catch(() => {});
  const followed = await followWorlds(catalog, worlds);
  const before = followed.documents();
  const log = createOutputLog();
  const calls: CallRow[] = [];
  const accounts = catalog.integrations.map(({ id }) => ({
    integration: id,
    names: followed.accountNames(id),
  }));
  let stopped = false;
  let stop = () => {
    stopped = true;
  };
  const begin = async (): Promise<RunEnd> => {
    const [box, docs] = await Promise.all([opening, docsFor(source, accounts)]);
    if (stopped) return { kind: "stopped", elapsedMs: 0 };
    const job = { name, source, limits, docs, accounts, door: { kind: "mock", worlds: before } } as const;
    const run = runInBox(box, job, {
      output(frames) {
        log.append(frames);
        changed();
      },
      row(row) {
        calls.push(row);
        changed();
      },
      events(events) {
        followed.take(events);
        changed();
      },
      call: () => Promise.reject(new Error("A run in mock mode tried to make a live call.")),
    });
    stop = run.stop;
    return run.ended;
  };
  return {
    /** Rejects if the box cannot be opened. */
    ended: begin(),
    state: (): ApartState => ({
      output: outputText(log),
      calls: [...calls],
      before,
      after: followed.documents(),
    }),
    stop: () => stop(),
  };
}

/**
 * The default limits, so a check's verdict does not depend on settings, but fewer seconds: lesson scripts are short, and an
 * endless loop should be reported soon.
 */
const TRIAL_LIMITS: RunLimits = { ...DEFAULT_LIMITS, cpuSeconds: 10 };

/** Runs a lesson's script for a check, until it ends or is stopped. */
export async function runTrial(
  openBox: () => Promise<OpenBox>,
  job: Parameters<RunTrial>[0],
  stopped: AbortSignal,
): Promise<TrialOutcome> {
  const run = await runApart(openBox, { ...job, limits: TRIAL_LIMITS });
  if (stopped.aborted) run.stop();
  stopped.addEventListener("abort", run.stop, { once: true });
  const end = await run.ended;
  const { output, calls, after } = run.state();
  return { end: trialEnd(end), output, calls, worlds: after };
}

function trialEnd(end: RunEnd): TrialOutcome["end"] {
  if (end.kind === "failed") return { kind: "failed", message: end.error.message };
  return end.kind === "finished" ? { kind: "finished", result: end.result } : { kind: "stopped" };
}
