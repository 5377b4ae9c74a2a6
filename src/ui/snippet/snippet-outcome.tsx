import { X } from "lucide";
import type { RunEnd } from "../../app/run-end";
import type { SnippetRun } from "../../app/snippet";
import { duration } from "../../shared/amounts";
import { counted } from "../../shared/counted";
import { loadView } from "../integration-view";
import { LongText } from "../panes/shared/long-text";
import { Icon } from "../parts/icon";
import { lazy } from "../parts/lazy";
import { SnippetCalls } from "./snippet-calls";
import "./snippet.css";

// Bubbles come when something was written.
const SnippetPhone = lazy("The phone", () => loadView((views) => views.snippetPhone()));

interface Props {
  readonly run: SnippetRun;
  /** Null: what there is cannot be put away. */
  readonly onClose: (() => void) | null;
}

/** What a piece of Lua printed, which calls it made, what its phone shows and how it ended. */
export function SnippetOutcome({ run, onClose }: Props) {
  const output = run.output.value;
  const calls = run.calls.value;
  const end = run.end.value;
  const worlds = run.worlds.value;
  const failed = end?.kind === "failed" ? end.error.message : null;
  return (
    <div class="snippet-outcome">
      <div class="snippet-outcome-head">
        <span class={failed === null ? "pane-note" : "snippet-failed"} role="status">
          {end === null ? "Running…" : endText(end)}
          {` · ${counted(calls.length, "call")} · mock`}
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
          class="snippet-output"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must reach.
          tabIndex={0}
        >
          <LongText text={output} />
        </pre>
      )}
      {output === "" && end?.kind === "finished" && (
        <p class="pane-note snippet-silent">It printed nothing.</p>
      )}
      {end?.kind === "finished" && end.result.length > 0 && (
        <p class="snippet-silent">
          <span class="pane-note">Returned </span>
          <code class="snippet-returned">
            <LongText text={end.result.map((value) => JSON.stringify(value)).join(", ")} />
          </code>
        </p>
      )}
      {failed !== null && (
        <p class="snippet-error">
          <LongText class="pane-message" text={failed} />
        </p>
      )}
      {calls.length > 0 && <SnippetCalls calls={calls} />}
      {worlds !== null && worlds.after !== worlds.before && <SnippetPhone worlds={worlds} />}
    </div>
  );
}

function endText(end: RunEnd): string {
  if (end.kind === "stopped") return "Stopped";
  return `${end.kind === "failed" ? "Failed" : "Finished"} in ${duration(end.elapsedMs)}`;
}
