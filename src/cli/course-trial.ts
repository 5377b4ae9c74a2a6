import type { CallRow } from "../gateway/call-row";
import { catalog } from "../integrations";
import { followWorlds } from "../integrations/followed-worlds";
import type { RunTrial } from "../lessons/outcome";
import { DEFAULT_LIMITS } from "../runtime/host";
import { entryTexts } from "../runtime/output-entry";
import { parseRow } from "../sandbox/protocol";
import { runInThread } from "./run-in-thread";

/** As long as Check allows on the page. */
const CPU_SECONDS = 10;

/** Runs a script in its own worlds, like the page's sandbox, on a thread. */
export const trialInThread: RunTrial = async ({ name, source, worlds: given }) => {
  const lines: string[] = [];
  const calls: CallRow[] = [];
  const worlds = await followWorlds(catalog, given);
  const limits = { ...DEFAULT_LIMITS, cpuSeconds: CPU_SECONDS };
  const { result, error } = await runInThread(
    { name, source, worlds, follow: true, limits, keepThread: true },
    {
      output(frames) {
        for (const text of entryTexts(frames)) lines.push(text);
      },
      row: (row) => calls.push(parseRow(row)),
    },
  );
  return {
    end: error === null ? { kind: "finished", result } : { kind: "failed", message: error.message },
    output: lines.join("\n"),
    calls,
    worlds: worlds.documents(),
  };
};
