import { useComputed } from "@preact/signals";
import { Footprints } from "lucide";
import { useLayoutEffect } from "preact/hooks";
import { usePage } from "../page";
import { Boundary } from "../parts/boundary";
import { Dialog } from "../parts/dialog";
import { lazy } from "../parts/lazy";
import type { StepsPane } from "../shell";
import type { Stepping } from "./stepping-state";

const StepsBar = lazy("the steps", async () => (await import("./steps-bar")).StepsBar);
const BreakpointForm = lazy(
  "the breakpoint",
  async () => (await import("./steps-breakpoint")).BreakpointForm,
);
const PANE: StepsPane = {
  id: "steps",
  label: "Steps",
  icon: Footprints,
  View: lazy("the steps", async () => (await import("./steps-view")).StepsView),
};

/** The parts of steps and breakpoints on the page: their tab, the timeline, and the breakpoint dialog. */
export function StepsParts({ stepping: { steps, editing } }: { stepping: Stepping }) {
  const { shell } = usePage();
  const open = useComputed(() => steps.state.value.kind !== "closed").value;
  useLayoutEffect(() => {
    shell.stepsPane.value = open ? PANE : null;
  }, [open]);
  const close = () => {
    editing.value = null;
  };
  return (
    <>
      {open && <StepsBar steps={steps} />}
      {editing.value !== null && (
        <Boundary label="the dialog">
          <Dialog title="Breakpoint" class="breakpoint" onClose={close}>
            <BreakpointForm onClose={close} />
          </Dialog>
        </Boundary>
      )}
    </>
  );
}
