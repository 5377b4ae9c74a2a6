import { X } from "lucide";
import type { RunEnd, SnippetRun } from "../../../app/playground";
import { Icon } from "../../parts/icon";
import { counted, duration } from "../shared/format";
import { LongText } from "../shared/long-text";

/** What an example run in place printed, how many calls it made and how it ended. */
export function SnippetOutcome({ run, onClose }: { run: SnippetRun; onClose: (() => void) | null }) {
  const output = run.output.value;
  const end = run.end.value;
  const failed = end?.kind === "failed" ? end.error.message : null;
  return (
    <div class="docs-outcome">
      <div class="docs-outcome-head">
        <span class={failed === null ? "pane-note" : "docs-failed"} role="status">
          {end === null ? "Running…" : endText(end)}
          {` · ${counted(run.calls.value.length, "call")} · mock`}
        </span>
        {onClose !== null && (
          <button
            type="button"
            class="pane-button pane-button-icon"
            aria-label="Hide the output"
            title="Hide the output"
            onClick={onClose}
          >
            <Icon node={X} size={14} />
          </button>
        )}
      </div>
      {output !== "" && (
        <pre
          class="docs-output"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must reach.
          tabIndex={0}
        >
          <LongText text={output} />
        </pre>
      )}
      {output === "" && end?.kind === "finished" && <p class="pane-note docs-silent">It printed nothing.</p>}
      {failed !== null && (
        <p class="docs-error">
          <LongText class="pane-message" text={failed} />
        </p>
      )}
    </div>
  );
}

function endText(end: RunEnd): string {
  if (end.kind === "stopped") return "Stopped";
  return `${end.kind === "failed" ? "Failed" : "Finished"} in ${duration(end.elapsedMs)}`;
}
