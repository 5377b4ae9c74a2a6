import { type ReadonlySignal, signal } from "@preact/signals";
import { browserLocalStorage } from "../storage/unload-store";
import * as LOCAL_KEYS from "./local-keys";
import type { RunModel } from "./run";
import type { RunHistory } from "./run-history";
import { until } from "./until";

/** The history of the last runs: loaded with the first run, or at once if some are stored. */
export function openRunsDoor(run: RunModel): ReadonlySignal<RunHistory | null> {
  const history = signal<RunHistory | null>(null);
  const load = async () => {
    const { openBrowserRuns } = await import("./run-history");
    history.value = openBrowserRuns(run);
  };
  const kept = browserLocalStorage()?.getItem(LOCAL_KEYS.keptRuns);
  until(() => Boolean(kept) || run.phase.value.kind === "running")
    .then(load)
    // Without the history, a run stays until the next one.
    .catch(() => {});
  return history;
}
