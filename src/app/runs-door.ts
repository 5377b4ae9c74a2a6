import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { browserLocalStorage } from "../storage/unload-store";
import * as LOCAL_KEYS from "./local-keys";
import type { RunModel } from "./run";
import type { EarlierRun, RunHistory } from "./run-history";
import { until } from "./until";

/** The history of the last runs: loaded with the first run, or at once if some are stored. */
export function openRunsDoor(run: RunModel): ReadonlySignal<RunHistory | null> {
  const history = signal<RunHistory | null>(null);
  /** Runs that end while the history is still being downloaded. */
  const early: EarlierRun[] = [];
  const stop = effect(() => {
    const shown = run.shown();
    if (shown !== null) early.push({ at: Date.now(), shown });
  });
  const load = async () => {
    const { openBrowserRuns } = await import("./run-history");
    history.value = openBrowserRuns(run, early);
  };
  const kept = browserLocalStorage()?.getItem(LOCAL_KEYS.keptRuns);
  until(() => Boolean(kept) || run.phase.value.kind === "running")
    .then(load)
    // Without the history, a run stays until the next one.
    .catch(() => {})
    .finally(stop);
  return history;
}
