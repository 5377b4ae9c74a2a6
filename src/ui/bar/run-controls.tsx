import { CircleCheck, CircleSlash, CircleX, LoaderCircle, Play, Square } from "lucide";
import { useEffect, useState } from "preact/hooks";
import type { RunPhase } from "../../app/run";
import { count } from "../../shared/counted";
import { ariaKeys, titleWithKeys } from "../commands/command";
import { COMMANDS } from "../commands/commands";
import { usePage } from "../page";
import { Icon } from "../parts/icon";
import { announcement, endText } from "../run-words";
import { frontView } from "../shell";

/** Run, or Stop while a script is running. */
export function RunButton() {
  const { playground, shell, runCommand } = usePage();
  const running = playground.run.phase.value.kind === "running";
  const live = playground.mode.mode.value === "live";
  const id = running ? "stop" : "run";
  // Beside a lesson, Check or Next is the filled button.
  const filled = frontView(shell) !== "lesson";
  return (
    <button
      type="button"
      class={`button run-button ${running ? "is-stop" : filled ? `is-main ${live ? "is-live" : ""}` : live ? "is-bad" : ""}`}
      title={titleWithKeys(COMMANDS[id])}
      aria-keyshortcuts={ariaKeys(COMMANDS[id])}
      onClick={() => runCommand(id)}
    >
      <Icon node={running ? Square : Play} size={14} />
      <span>{running ? "Stop" : live ? "Run live" : "Run"}</span>
    </button>
  );
}

/** What the run is doing, in a few words, and how it ended if the console is not in view. */
export function RunStatus() {
  const { playground, shell } = usePage();
  const { run } = playground;
  const phase = run.phase.value;
  const narrow = shell.layout.value === "narrow";
  const alone = narrow && shell.view.value !== "console";
  // On a phone every row counts. The outcome goes below the script, where an error's line is.
  const withEnd = alone && shell.view.value === "code" && shell.stepsPane.value === null;
  // The console itself says that a script is running.
  const shown =
    phase.kind === "ended"
      ? withEnd && run.stale.value === null
      : !narrow || alone || (phase.kind === "running" && phase.sentUnasked > 0);
  return (
    <div class="run-status">
      {shown && <Words phase={phase} ready={run.ready.value} />}
      <span class="visually-hidden" role="status">
        {alone ? announcement(phase, run.output.count() + run.output.dropped()) : ""}
      </span>
    </div>
  );
}

const END_ICONS = { finished: CircleCheck, failed: CircleX, stopped: CircleSlash };

function Words({ phase, ready }: { phase: RunPhase; ready: boolean }) {
  const { revealLine } = usePage();
  if (phase.kind === "idle") return ready ? null : <span class="status-words faint">Loading Lua…</span>;
  if (phase.kind === "running") {
    return (
      <span class="status-words is-running">
        <Icon node={LoaderCircle} size={14} />
        {!ready ? "Starting…" : phase.blocked ? "Waiting for response" : "Running"} <Elapsed />
        {phase.sentUnasked > 0 && (
          <span class="number">· {count(phase.sentUnasked)} sent without asking</span>
        )}
      </span>
    );
  }
  const { end } = phase;
  const error = end.kind === "failed" ? end.error : null;
  const line = error?.line ?? null;
  return (
    <span class={`status-words is-${end.kind}`} title={error?.message}>
      <Icon node={END_ICONS[end.kind]} size={14} /> {error === null ? endText(end) : "Failed"}
      {line !== null && (
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
