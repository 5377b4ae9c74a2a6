/**
 * The last runs of all scripts. The newest is shown again after a reload, and any of them can be reopened. Loaded with the
 * first run.
 */
import { effect, signal, untracked } from "@preact/signals";
import * as v from "valibot";
import { messageOf } from "../shared/message-of";
import { parseOrNull } from "../shared/parse-with";
import { newId } from "../storage/browser-storage";
import { oneAtATime } from "../storage/queue";
import type { KeyValueStore } from "../storage/store";
import { unhurriedStore } from "../storage/unhurried-store";
import { browserLocalStorage } from "../storage/unload-store";
import { type KeptRun, keptRun, parseKeptRun, shownRun } from "./kept-run";
import * as LOCAL_KEYS from "./local-keys";
import { readable } from "./readable";
import type { RunModel, ShownRun } from "./run";
import { DATABASES } from "./storage-names";

/** More would be hard to tell apart. */
const MOST_RUNS = 5;
const KEY = "runs";
const STORED = v.object({ version: v.literal(1), runs: v.array(v.unknown()) });

/** A run that ended before the history was there. */
export interface EarlierRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly shown: ShownRun;
}

export type RunHistory = ReturnType<typeof openRunHistory>;

/** Opens the history of `run` in this browser. The first run comes at the page's busiest time, so its database may take long. */
export function openBrowserRuns(run: RunModel, early: readonly EarlierRun[]): RunHistory {
  return openRunHistory(unhurriedStore(DATABASES.runs), run, early);
}

/**
 * Opens the history of `run`, in which `early` are the runs that have ended, oldest first. Shows the newest kept run, unless
 * one has begun by then. Never throws: without storage, runs stay in memory. @internal
 */
export function openRunHistory(
  store: Pick<KeyValueStore, "get" | "update" | "remove">,
  run: Pick<RunModel, "phase" | "shown" | "showAgain">,
  early: readonly EarlierRun[],
  now: () => number = Date.now,
) {
  const runs = signal<readonly KeptRun[]>([]);
  const shownId = signal<string | null>(null);
  const unsaved = signal<string | null>(null);
  /** The newest run of this page, in full: with its steps and all its output. */
  let own: { readonly id: string; readonly shown: ShownRun } | null = null;
  const inTurn = oneAtATime();

  const put = (first: readonly KeptRun[], others: readonly KeptRun[]): readonly KeptRun[] => {
    const ids = new Set(first.map(({ id }) => id));
    return [...first, ...others.filter(({ id }) => !ids.has(id))]
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST_RUNS);
  };

  const save = () =>
    inTurn(async () => {
      try {
        // Other tabs store theirs in the same record.
        await write((stored) => put(runs.peek(), stored));
      } catch {
        // Storage is full. The newest run alone is smaller than what is stored.
        await write(() => runs.peek().slice(0, 1));
      }
      browserLocalStorage()?.setItem(LOCAL_KEYS.keptRuns, "yes");
      unsaved.value = null;
    }).catch((error: unknown) => {
      unsaved.value = messageOf(error);
    });
  const write = (change: (stored: readonly KeptRun[]) => readonly KeptRun[]) =>
    store.update(KEY, (stored) => ({ version: 1, runs: change(readRuns(stored)) }));

  const add = (shown: ShownRun, at: number) => {
    const same = own?.shown.phase === shown.phase ? own : null;
    own = { id: same?.id ?? newId(), shown };
    runs.value = put([keptRun(own.id, at, shown)], runs.peek());
    shownId.value = own.id;
    void save();
  };
  for (const { shown, at } of early) add(shown, at);
  const stop = effect(() => {
    // Runs again for each call logged after the end, such as one cut off by Stop.
    const shown = run.shown();
    if (shown !== null && !shown.phase.again) untracked(() => add(shown, now()));
  });

  const restored = inTurn(async () => {
    const stored = readRuns(await store.get(KEY));
    // Read late: a run may have ended while the store was being read.
    runs.value = put(runs.peek(), stored);
    const [newest] = runs.peek();
    if (newest !== undefined && run.phase.peek().kind === "idle") choose(newest.id);
  }).catch((error: unknown) => {
    unsaved.value = messageOf(error);
  });

  const choose = (id: string): void => {
    const kept = runs.peek().find((one) => one.id === id);
    if (kept === undefined || run.phase.peek().kind === "running") return;
    run.showAgain(own?.id === id ? own.shown : shownRun(kept));
    shownId.value = id;
  };

  return {
    /** Newest first. */
    runs: readable(runs),
    /** The id of the run that the page shows. */
    shownId: readable(shownId),
    /** Why runs won't survive a reload, or `null`. */
    unsaved: readable(unsaved),
    /** Shows a run in the console and in the calls. Not while a script runs. */
    choose,
    /** Deletes all stored runs. The one on the page stays until the next run. */
    forget: () =>
      inTurn(async () => {
        runs.value = [];
        await store.remove(KEY);
        browserLocalStorage()?.removeItem(LOCAL_KEYS.keptRuns);
      }),
    /** Resolves once the stored runs have been read. @internal */
    restored,
    /** Resolves once everything is saved, or refused. @internal */
    saved: () => inTurn(async () => {}),
    /** @internal */
    stop,
  };
}

function readRuns(stored: unknown): readonly KeptRun[] {
  return (parseOrNull(STORED, stored)?.runs ?? []).flatMap((one) => parseKeptRun(one) ?? []);
}
