import type { StepsModel } from "../../app/steps";
import { keysOf } from "../commands/command";
import { COMMANDS } from "../commands/commands";

/** Says that the steps belong to an earlier text of the script. */
export function StepsEdited({ steps }: { steps: StepsModel }) {
  if (!steps.edited.value) return null;
  return (
    <p class="steps-edited">
      The script was changed after this run. The steps are those of the earlier text; <strong>Run</strong> (
      {keysOf(COMMANDS.run)}) replaces them.
    </p>
  );
}
