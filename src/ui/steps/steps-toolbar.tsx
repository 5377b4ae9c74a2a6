import { useRef, useState } from "preact/hooks";
import { titleWithKeys } from "../commands/command";
import { STEP_COMMANDS, type StepCommandId } from "../commands/step-commands";
import { usePage } from "../page";
import { Icon } from "../parts/icon";

const GROUPS = [
  ["firstStep", "stepOutBack", "stepOverBack", "stepIntoBack", "stepInto", "stepOver", "stepOut", "lastStep"],
  ["stepToPrintBack", "stepToPrint", "stepToCallBack", "stepToCall", "stepToVisitBack", "stepToVisit"],
  ["lineCounts"],
] as const satisfies readonly (readonly StepCommandId[])[];
const ALL: readonly StepCommandId[] = GROUPS.flat();

/** The buttons for stepping. One Tab stop: arrow keys, Home and End move within it. */
export function StepsToolbar() {
  const page = usePage();
  const counted = page.shell.stepping.value?.countsShown.value;
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<StepCommandId>("stepOver");
  const onKeyDown = (event: KeyboardEvent) => {
    const at = ALL.indexOf(current);
    const last = ALL.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at + last, Home: 0, End: last }[event.key];
    const id = to === undefined ? undefined : ALL[to % ALL.length];
    if (id === undefined || event.altKey) return;
    event.preventDefault();
    setCurrent(id);
    bar.current?.querySelector<HTMLElement>(`[data-command="${id}"]`)?.focus();
  };
  return (
    <div
      ref={bar}
      class="steps-toolbar"
      role="toolbar"
      aria-label="Step controls"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <div class="steps-buttons" key={group[0]}>
          {group.map((id) => (
            <button
              key={id}
              type="button"
              class={`button is-quiet is-icon ${id.endsWith("Back") ? "is-back" : ""}`}
              data-command={id}
              title={titleWithKeys(STEP_COMMANDS[id])}
              aria-label={id === "lineCounts" ? "Line counts" : STEP_COMMANDS[id].title}
              aria-pressed={id === "lineCounts" ? (counted ?? false) : undefined}
              tabIndex={id === current ? 0 : -1}
              onClick={() => {
                setCurrent(id);
                STEP_COMMANDS[id].run(page);
              }}
            >
              <Icon node={STEP_COMMANDS[id].icon} size={16} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
