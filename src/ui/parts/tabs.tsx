import type { ReadonlySignal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number beside the label, hidden if zero. A signal updates it without redrawing the tabs. */
  readonly count?: number | ReadonlySignal<number>;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  onSelect(id: Id): void;
}

/** A row of tabs; arrow keys, Home and End move and select. Panels are named `panel-<id>`. */
export function TabList<Id extends string>({ label, tabs, current, onSelect }: Props<Id>) {
  useEffect(() => {
    document.getElementById(`tab-${current}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const last = tabs.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at + last, Home: 0, End: last }[event.key];
    const tab = to === undefined ? undefined : tabs[to % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(`tab-${tab.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={tab.id === current}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.count === undefined ? null : <Count of={tab.count} />}
        </button>
      ))}
    </div>
  );
}

function Count({ of }: { of: number | ReadonlySignal<number> }) {
  const count = typeof of === "number" ? of : of.value;
  return count === 0 ? null : <span class="count">{count}</span>;
}

/** Whether the content is visible: false inside the panel of an unselected tab. */
export const Shown = createContext(true);

interface PanelProps {
  readonly id: string;
  /** The panel's top heading for screen readers. */
  readonly label: string;
  readonly shown: boolean;
  readonly children: ComponentChildren;
}

/**
 * The contents of a tab. When hidden it stays in the document as last shown, so it keeps its scroll position and typed text and
 * costs nothing.
 */
export function TabPanel({ id, label, shown, children }: PanelProps) {
  const last = useRef(children);
  if (shown) last.current = children;
  return (
    <div id={`panel-${id}`} class="tab-panel" role="tabpanel" aria-labelledby={`tab-${id}`} hidden={!shown}>
      <h2 class="visually-hidden">{label}</h2>
      <Shown.Provider value={shown}>{last.current}</Shown.Provider>
    </div>
  );
}
