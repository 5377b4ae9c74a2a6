import type { KeptRun } from "../../../app/kept-run";
import { usePlayground } from "../../page";
import { endText } from "../../run-words";
import "./shared.css";

/** Chooses which of the last runs the page shows. Renders nothing while there is only the one that has just ended. */
export function RunPicker() {
  const { run, runs } = usePlayground();
  const history = runs.value;
  const phase = run.phase.value;
  if (history === null || phase.kind !== "ended") return null;
  const all = history.runs.value;
  if (all.length < 2 && !phase.again) return null;
  const unsaved = history.unsaved.value;
  return (
    <select
      class="select run-picker"
      aria-label="Run"
      title={unsaved === null ? "Recent runs" : `Recent runs. They won't survive a reload: ${unsaved}`}
      value={history.shownId.value ?? ""}
      onChange={(event) => history.choose(event.currentTarget.value)}
    >
      {all.map((kept) => (
        <option key={kept.id} value={kept.id} selected={kept.id === history.shownId.value}>
          {runTitle(kept)}
        </option>
      ))}
    </select>
  );
}

/** `Finished in 54 ms · 14:32 · welcome.lua`, with the day if it was not today. Where room is short, the name is cut off. */
export function runTitle({ at, script, mode, end }: KeptRun): string {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  const when = time.toLocaleString([], {
    ...(!today && { day: "numeric", month: "short" }),
    ...{ hour: "2-digit", minute: "2-digit" },
  });
  return [endText(end), when, ...(mode === "live" ? ["live"] : []), script].join(" · ");
}
