import type { ScriptsModel } from "../../app/scripts-model";

/** The current script's name as a list to choose from, with whether it is saved. */
export function ScriptSwitcher({ scripts }: { scripts: ScriptsModel }) {
  const current = scripts.current.value;
  return (
    <div class="script-switcher">
      <select
        class="select"
        aria-label="Script"
        value={current.id}
        onChange={(event) => scripts.select(event.currentTarget.value)}
      >
        {scripts.all.value.map((script) => (
          <option key={script.id} value={script.id} selected={script.id === current.id}>
            {script.name}
          </option>
        ))}
      </select>
      <SaveState scripts={scripts} />
    </div>
  );
}

function SaveState({ scripts }: { scripts: ScriptsModel }) {
  const storage = scripts.storage.value;
  if (storage.kind !== "memory") {
    const text = storage.kind === "saving" ? "Saving…" : "Saved";
    return (
      <span class={`save-state is-${storage.kind}`} title={`${text} in this browser`}>
        {text}
      </span>
    );
  }
  return (
    <span
      class="save-state is-memory"
      title={`Scripts are not being saved: ${storage.reason}. Export what you want to keep.`}
    >
      Not saved
    </span>
  );
}
