import { ChevronRight, CircleCheck, CircleHelp, CircleX } from "lucide";
import type { CallRow } from "../../../gateway/call-row";
import { duration } from "../../../shared/amounts";
import { Icon } from "../../parts/icon";
import { statusText } from "./summary";

const ICONS = { ok: CircleCheck, error: CircleX, unknown: CircleHelp };

/** The line of a call: status, function, account, HTTP status, time, script line; opens the details. */
export function CallItem({ call, open, onToggle }: { call: CallRow; open: boolean; onToggle(): void }) {
  return (
    <button type="button" class={`calls-row calls-${call.status}`} aria-expanded={open} onClick={onToggle}>
      <span class="calls-arrow">
        <Icon node={ChevronRight} size={12} />
      </span>
      <span class="calls-icon">
        <Icon node={ICONS[call.status]} size={14} />
      </span>
      <span class="calls-name">
        <span class="calls-function">{call.name ?? call.path}</span>
        {call.account !== null && <span class="calls-account">{call.account}</span>}
      </span>
      <span class="calls-status">
        {statusText(call.status)}
        {call.response !== null && ` ${call.response.status}`}
        {call.status === "ok" && call.explanation !== null && " · hint"}
      </span>
      <span class="calls-time">{duration(call.durationMs)}</span>
      <span class="calls-at">{call.line === null ? "" : `line ${call.line}`}</span>
    </button>
  );
}
