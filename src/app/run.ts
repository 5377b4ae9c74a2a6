import { batch, computed, signal } from "@preact/signals";
import type { CallRow } from "../gateway/call-row";
import type { EndedRun } from "../gateway/run-result";
import type { RunTrial } from "../lessons/outcome";
import type { OpenBox } from "../sandbox/page/box";
import type { RunInputs } from "../sandbox/replay-job";
import { whenIdle } from "../shared/idle";
import type { BeginningRun, RunParts, RunProgress } from "./begin-run";
import { oncePerFrame } from "./frame-batch";
import { KeptRows } from "./kept-rows";
import type { Mode } from "./mode";
import { createOutputLog, type HeldOutput, NO_OUTPUT } from "./output-log";
import { readable } from "./readable";
import type { RecordedRun } from "./recorded-run";
import { couldNotBegin, type RunEnd, TIMEOUT } from "./run-end";

export type RunPhase = { readonly kind: "idle" } | RunningPhase | EndedPhase;

interface EndedPhase extends RanScript {
  readonly kind: "ended";
  readonly end: RunEnd;
  /** The page is showing an earlier run again. */
  readonly again?: true;
}

/** A script as it was when it ran. */
interface RanScript {
  readonly mode: Mode;
  /** Its name. */
  readonly script: string;
  readonly scriptId: string;
  readonly source: string;
}

interface RunningPhase extends RanScript, RunProgress {
  readonly kind: "running";
}

/** Everything the page shows of a finished run. */
export interface ShownRun {
  readonly phase: EndedPhase;
  readonly output: HeldOutput;
  readonly calls: readonly CallRow[];
  readonly callsDropped: number;
  readonly replayable: RecordedRun | null;
}

/** What had happened by a given step of the last run. */
interface PastOfRun {
  readonly printed: number;
  readonly calls: number;
  /** Whether it is the last step. */
  readonly end: boolean;
}

export type RunModel = ReturnType<typeof createRun>;

/** Runs the current script, one at a time. */
export function createRun(parts: RunParts) {
  const phase = signal<RunPhase>({ kind: "idle" });
  const ready = signal(false);
  const output = createOutputLog();
  const calls = signal<readonly CallRow[]>([]);
  const callsDropped = signal(0);
  const sentAgain = signal<readonly CallRow[]>([]);
  const past = signal<PastOfRun | null>(null);
  const replayable = signal<RecordedRun | null>(null);
  const stale = computed(() => {
    if (phase.value.kind === "idle") return null;
    const { scriptId, source } = phase.value;
    const now = parts.scripts.current.value;
    if (now.id !== scriptId) return "other";
    return now.source === source ? null : "edited";
  });
  let box: Promise<OpenBox> | null = null;
  let current: { stop(): void } | null = null;
  /** The run on the page: one that began here, or one that is shown again. */
  let shown: object | null = null;

  const openBox = () => {
    box ??= parts.openBox();
    const opening = box;
    opening.then(
      () => {
        ready.value = true;
      },
      () => {
        if (box === opening) box = null;
      },
    );
    return opening;
  };
  // Opened and warmed up before the first run, which reports any failure.
  openBox().then(
    (opened) =>
      whenIdle(() => {
        import("./trial").then(
          async ({ loadFreshWorlds }) => opened.warmUpCalls(await loadFreshWorlds()),
          () => {},
        );
      }),
    () => {},
  );

  const start = () => {
    current?.stop();
    const script = parts.scripts.current.peek();
    const mode = parts.mode.mode.peek();
    /** Aborted when the run ends, for whatever reason: closes an open question and aborts a request in flight. */
    const over = new AbortController();
    const rows = new KeptRows();
    const show = oncePerFrame(() => {
      if (shown !== mine) return;
      calls.value = rows.list();
      callsDropped.value = rows.dropped;
    });
    const ran: RanScript = { mode, script: script.name, scriptId: script.id, source: script.source };
    let running: RunningPhase = { kind: "running", ...ran, blocked: false, sentUnasked: 0 };
    const change = (what: Partial<RunningPhase>) => {
      running = { ...running, ...what };
      if (current === mine) phase.value = running;
    };
    let inputs: (end: RunEnd) => RunInputs | null = () => null;
    const end = (how: RunEnd) => {
      over.abort();
      if (current !== mine) return;
      current = null;
      show.now();
      const given = inputs(how);
      replayable.value = given && {
        ...{ inputs: given, scriptId: script.id, elapsedMs: how.elapsedMs, output: output.hash },
        ended: how.kind === "finished" || (how.kind === "failed" && how.error.message !== TIMEOUT),
        error: how.kind === "failed" ? how.error.message : null,
      };
      phase.value = { kind: "ended", ...ran, end: how };
    };
    let stop = () => end({ kind: "stopped", elapsedMs: 0 });
    const mine = { stop: () => stop() };
    current = mine;
    shown = mine;
    // In one batch, so the previous run is never seen without its output.
    batch(() => {
      sentAgain.value = [];
      output.replace(NO_OUTPUT);
      calls.value = [];
      callsDropped.value = 0;
      past.value = null;
      phase.value = running;
    });
    // A row may arrive after the end: a write cut off by Stop is logged as "outcome unknown".
    const log = (row: CallRow) => {
      rows.add(row);
      show.soon();
    };
    const begin = async () => {
      const { beginRun } = await parts.load();
      const begun = await beginRun(parts, openBox, {
        ...{ name: script.name, source: script.source, mode, over: over.signal, change, log },
        output: output.append,
      });
      if (begun === null) return;
      ({ inputs, stop } = begun);
      end(await begun.ended);
    };
    begin().catch((error: unknown) => end(couldNotBegin(error)));
  };

  return {
    phase: readable(phase),
    /** Why the last run's results don't match the current script: it was edited, or another script is open. */
    stale,
    /** True once a run can start without waiting for downloads. */
    ready: readable(ready),
    output,
    /** The calls that are kept: all, or those completed by the step that the page shows. */
    calls: computed(() =>
      past.value === null
        ? calls.value
        : calls.value.slice(0, Math.max(0, past.value.calls - callsDropped.value)),
    ),
    /** How many of this run's calls were dropped from `calls` because there were too many. */
    callsDropped: readable(callsDropped),
    /** Returns an object that is another for each run. */
    identity: () => shown,
    /** Calls that a person sent again by hand after the run. */
    sentAgain,
    /** Begins a run that is not shown on the page. */
    beginBeside: async (run: BeginningRun) => (await parts.load()).beginRun(parts, openBox, run),
    /** Runs the current script in a fresh VM. Stops a run in progress first. */
    start,
    stop: () => current?.stop(),
    /** The last run, if it can be replayed. */
    replayable: readable(replayable),
    /** The part of the last run shown while a person steps through it, or `null` for all of it. */
    past: readable(past),
    /** Shows what had been printed and called by then, or everything if `null`. */
    showPast(shown: PastOfRun | null): void {
      output.showFirst(shown?.printed ?? null);
      past.value = shown;
    },
    /** Returns what the page shows of the last run, or `null` before it has ended. */
    shown: (): ShownRun | null =>
      phase.value.kind !== "ended"
        ? null
        : {
            phase: phase.value,
            output: output.all(),
            calls: calls.value,
            callsDropped: callsDropped.value,
            replayable: replayable.value,
          },
    /** Shows an earlier run in place of the last one. Not while a script runs. */
    showAgain(run: ShownRun): void {
      if (current !== null) return;
      shown = run;
      batch(() => {
        sentAgain.value = [];
        output.replace(run.output);
        calls.value = run.calls;
        callsDropped.value = run.callsDropped;
        past.value = null;
        replayable.value = run.replayable;
        phase.value = { ...run.phase, again: true };
      });
    },
    openBox,
    /** Runs a script in given worlds, beside the page's own run. Always mock, and nothing is stored. */
    trial: async (job: Parameters<RunTrial>[0], stopped: AbortSignal) =>
      (await import("./trial")).runTrial(openBox, job, stopped),
    /** Returns the shown run's result object as JSON, or `null` if no run has ended. */
    result: (): Promise<string> | null => {
      const ended = phase.peek();
      if (ended.kind !== "ended") return null;
      const rows = calls.peek();
      return Promise.all([import("./output-entries"), import("../gateway/run-result")]).then(
        ([{ outputText }, { runResultText }]) => runResultText(endedRun(ended, outputText(output), rows)),
      );
    },
  };
}

function endedRun({ script, mode, end }: EndedPhase, output: string, calls: readonly CallRow[]): EndedRun {
  const stopped = end.kind === "stopped" ? "The run was stopped." : null;
  return {
    ...{ script, mode, output, calls },
    error: end.kind === "failed" ? end.error.message : stopped,
    returned: end.kind === "finished" ? end : { result: [] },
    elapsedMs: end.elapsedMs,
    memoryBytes: end.kind === "stopped" ? 0 : end.memoryBytes,
  };
}
