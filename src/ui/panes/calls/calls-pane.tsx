import { signal, useSignal, useSignalEffect } from "@preact/signals";
import { ArrowLeftRight, ChevronRight, CircleCheck, CircleHelp, CircleX } from "lucide";
import { useMemo, useRef } from "preact/hooks";
import type { ExplainCall } from "../../../app/explain-calls";
import type { CallRow, CallStatus } from "../../../gateway/call-row";
import { duration } from "../../../shared/amounts";
import { counted } from "../../../shared/counted";
import { usePage, usePlayground } from "../../page";
import { Icon } from "../../parts/icon";
import { ScrollArea } from "../../parts/scroll-area";
import { useCallExplanations } from "../shared/call-explanations";
import { RunPicker, runTitle } from "../shared/run-picker";
import { StaleNote } from "../shared/stale-note";
import { useFrame } from "../shared/use-frame";
import { useVirtualList } from "../shared/virtual-list";
import { CallDetails } from "./call-details";
import { callAsLua } from "./call-lua";
import { SendAgain } from "./send-again";
import "../shared/shared.css";
import "./calls.css";

const ROW = 30;

/** Every call of the last run, newest last. Each opens to show its request and response. */
export function CallsPane() {
  const { run, runs, mode } = usePlayground();
  useFrame(() => run.calls.value);
  const calls = run.calls.peek();
  const again = run.past.value === null ? run.sentAgain.value : [];
  const { explain, loader } = useCallExplanations();
  const phase = run.phase.value;
  // Or calls of the simulator would look like real ones.
  const other = phase.kind === "ended" && phase.mode !== mode.mode.value ? phase.mode : null;
  /** A call to send again. A new object each time one is chosen. */
  const editing = useSignal<{ readonly turn: number; readonly source: string } | null>(null);
  const history = runs.value;
  const shown = history?.runs.value.find(({ id }) => id === history.shownId.value);
  const outcome = shown && `${runTitle(shown).length - shown.script.length}ch`;
  return (
    <div class={run.stale.value === null ? "pane calls" : "pane calls is-stale"}>
      <div class="pane-head" style={{ "--outcome": outcome }}>
        <span class="note" role="status">
          {other !== null && (other === "live" ? "Live run: " : "Mock run: ")}
          {phase.kind === "running" ? "Running…" : calls.length > 0 ? callsSummary(calls) : "No calls"}
        </span>
        {phase.kind === "running" && calls.length > 0 && <span class="note">{callsSummary(calls)}</span>}
        {again.length > 0 && <span class="note">{again.length} sent again</span>}
        {run.callsDropped.value > 0 && (
          <span class="note">{run.callsDropped.value} older calls were dropped</span>
        )}
        <span class="pane-spring" />
        <RunPicker />
      </div>
      {calls.length > 0 && <StaleNote />}
      {calls.length > 0 && loader}
      {calls.length === 0 ? (
        <div class="pane-body">
          <div class="pane-empty">
            <Icon node={ArrowLeftRight} size={24} />
            <p class="pane-empty-title">No calls</p>
            <p>
              Each <code>app.integrations.*</code> call of a run appears here, with its request and response.
            </p>
          </div>
        </div>
      ) : (
        <CallList
          calls={[...calls, ...again]}
          own={calls.length}
          explain={explain}
          onEdit={(call) => {
            editing.value = { turn: (editing.peek()?.turn ?? 0) + 1, source: callAsLua(call) };
          }}
        />
      )}
      {editing.value !== null && (
        <SendAgain
          key={editing.value.turn}
          source={editing.value.source}
          onClose={() => {
            editing.value = null;
          }}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly calls: readonly CallRow[];
  /** How many of them the run made. The rest were sent again by hand. */
  readonly own: number;
  readonly explain: ExplainCall;
  onEdit(call: CallRow): void;
}

function CallList({ calls, own, explain, onEdit }: ListProps) {
  const { playground, shell } = usePage();
  const { jumps } = shell;
  const scroller = useRef<HTMLElement>(null);
  const { run } = playground;
  const epoch = run.identity();
  // Open calls, by their numbers in the run. Another run closes all.
  const open = useMemo(() => signal<ReadonlySet<number>>(new Set()), [epoch]);
  const toggle = (id: number, on: boolean) => {
    const next = new Set(open.peek());
    if (on) next.add(id);
    else next.delete(id);
    open.value = next;
  };
  const list = useVirtualList(scroller, {
    count: calls.length,
    base: run.callsDropped.value,
    estimate: ROW,
    epoch,
  });
  // Requested from the phone.
  useSignalEffect(() => {
    const id = jumps.call.value;
    const index = calls.findIndex((call) => call.id === id);
    if (id === null || index === -1) return;
    jumps.call.value = null;
    toggle(id, true);
    list.reveal(index, ".calls-row", (row) => row.focus());
  });
  return (
    <ScrollArea class="calls-scroll" ref={scroller} aria-label="Calls of the last run">
      <div class="calls-list" style={list.boxStyle}>
        <ul class="calls-rows" style={list.rowsStyle}>
          {list.items.map((item) => {
            const call = calls[item.index];
            if (call === undefined) return null;
            const isOpen = open.value.has(call.id);
            const explanation = explain(call);
            return (
              <li
                class="calls-item"
                key={String(item.key)}
                data-index={item.index}
                ref={list.measure}
                aria-posinset={item.index + 1}
                aria-setsize={calls.length}
              >
                <CallItem
                  call={call}
                  hint={call.status === "ok" && explanation !== null}
                  again={item.index >= own}
                  open={isOpen}
                  onToggle={() => toggle(call.id, !isOpen)}
                />
                {isOpen && <CallDetails call={call} explanation={explanation} onEdit={() => onEdit(call)} />}
              </li>
            );
          })}
        </ul>
      </div>
    </ScrollArea>
  );
}

const ICONS = { ok: CircleCheck, error: CircleX, unknown: CircleHelp };

interface ItemProps {
  readonly call: CallRow;
  /** Its details say what to notice although it succeeded. */
  readonly hint: boolean;
  readonly again: boolean;
  readonly open: boolean;
  onToggle(): void;
}

/** A call's row: status, function, account, HTTP status, time, script line. Opens the details. */
function CallItem({ call, hint, again, open, onToggle }: ItemProps) {
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
        {hint && " · hint"}
      </span>
      <span class="calls-time">{duration(call.durationMs)}</span>
      <span class="calls-at">{again ? "again" : call.line === null ? "" : `line ${call.line}`}</span>
    </button>
  );
}

/** `3 calls, 1 failed, 2 requests`. Calls with an unknown outcome are counted separately. */
export function callsSummary(calls: readonly CallRow[]): string {
  const failed = calls.filter(({ status }) => status === "error").length;
  const unknown = calls.filter(({ status }) => status === "unknown").length;
  const requests = calls.filter(({ request }) => request !== null).length;
  return [
    counted(calls.length, "call"),
    `${failed} failed`,
    ...(unknown > 0 ? [`${unknown} with unknown outcome`] : []),
    counted(requests, "request"),
  ].join(", ");
}

function statusText(status: CallStatus): string {
  if (status === "unknown") return "outcome unknown";
  return status === "ok" ? "ok" : "failed";
}
