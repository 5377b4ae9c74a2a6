import { useState } from "preact/hooks";
import type { Mode } from "../../app/mode";
import { usePlayground } from "../page";

const MODES: readonly { readonly mode: Mode; readonly label: string; readonly title: string }[] = [
  { mode: "mock", label: "Mock", title: "Calls go to a simulator on this page. Nothing leaves the browser." },
  { mode: "live", label: "Live", title: "Calls go to the real API, with your accounts." },
];

/** Mock | Live. If live cannot be switched on, it stays focusable and says why and what to do. */
export function ModeSwitch() {
  const { mode, liveBlocked, set } = usePlayground().mode;
  const [explained, explain] = useState(false);
  return (
    <div class="mode-switch">
      <div class="segments" role="radiogroup" aria-label="Mode">
        {MODES.map((item) => {
          const blocked = item.mode === "live" && liveBlocked.value !== null;
          return (
            <label key={item.mode} class={`segment is-${item.mode}`} title={item.title}>
              <input
                type="radio"
                name="mode"
                checked={mode.value === item.mode}
                aria-disabled={blocked}
                {...(blocked ? { "aria-describedby": "live-blocked" } : {})}
                onClick={(event) => {
                  // Reverts the choice and keeps the focus, so a screen reader reads out why.
                  if (blocked) event.preventDefault();
                  explain(blocked);
                }}
                onChange={() => set(item.mode)}
                onBlur={() => explain(false)}
                onKeyDown={(event) => event.key === "Escape" && explain(false)}
              />
              {item.label}
            </label>
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
      <button type="button" class="button is-quiet" onClick={() => playground.mode.set("mock")}>
        Back to mock
      </button>
    </div>
  );
}
