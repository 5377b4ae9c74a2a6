import { titleWithKeys } from "../commands/command";
import { COMMANDS } from "../commands/commands";
import { usePage } from "../page";
import { PaneButton } from "../parts/button";

/** Opens the steps of the last run, if it can be replayed. */
export function StepsButton() {
  const { playground, runCommand } = usePage();
  if (playground.run.replayable.value === null) return null;
  return (
    <PaneButton
      icon={COMMANDS.openSteps.icon}
      title={titleWithKeys(COMMANDS.openSteps)}
      onClick={() => runCommand("openSteps")}
    >
      Steps
    </PaneButton>
  );
}
