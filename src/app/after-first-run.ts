import type { RunModel } from "./run";
import { until } from "./until";

/** Milliseconds that the rest of the page waits at most. */
const PATIENCE = 4_000;

/**
 * Resolves when a script can run and the one that was started meanwhile, if any, has ended. What can wait for that leaves the
 * line and the processor to the first run.
 */
export function afterFirstRun({ openBox, phase }: Pick<RunModel, "openBox" | "phase">): Promise<void> {
  const opened = openBox().then(
    () => {},
    () => {},
  );
  return Promise.race([
    opened.then(() => until(() => phase.value.kind !== "running")),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
