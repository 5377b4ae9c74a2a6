import { useRef, useState } from "preact/hooks";
import { titleWithKeys } from "../commands/command";
import { COMMANDS, type CommandId } from "../commands/commands";
import { usePage } from "../page";
import { Icon } from "../parts/icon";

const GROUPS = [
  ["firstStep", "stepOutBack", "stepOverBack", "stepIntoBack", "stepInto", "stepOver", "stepOut", "lastStep"],
  ["stepToPrintBack", "stepToPrint", "stepToCallBack", "stepToCall", "stepToVisitBack", "stepToVisit"],
] as const satisfies readonly (readonly CommandId[])[];
const ALL: readonly CommandId[] = GROUPS.flat();

/** The ways from step to step. One Tab stop: arrow keys, Home and End move within it. */
export function StepsToolbar() {
  const { runCommand } = usePage();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<CommandId>("stepOver");
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
      aria-label="Ways through the run"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <div class="steps-buttons" key={group[0]}>
          {group.map((id) => (
            <button
              key={id}
              type="button"
              class={`icon-button ${id.endsWith("Back") ? "is-back" : ""}`}
              data-command={id}
              title={titleWithKeys(COMMANDS[id])}
              aria-label={COMMANDS[id].title}
              tabIndex={id === current ? 0 : -1}
              onClick={() => {
                setCurrent(id);
                runCommand(id);
              }}
            >
              <Icon node={COMMANDS[id].icon} size={16} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
