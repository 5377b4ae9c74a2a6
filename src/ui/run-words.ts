/** A run's state in words. */
import type { RunPhase } from "../app/run";

/** Milliseconds as people read them: `4 ms`, `1.24 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What a screen reader says when a run begins, ends or fails. */
export function announcement(phase: RunPhase): string {
  if (phase.kind === "idle") return "";
  if (phase.kind === "running") return `Running ${phase.script}`;
  const { script, end } = phase;
  if (end.kind === "stopped") return `${script} stopped`;
  if (end.kind === "finished") return `${script} finished in ${duration(end.elapsedMs)}`;
  return `${script} failed: ${end.error.message}`;
}
