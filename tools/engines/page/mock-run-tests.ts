/** What the page hears of a mock run, and the run of the page, while the script computes on. */
import type { Box } from "../../box/driver";

const CALLS = 30;
const DAY_MS = 86_400_000;

export interface MockRunTest {
  readonly name: string;
  /** What is wrong, or `null` if it passed. */
  run(box: Box): Promise<string | null>;
}

export const mockRunTests: readonly MockRunTest[] = [
  {
    name: "calls before an endless loop are told, and Stop keeps them",
    run: (box) => toldBeforeLoop(box, ""),
  },
  {
    name: "calls in a coroutine before an endless loop in it are told",
    run: (box) => toldBeforeLoop(box, "coroutine.wrap"),
  },
  { name: "what a person does in the world is seen by the running script's next call", run: seen },
];

async function toldBeforeLoop(box: Box, wrapper: string): Promise<string | null> {
  const run = box.run(`local function go()
  for i = 1, ${CALLS} do app.integrations.whatsapp.get_current_user() end
  while true do end
end
${wrapper}(go)()`);
  await Promise.race([run.told(CALLS), run.ended]);
  run.stop();
  const { end, rows } = await run.ended;
  return end === "stopped" && rows.length === CALLS
    ? null
    : `It ${end} with ${rows.length} of ${CALLS} calls told.`;
}

async function seen(box: Box): Promise<string | null> {
  const run = box.run(`local began = os.time()
print("waiting")
repeat app.integrations.whatsapp.get_current_user() until os.time() - began > 3 * 86400
print("days later")`);
  await Promise.race([run.firstOutput, run.ended]);
  // Several at once: each waits for the one before it to be read.
  for (let day = 0; day < 4; day++) run.tell({ whatsapp: [{ type: "time_passed", ms: DAY_MS }] });
  const { end, printed, error } = await run.ended;
  return end === "finished" && printed.endsWith("days later") ? null : `It ${end} (${error ?? printed}).`;
}
