import { titleWithKeys } from "../commands/command";
import { OPENING_COMMANDS } from "../commands/step-commands";
import { usePage } from "../page";
import { Button } from "../parts/button";

const { openSteps } = OPENING_COMMANDS;

/** Opens the steps of the last run, if it can be replayed. */
export function StepsButton() {
  const page = usePage();
  if (page.playground.run.replayable.value === null) return null;
  return (
    <Button icon={openSteps.icon} title={titleWithKeys(openSteps)} onClick={() => openSteps.run(page)}>
      Steps
    </Button>
  );
}
