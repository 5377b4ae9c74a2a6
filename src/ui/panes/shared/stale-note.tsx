import { usePlayground } from "../../page";
import "./shared.css";

/** Says that the results below don't match the current script. Undo, or pressing it, goes back to the matching one. */
export function StaleNote() {
  const { run, scripts } = usePlayground();
  const phase = run.phase.value;
  const stale = run.stale.value;
  if (stale === null || phase.kind === "idle") return null;
  const { script, scriptId } = phase;
  const kept = scripts.texts.value.some(({ id }) => id === scriptId);
  return (
    <p class="stale-note">
      {stale === "edited" ? (
        "From before your last edit."
      ) : (
        <>
          From{" "}
          {kept ? (
            <button type="button" class="link" onClick={() => scripts.select(scriptId)}>
              {script}
            </button>
          ) : (
            `${script}, which was deleted`
          )}
          .
        </>
      )}
    </p>
  );
}
