import { X } from "lucide";
import { useEffect } from "preact/hooks";
import type { StepsModel, StepsState } from "../../app/steps";
import { count } from "../../shared/counted";
import { titleWithKeys } from "../commands/command";
import { COMMANDS, type CommandId } from "../commands/commands";
import { usePage } from "../page";
import { IconButton } from "../parts/button";
import type { Shell } from "../shell";
import "./steps.css";

const BACK = ["firstStep", "stepOutBack", "stepOverBack", "stepIntoBack"] as const;
const FORWARD = ["stepInto", "stepOver", "stepOut", "lastStep"] as const;

/** The last run as a timeline, with the ways through it. Nothing while no steps are open. */
export function StepsBar({ steps }: { steps: StepsModel }) {
  const { shell } = usePage();
  const state = steps.state.value;
  const open = state.kind !== "closed";
  useEffect(() => (open ? bringForward(shell) : undefined), [open]);
  if (!open) return null;
  return (
    <section class="steps-bar" aria-label="Steps" data-region="Steps">
      {state.kind === "opening" && <p role="status">Replaying the run… {count(state.count)} steps</p>}
      {state.kind === "failed" && <p role="alert">The run cannot be stepped through. {state.message}</p>}
      {state.kind === "open" && <OpenBar steps={steps} state={state} />}
      <IconButton icon={X} label="Close the steps" onClick={() => steps.close()} />
    </section>
  );
}

/** Shows the steps beside the code. Returns a function that leads back to what was shown before. */
function bringForward({ tab, view }: Shell): () => void {
  const before = tab.peek();
  tab.value = "steps";
  // A narrow page shows the line first.
  view.value = "code";
  return () => {
    if (tab.peek() === "steps") tab.value = before;
    if (view.peek() === "steps") view.value = "code";
  };
}

function OpenBar({ steps, state }: { steps: StepsModel; state: Extract<StepsState, { kind: "open" }> }) {
  const { timeline, at, cut, different } = state;
  const words = placeText(state);
  return (
    <>
      <StepButtons ids={BACK} />
      <input
        class="steps-slider"
        type="range"
        aria-label="Step"
        aria-valuetext={words}
        min={1}
        max={timeline.count}
        value={at}
        onInput={(event) => steps.go(event.currentTarget.valueAsNumber)}
      />
      <StepButtons ids={FORWARD} />
      <span class="steps-place" role="status">
        {words}
      </span>
      {cut && <span class="pane-note">The run went on; its later steps are not kept.</span>}
      {different !== null && <span role="alert">{different}</span>}
    </>
  );
}

function StepButtons({ ids }: { ids: readonly CommandId[] }) {
  const { runCommand } = usePage();
  return (
    <div class="steps-buttons">
      {ids.map((id) => (
        <IconButton
          key={id}
          icon={COMMANDS[id].icon}
          label={COMMANDS[id].title}
          title={titleWithKeys(COMMANDS[id])}
          onClick={() => runCommand(id)}
        />
      ))}
    </div>
  );
}

/** `Line 12 · step 340 of 1,204` */
function placeText({ timeline, at }: Extract<StepsState, { kind: "open" }>): string {
  const step = timeline.at(at);
  const line = step === null ? "" : `${step.kind === "end" ? "End" : `Line ${step.line}`} · `;
  return `${line}step ${count(at)} of ${count(timeline.count)}`;
}
