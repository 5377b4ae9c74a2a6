import { X } from "lucide";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { StepsModel, StepsState } from "../../app/steps";
import { count } from "../../shared/counted";
import { keysOf } from "../commands/command";
import { COMMANDS } from "../commands/commands";
import { listenForKeys } from "../commands/keys";
import { STEP_COMMANDS } from "../commands/step-commands";
import { usePage } from "../page";
import { Button, IconButton } from "../parts/button";
import type { Shell } from "../shell";
import { blockedText, type ShownSteps, stepNews, stepPlaceText } from "./step-words";
import { StepsToolbar } from "./steps-toolbar";
import { TimelineSlider } from "./timeline-slider";
import "./steps.css";

/** The last run as a timeline with step controls. Renders nothing while no steps are open. */
export function StepsBar({ steps }: { steps: StepsModel }) {
  const page = usePage();
  const { shell, playground } = page;
  const state = steps.state.value;
  const open = state.kind !== "closed";
  const ready = state.kind === "open";
  const editsWorld = shell.dialog.value === "world";
  useEffect(() => (open ? bringForward(shell) : undefined), [open]);
  // Otherwise F5 reloads the page.
  useLayoutEffect(() => (ready ? listenForKeys(page, STEP_COMMANDS) : undefined), [ready]);
  // The world editor edits the present world.
  useEffect(() => {
    if (!open || !editsWorld) return;
    steps.close();
    playground.notices.info("Steps closed. You now see and edit the current world.");
  }, [open, editsWorld]);
  if (!open) return null;
  return (
    <section class="steps-bar" aria-label="Steps" data-region="Steps">
      <BarBody steps={steps} state={state} />
    </section>
  );
}

/** Shows the steps beside the code. Returns a function that restores the previous view. */
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

function BarBody({ steps, state }: { steps: StepsModel; state: Exclude<StepsState, { kind: "closed" }> }) {
  const { shell } = usePage();
  if (state.kind === "opening") {
    return (
      <div class="steps-controls">
        <p role="status">Replaying the run…</p>
        <span class="steps-place">{state.count > 0 && `${count(state.count)} steps so far`}</span>
        <Button onClick={() => steps.close()}>Cancel</Button>
      </div>
    );
  }
  const close = () => {
    steps.close();
    // The button is gone now.
    shell.editor.peek()?.focus();
  };
  const closing = <IconButton icon={X} label="Close steps" onClick={close} />;
  if (state.kind === "failed") {
    return (
      <div class="steps-controls">
        <p role="alert">Couldn't step through this run. {state.message}</p>
        {closing}
      </div>
    );
  }
  return (
    <>
      <TimelineSlider steps={steps} state={state} />
      <div class="steps-controls">
        <StepsToolbar />
        <span class="steps-place">{stepPlaceText(state)}</span>
        <span class="steps-blocked">{blockedText(steps.blocked.value)}</span>
        {closing}
      </div>
      <Edited steps={steps} />
      <Limits state={state} />
      <StepNews steps={steps} state={state} />
    </>
  );
}

/** A notice that the steps belong to an earlier version of the script. */
function Edited({ steps }: { steps: StepsModel }) {
  if (!steps.edited.value) return null;
  return (
    <p class="steps-edited">
      The script has changed since this run. These steps belong to the earlier version. <strong>Run</strong> (
      {keysOf(COMMANDS.run)}) to replace them.
    </p>
  );
}

/** What the timeline does not include, and whether it can be trusted. */
function Limits({ state: { timeline, cut, different } }: { state: ShownSteps }) {
  const { missing } = timeline;
  return (
    <>
      {missing !== null && (
        <p class="note">
          This run has too many steps: {count(missing.from)} to {count(missing.to)} were dropped.
        </p>
      )}
      {cut && <p class="note">Recording ends at step {count(timeline.count)}. Later steps were dropped.</p>}
      {different !== null && <p role="alert">{different}</p>}
    </>
  );
}

/** How long a step must be shown before it is read out, since a slider passes many. */
const PAUSE_MS = 500;

/** Reads out the current step and the values that changed, once the person pauses on it. */
function StepNews({ steps, state }: { steps: StepsModel; state: ShownSteps }) {
  const [news, setNews] = useState("");
  const view = steps.moment.value;
  const blocked = blockedText(steps.blocked.value);
  const text = blocked === "" ? stepNews(state, view) : blocked;
  useEffect(() => {
    const timer = setTimeout(() => setNews(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="visually-hidden" role="status" aria-label="Step shown">
      {news}
    </p>
  );
}
