import type { RunModel } from "./run";
import { until } from "./until";

/** The longest that the rest of the page waits, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Resolves when a script can run and any script started in the meantime has ended. Work that waits for this leaves the
 * network and the CPU to the first run.
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
