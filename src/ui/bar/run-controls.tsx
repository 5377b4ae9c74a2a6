import { CircleCheck, CircleSlash, CircleX, LoaderCircle, Play, Square } from "lucide";
import { useEffect, useState } from "preact/hooks";
import type { RunPhase } from "../../app/run";
import { duration } from "../../shared/amounts";
import { ariaKeys, titleWithKeys } from "../commands/command";
import { COMMANDS } from "../commands/commands";
import { usePage, usePlayground } from "../page";
import { Icon } from "../parts/icon";
import { announcement } from "../run-words";

/** Run, or Stop while a script runs: one place for the hand. */
export function RunButton() {
  const { playground, runCommand } = usePage();
  const running = playground.run.phase.value.kind === "running";
  const live = playground.mode.mode.value === "live";
  const id = running ? "stop" : "run";
  return (
    <button
      type="button"
      class={`run-button ${running ? "is-stop" : live ? "is-live" : ""}`}
      title={titleWithKeys(COMMANDS[id])}
      aria-keyshortcuts={ariaKeys(COMMANDS[id])}
      onClick={() => runCommand(id)}
    >
      <Icon node={running ? Square : Play} size={14} />
      <span>{running ? "Stop" : live ? "Run live" : "Run"}</span>
    </button>
  );
}

interface Props {
  /** Whether this is where a screen reader hears of the run; the console says it when it is shown. */
  readonly announce: boolean;
}

/** What the run is doing, in a few words; an error's line is a way to it. */
export function RunStatus({ announce }: Props) {
  const { run } = usePlayground();
  const phase = run.phase.value;
  return (
    <div class="run-status">
      <Words phase={phase} ready={run.ready.value} />
      <span class="visually-hidden" role="status">
        {announce ? announcement(phase, run.output.count() + run.output.dropped()) : ""}
      </span>
    </div>
  );
}

function Words({ phase, ready }: { phase: RunPhase; ready: boolean }) {
  const { revealLine } = usePage();
  if (phase.kind === "idle") return ready ? null : <span class="status-words faint">Getting Lua ready…</span>;
  if (phase.kind === "running") {
    return (
      <span class="status-words is-running">
        <Icon node={LoaderCircle} size={14} />
        {!ready ? "Starting…" : phase.blocked ? "Waiting for a call" : "Running"} <Elapsed />
      </span>
    );
  }
  const { end } = phase;
  if (end.kind === "stopped") {
    return (
      <span class="status-words is-stopped">
        <Icon node={CircleSlash} size={14} /> Stopped after {duration(end.elapsedMs)}
      </span>
    );
  }
  if (end.kind === "finished") {
    return (
      <span class="status-words is-finished">
        <Icon node={CircleCheck} size={14} /> Finished in {duration(end.elapsedMs)}
      </span>
    );
  }
  const { line } = end.error;
  return (
    <span class="status-words is-failed" title={end.error.message}>
      <Icon node={CircleX} size={14} /> Failed
      {line === null ? null : (
        <button type="button" class="link" onClick={() => revealLine(line)}>
          at line {line}
        </button>
      )}
    </span>
  );
}

/** Wall-clock time since it appeared. */
function Elapsed() {
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setMs(performance.now() - start), 100);
    return () => clearInterval(timer);
  }, []);
  return <span class="number">{(ms / 1000).toFixed(1)} s</span>;
}
