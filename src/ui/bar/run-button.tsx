import { Play, Square } from "lucide";
import { usePage } from "../page";
import { Icon } from "../parts/icon";
import { runCommand, SHORTCUTS } from "../shortcuts";

/** Run, or Stop while a script runs: one place for the hand. */
export function RunButton() {
  const { playground, shell } = usePage();
  const running = playground.run.phase.value.kind === "running";
  const live = playground.mode.mode.value === "live";
  const command = running ? "stop" : "run";
  const { keys, aria } = SHORTCUTS[command];
  return (
    <button
      type="button"
      class={`run-button ${running ? "is-stop" : live ? "is-live" : ""}`}
      title={running ? `Stop the script (${keys})` : `Run the script (${keys})`}
      aria-keyshortcuts={aria}
      onClick={() => runCommand(playground, shell, command)}
    >
      <Icon node={running ? Square : Play} size={14} />
      <span>{running ? "Stop" : live ? "Run live" : "Run"}</span>
    </button>
  );
}
