import { CircleCheck, CircleX } from "lucide";
import type { CallRow } from "../../gateway/call-row";
import { duration } from "../../shared/amounts";
import { counted } from "../../shared/counted";
import { Icon } from "../parts/icon";

/** Shown at the most; a loop makes thousands. */
const MOST = 20;

/** The calls of a snippet, a line each: what was called, with what answer, how long it took. */
export function SnippetCalls({ calls }: { calls: readonly CallRow[] }) {
  const shown = calls.slice(-MOST);
  const hidden = calls.length - shown.length;
  return (
    <section class="snippet-part" aria-label="Calls">
      <h3>Calls</h3>
      {hidden > 0 && <p class="pane-note">{counted(hidden, "earlier call")} not shown.</p>}
      <ol class="snippet-calls">
        {shown.map((call) => (
          <li key={call.id} class={`snippet-call is-${call.status}`}>
            <Icon node={call.status === "ok" ? CircleCheck : CircleX} size={14} />
            <code>{call.name ?? call.path}</code>
            {call.account !== null && <span class="pane-note">{call.account}</span>}
            <span class="pane-note">
              {call.status === "ok" ? "ok" : "failed"}
              {call.response === null ? "" : ` ${call.response.status}`} · {duration(call.durationMs)}
              {call.line === null ? "" : ` · line ${call.line}`}
            </span>
            {call.explanation !== null && <p class="snippet-why">{call.explanation.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
