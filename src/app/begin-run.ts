/** Begins a run with the page's own worlds or the real API, and its accounts, settings and docs. */
import type { CallRow } from "../gateway/call-row";
import type { OpenBox } from "../sandbox/page/box";
import type { RunJob } from "../sandbox/protocol";
import type { HeardEvents, RunInputs } from "../sandbox/replay-job";
import type { OpenAccounts } from "./accounts";
import { runInBox } from "./box-run";
import { type DocsModel, namesByIntegration } from "./docs";
import type { Mode, ModeModel } from "./mode";
import type { Permissions } from "./permissions";
import { type RunEnd, wasRefused } from "./run-end";
import type { ScriptsModel } from "./scripts";
import type { SettingsModel } from "./settings";
import type { SimulatedWorlds } from "./simulated-worlds";

export interface RunParts {
  /** Loads what begins a run: the page shows its script without it. */
  readonly load: () => Promise<{ readonly beginRun: typeof beginRun }>;
  /** Opens the box. Called again after a failure. */
  readonly openBox: () => Promise<OpenBox>;
  readonly mode: Pick<ModeModel, "mode">;
  readonly scripts: Pick<ScriptsModel, "current">;
  readonly settings: SettingsModel;
  readonly accounts: Pick<OpenAccounts, "all" | "vault">;
  readonly permissions: Permissions;
  readonly worlds: Pick<SimulatedWorlds, "begin" | "take" | "onAct">;
  readonly docs: Pick<DocsModel, "forRun">;
}

/** What a run reports until it ends. */
export interface RunProgress {
  /** The script is waiting for a live call. */
  readonly blocked: boolean;
  /** Writes sent because the person allowed all in this run. */
  readonly sentUnasked: number;
}

/** A script that is about to run, and its listeners. */
export interface BeginningRun {
  readonly name: string;
  readonly source: string;
  readonly mode: Mode;
  /** Aborted when the run ends, for whatever reason. */
  readonly over: AbortSignal;
  change(what: Partial<RunProgress>): void;
  log(row: CallRow): void;
  output(frames: Uint8Array<ArrayBuffer>): void;
}

/** Runs Lua in the page's worlds, or live. Resolves once the run has begun, or with `null` if it was over before. */
export async function beginRun(
  parts: RunParts,
  openBox: () => Promise<OpenBox>,
  { name, source, mode, over, change, log, output }: BeginningRun,
) {
  const opened = await openBox();
  const accounts = namesByIntegration(parts.accounts.all.peek());
  const namesOf = (id: string) => accounts.find(({ integration }) => integration === id)?.names ?? [];
  const live = mode === "live" ? await openLive(parts, name, over, change, log) : null;
  const door: RunJob["door"] =
    live === null
      ? { kind: "mock", worlds: await parts.worlds.begin(namesOf) }
      : { kind: "live", seed: live.recorded.seed };
  const docs = await parts.docs.forRun(source);
  if (over.aborted) return null;
  const { limits } = parts.settings.settings.peek();
  const job = { name, source, door, limits, docs, accounts };
  const heard: HeardEvents[] = [];
  const run = runInBox(opened, job, {
    output,
    row: log,
    events: parts.worlds.take,
    heard: (one) => void heard.push(one),
    clocks: (values) => live?.recorded.clocks(values),
    async call(text, worked) {
      if (live === null) throw new Error("A mock run tried to make a live call.");
      change({ blocked: true });
      const answer = await live.call(text, worked);
      live.recorded.answered(answer);
      change({ blocked: false });
      return answer;
    },
  });
  const unhear = live === null ? parts.worlds.onAct(run.tell) : () => {};
  return {
    stop: run.stop,
    ended: run.ended.finally(unhear),
    /** What a replay of the run needs, given how it ended. `null` if there is nothing to replay. */
    inputs(end: RunEnd): RunInputs | null {
      if (wasRefused(end)) return null;
      return door.kind === "mock"
        ? { ...job, door: { ...door, heard } }
        : (live?.recorded.inputs(job) ?? null);
    },
  };
}

async function openLive(
  parts: RunParts,
  script: string,
  over: AbortSignal,
  change: (what: Pick<RunProgress, "sentUnasked">) => void,
  log: (row: CallRow) => void,
) {
  const [{ openLiveDoor }, { recordLive }, { noteRun }, { catalog }, vault] = await Promise.all([
    import("./live-calls"),
    import("./recorded-live"),
    import("./cut-runs"),
    import("../integrations"),
    parts.accounts.vault(),
  ]);
  const began = performance.now();
  const { permissions, settings } = parts;
  const note = noteRun(script);
  if (over.aborted) note.over();
  else over.addEventListener("abort", note.over);
  const call = openLiveDoor({
    catalog,
    vault,
    permissions,
    settings,
    over,
    note,
    sentUnasked: (count) => change({ sentUnasked: count }),
    log,
    elapsedMs: () => performance.now() - began,
  });
  return { call, recorded: recordLive() };
}
