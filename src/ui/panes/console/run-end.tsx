import { CircleCheck, CircleX, Square } from "lucide";
import type { RunEnd } from "../../../app/run-end";
import type { ScriptError } from "../../../runtime/host";
import { bytes, duration } from "../../../shared/amounts";
import { counted } from "../../../shared/counted";
import { loadView } from "../../integration-view";
import { usePage } from "../../page";
import { Icon } from "../../parts/icon";
import { lazy } from "../../parts/lazy";
import { endText } from "../../run-words";
import { show } from "../../shell";
import { useExplanation } from "../shared/explanation";
import { LinkedMessage } from "../shared/linked-message";
import { Tree } from "../shared/tree";
import { jsonTree } from "../shared/tree-model";

const StepsButton = lazy(
  "the Steps button",
  async () => (await import("../../steps/steps-button")).StepsButton,
  null,
);
const RunSummary = lazy("the run summary", () => loadView((views) => views.runSummary()), null);

/** How a script's run ended: its returned values, its error with the script's frames, or that it was stopped. */
export function RunEndBlock({ end, script }: { end: RunEnd; script: string }) {
  if (end.kind === "failed") {
    return <ErrorBlock error={end.error} script={script} end={end} />;
  }
  return (
    <div class="console-end">
      <EndLine end={end} />
      {end.kind === "finished" && end.leftOut && (
        <p class="note">The returned values were too large to keep.</p>
      )}
      {end.kind === "finished" && end.result.length > 0 && (
        <section class="console-returned" aria-label="Returned values">
          <span class="note">Returned (JSON)</span>
          {end.result.map((value, index) => (
            <Tree key={index} value={jsonTree(value)} />
          ))}
        </section>
      )}
    </div>
  );
}

const ICONS = { finished: CircleCheck, failed: CircleX, stopped: Square };

/** `Finished in 4 ms (441 ms simulated) · 3 calls · 1 message to Maya · Steps`: what the run did, with links. */
function EndLine({ end }: { end: RunEnd }) {
  const { playground, shell } = usePage();
  const { run } = playground;
  const dropped = run.callsDropped.value;
  const calls = run.calls.value.length + dropped;
  const phase = run.phase.value;
  // Next to the calls' times, the script's own looks wrong.
  const simulated =
    dropped > 0 || phase.kind !== "ended" || phase.mode === "live"
      ? 0
      : run.calls.value.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return (
    <div class={`console-end-line is-${end.kind}`}>
      <span
        class="console-ended"
        title={end.kind === "stopped" ? undefined : `${bytes(end.memoryBytes)} memory`}
      >
        <Icon node={ICONS[end.kind]} size={14} />
        {endText(end)}
        {simulated > 0 && ` (${duration(simulated)} simulated)`}
      </span>
      {calls > 0 && (
        <button type="button" class="link" onClick={() => show(shell, "calls")}>
          {counted(calls, "call", "calls")}
        </button>
      )}
      {calls > 0 && <RunSummary />}
      <StepsButton />
    </div>
  );
}

/** Errors in the agent host's words, or the advice below them, with the place on this page that solves them. */
const WAYS = [
  { says: /^There is no \S.* account '[^']*'\.(?! Did)/m, label: "Add an account", command: "showAccounts" },
  { says: /integration is not configured\./, label: "Add an account", command: "showAccounts" },
  { says: /\/settings → Integrations/, label: "Open Settings", command: "settings" },
] as const;

/** Text below an error: its own advice, or else the editor's explanation of its line. */
function useAdvice({ advice, message, line }: ScriptError): string | null {
  const phase = usePage().playground.run.phase.value;
  const source = phase.kind === "ended" ? phase.source : undefined;
  const found = useExplanation(source, { message, line: advice === undefined ? line : null });
  // In quotes, like names in Lua's own messages.
  return (advice ?? found)?.replaceAll("`", "'") ?? null;
}

function ErrorBlock({ error, script, end }: { error: ScriptError; script: string; end: RunEnd }) {
  const { revealLine, runCommand } = usePage();
  const advice = useAdvice(error);
  const way = WAYS.find(({ says }) => says.test(`${error.message}\n${advice}`));
  return (
    <section class="console-end console-error" aria-label="The script ended with an error">
      <div class="console-error-message">
        <Icon node={CircleX} size={14} />
        <LinkedMessage message={error.message} script={script} />
      </div>
      {advice !== null && <p class="console-advice">{advice}</p>}
      {way !== undefined && (
        <p class="console-advice">
          <button type="button" class="link" onClick={() => runCommand(way.command)}>
            {way.label}
          </button>
        </p>
      )}
      {error.traceback.length > 0 && (
        <ol class="console-trace" aria-label="Traceback, innermost first">
          {error.traceback.map((frame, index) => (
            <li key={index}>
              <button type="button" class="link" onClick={() => revealLine(frame.line)}>
                {script}:{frame.line}
              </button>{" "}
              <span class="console-frame">in {frame.what}</span>
            </li>
          ))}
        </ol>
      )}
      <EndLine end={end} />
    </section>
  );
}
