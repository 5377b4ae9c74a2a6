import type { RunPhase } from "../app/run";
import type { RunEnd } from "../app/run-end";
import { duration } from "../shared/amounts";
import { counted } from "../shared/counted";

/** How a run ended, in a few words. */
export function endText(end: RunEnd): string {
  const took = duration(end.elapsedMs);
  if (end.kind === "stopped") return `Stopped after ${took}`;
  return `${end.kind === "failed" ? "Failed" : "Finished"} in ${took}`;
}

/**
 * What a screen reader announces about a run: that it began, what it waits for, how it ended. Printed lines are never announced:
 * a million of them would drown out everything else.
 */
export function announcement(phase: RunPhase, printed: number): string {
  if (phase.kind === "idle") return "";
  if (phase.kind === "running")
    return phase.blocked ? "Waiting for a live response." : `Running ${phase.script}.`;
  // Seen before.
  if (phase.again) return "";
  const { end } = phase;
  const lines = counted(printed, "entry", "entries");
  if (end.kind === "failed")
    return `${phase.script} failed after printing ${lines}: ${end.error.message.slice(0, 300)}`;
  if (end.kind === "stopped") return `${endText(end)}, ${lines} printed.`;
  return `${phase.script} finished in ${duration(end.elapsedMs)}, ${lines} printed.`;
}
