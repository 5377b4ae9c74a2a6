import { type ReadonlySignal, signal } from "@preact/signals";
import { browserLocalStorage } from "../storage/unload-store";
import type { RunModel } from "./run";
import type { RunHistory } from "./run-history";
import { LOCAL_KEYS } from "./storage-names";

/** The last runs, to be looked at again: loaded with the first run, or at once if some are kept. */
export function openRunsDoor(run: RunModel): ReadonlySignal<RunHistory | null> {
  const history = signal<RunHistory | null>(null);
  const load = async () => {
    const { openBrowserRuns } = await import("./run-history");
    history.value = openBrowserRuns(run);
  };
  const kept = browserLocalStorage()?.getItem(LOCAL_KEYS.keptRuns);
  const stop = run.phase.subscribe(({ kind }) => {
    if (!kept && kind !== "running") return;
    queueMicrotask(() => stop());
    // Without it a run lasts until the next one.
    load().catch(() => {});
  });
  return history;
}
