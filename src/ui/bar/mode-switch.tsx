import { useRef, useState } from "preact/hooks";
import type { Mode } from "../../app/mode";
import { usePlayground } from "../page";

const MODES: readonly { readonly mode: Mode; readonly label: string; readonly title: string }[] = [
  { mode: "mock", label: "Mock", title: "Calls are answered by a simulator on this page; nothing leaves it" },
  { mode: "live", label: "Live", title: "Calls go to the real API, with your accounts" },
];

/** Mock | Live. If live cannot be switched on, it stays reachable and says why and what to do. */
export function ModeSwitch() {
  const playground = usePlayground();
  const { mode, liveBlocked } = playground.mode;
  const [explained, explain] = useState(false);
  const group = useRef<HTMLDivElement>(null);

  const choose = (wanted: Mode) => {
    const blocked = wanted === "live" && liveBlocked.value !== null;
    explain(blocked);
    if (!blocked) playground.mode.set(wanted);
    group.current?.querySelector<HTMLElement>(`[data-mode="${wanted}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") explain(false);
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    choose(document.activeElement?.getAttribute("data-mode") === "mock" ? "live" : "mock");
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the group inside has the role; its keys are heard here
    <div
      class="mode-switch"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && group.current?.contains(event.relatedTarget)))
          explain(false);
      }}
    >
      <div class="segments" role="radiogroup" aria-label="Mode" ref={group}>
        {MODES.map((item) => {
          const blocked = item.mode === "live" && liveBlocked.value !== null;
          const checked = mode.value === item.mode;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a refused choice must stay focusable and say why
            <button
              key={item.mode}
              type="button"
              role="radio"
              class={`segment is-${item.mode}`}
              data-mode={item.mode}
              title={item.title}
              aria-checked={checked}
              aria-disabled={blocked}
              {...(blocked ? { "aria-describedby": "live-blocked" } : {})}
              tabIndex={checked ? 0 : -1}
              onClick={() => choose(item.mode)}
            >
              {item.label}
            </button>
          );
        })}
      </div>
      {liveBlocked.value === null ? null : (
        <div id="live-blocked" class={explained ? "hint" : "hint visually-hidden"} role="note">
          {liveBlocked.value}
        </div>
      )}
    </div>
  );
}

/** Across the top while scripts call the real API. */
export function LiveBand() {
  const playground = usePlayground();
  if (playground.mode.mode.value !== "live") return null;
  return (
    <div class="live-band" role="status">
      <p>
        <strong>LIVE</strong> Calls reach real people.
      </p>
      <button type="button" class="band-button" onClick={() => playground.mode.set("mock")}>
        Back to mock
      </button>
    </div>
  );
}
