import { CircleCheck, CircleX, Square } from "lucide";
import type { RunEnd } from "../../../app/box-run";
import type { ScriptError } from "../../../runtime/host";
import { bytes, duration } from "../../../shared/amounts";
import { usePage } from "../../page";
import { Icon } from "../../parts/icon";
import { endText } from "../../run-words";
import { StepsButton } from "../../steps/steps-button";
import { useExplanation } from "../shared/explanation";
import { LinkedMessage } from "../shared/linked-message";
import { Tree } from "../shared/tree";
import { jsonTree } from "../shared/tree-model";

/** How the run of a script ended: what it returned, its error with the script's frames, or that it was stopped. */
export function RunEndBlock({ end, script }: { end: RunEnd; script: string }) {
  if (end.kind === "stopped") {
    return (
      <div class="console-end console-end-stopped">
        <Icon node={Square} size={14} />
        <span>{endText(end)}.</span>
        <StepsButton />
      </div>
    );
  }
  const cost = `${duration(end.elapsedMs)} · ${bytes(end.memoryBytes)}`;
  if (end.kind === "failed") {
    return <ErrorBlock error={end.error} script={script} cost={cost} />;
  }
  return (
    <div class="console-end">
      <div class="console-end-line">
        <span class="console-good">
          <Icon node={CircleCheck} size={14} />
        </span>
        <span>Finished</span>
        <span class="pane-note">{cost}</span>
        <StepsButton />
      </div>
      {end.result.length > 0 && (
        <section class="console-returned" aria-label="Returned values">
          <span class="pane-note">Returned</span>
          {end.result.map((value, index) => (
            <Tree key={index} value={jsonTree(value)} />
          ))}
        </section>
      )}
    </div>
  );
}

/** What to say below an error: its own advice, or else what the editor says of its line. */
function useAdvice({ advice, line }: ScriptError): string | null {
  const { run, scripts } = usePage().playground;
  const phase = run.phase.value;
  const source =
    phase.kind === "ended" ? scripts.all.peek().find(({ id }) => id === phase.scriptId)?.source : undefined;
  const found = useExplanation(source, advice === undefined ? line : null);
  return advice ?? found;
}

function ErrorBlock({ error, script, cost }: { error: ScriptError; script: string; cost: string }) {
  const { revealLine } = usePage();
  const advice = useAdvice(error);
  return (
    <section class="console-end console-error" aria-label="The script ended with an error">
      <div class="console-error-message">
        <Icon node={CircleX} size={14} />
        <LinkedMessage message={error.message} script={script} />
      </div>
      {advice !== null && <p class="console-advice">{advice}</p>}
      {error.traceback.length > 0 && (
        <ol class="console-trace" aria-label="Traceback, innermost first">
          {error.traceback.map((frame, index) => (
            <li key={index}>
              <button type="button" class="pane-link" onClick={() => revealLine(frame.line)}>
                {script}:{frame.line}
              </button>{" "}
              <span class="console-frame">in {frame.what}</span>
            </li>
          ))}
        </ol>
      )}
      <p class="console-end-line">
        <span class="pane-note">{cost}</span>
        <StepsButton />
      </p>
    </section>
  );
}
