import { usePlayground } from "../../page";
import "./shared.css";

/** Says that the results below are not about the script as it is now. An undo, or a press, leads back to that. */
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
