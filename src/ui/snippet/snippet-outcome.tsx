import { CircleCheck, CircleX, X } from "lucide";
import type { SnippetRun } from "../../app/snippet";
import type { CallRow } from "../../gateway/call-row";
import type { SnippetWorlds } from "../../integrations/views";
import { duration } from "../../shared/amounts";
import { counted } from "../../shared/counted";
import { loadView } from "../integration-view";
import { useCallExplanations } from "../panes/shared/call-explanations";
import { LongText } from "../panes/shared/long-text";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { lazy } from "../parts/lazy";
import { endText } from "../run-words";
import "./snippet.css";

// Chat bubbles are only needed once something has been written.
const SnippetPhone = lazy("the phone", () => loadView((views) => views.snippetPhone()));

interface OutcomeProps {
  readonly run: SnippetRun;
  readonly onClose: (() => void) | null;
  readonly isPhoneElsewhere?: boolean;
}

/** What a snippet printed, the calls it made, what its phone shows and how it ended. */
export function SnippetOutcome({ run, onClose, isPhoneElsewhere = false }: OutcomeProps) {
  const state = run.state.value;
  const output = state?.output ?? "";
  const calls = state?.calls ?? [];
  const end = run.end.value;
  const failed = end?.kind === "failed" ? end.error.message : null;
  return (
    <div class="snippet-outcome">
      <div class="snippet-outcome-head">
        <span class={failed === null ? "note" : "snippet-failed"} role="status">
          {end === null ? "Running…" : endText(end)}
          {` · ${counted(calls.length, "call")} · mock`}
        </span>
        {onClose !== null && <Button icon={X} label="Hide output" onClick={onClose} />}
      </div>
      {output !== "" && (
        <pre
          class="snippet-output"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard.
          tabIndex={0}
        >
          <LongText text={output} />
        </pre>
      )}
      {output === "" && end?.kind === "finished" && <p class="note snippet-silent">No output.</p>}
      {end?.kind === "finished" && end.result.length > 0 && (
        <p class="snippet-silent">
          <span class="note">Returned (JSON) </span>
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
      {!isPhoneElsewhere && <SnippetChats run={run} />}
    </div>
  );
}

/** What a run left on the phone. `empty`: shown while there is nothing. */
export function SnippetChats({ run, empty }: { run: SnippetRun; empty?: string }) {
  const state = run.state.value;
  if (state !== null && changed(state)) return <SnippetPhone worlds={state} />;
  return empty === undefined ? null : <p class="note">{empty}</p>;
}

function changed({ before, after }: SnippetWorlds): boolean {
  return Object.entries(after).some(([integration, world]) => world !== before[integration]);
}

/** Most calls shown. A loop makes thousands. */
const MOST = 20;

/** The calls of a snippet, one line each: what was called, the response, and how long it took. */
function SnippetCalls({ calls }: { calls: readonly CallRow[] }) {
  const shown = calls.slice(-MOST);
  const hidden = calls.length - shown.length;
  const { explain, loader } = useCallExplanations();
  return (
    <section class="snippet-part" aria-label="Calls">
      <h3>Calls</h3>
      {hidden > 0 && <p class="note">{counted(hidden, "earlier call")} not shown.</p>}
      <ol class="snippet-calls">
        {shown.map((call) => {
          const explanation = explain(call);
          return (
            <li key={call.id} class={`snippet-call is-${call.status}`}>
              <Icon node={call.status === "ok" ? CircleCheck : CircleX} size={14} />
              <code>{call.name ?? call.path}</code>
              {call.account !== null && <span class="note">{call.account}</span>}
              <span class="note">
                {call.status === "ok" ? "ok" : "failed"}
                {call.response === null ? "" : ` ${call.response.status}`} · {duration(call.durationMs)}
                {call.line === null ? "" : ` · line ${call.line}`}
              </span>
              {explanation !== null && <p class="snippet-why">{explanation.text}</p>}
            </li>
          );
        })}
      </ol>
      {loader}
    </section>
  );
}
