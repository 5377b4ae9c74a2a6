import type { CallRow } from "../gateway/call-row";
import type { Worlds } from "../integrations/simulation";
import { isWorld, type World } from "../integrations/whatsapp/simulator/page";
import type { JsonValue } from "../shared/json";

/** How a script's run over one world ended. */
type TrialEnd =
  | { readonly kind: "finished"; readonly result: readonly JsonValue[] }
  /** `message` as Lua raised it, position in front. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "stopped" };

/** The outcome of a run in one world, which checks examine. */
export interface LessonOutcome {
  readonly end: TrialEnd;
  /** Every printed line, joined by line breaks. */
  readonly output: string;
  readonly calls: readonly CallRow[];
  readonly before: World;
  readonly after: World;
}

/** The outcome of a run in its own worlds, whatever its integrations. */
export interface TrialOutcome extends Pick<LessonOutcome, "end" | "output" | "calls"> {
  readonly worlds: Worlds;
}

/** Runs a script in mock mode over worlds of its own, in the box or, in tests, in Node. Worlds not given are fresh. */
export type RunTrial = (job: {
  readonly name: string;
  readonly source: string;
  readonly worlds: Worlds;
}) => Promise<TrialOutcome>;

/** Runs a script over WhatsApp's world, which is what lessons are about. */
export async function runOver(
  world: World,
  script: { readonly name: string; readonly source: string },
  runTrial: RunTrial,
): Promise<LessonOutcome> {
  const { worlds, ...ended } = await runTrial({ ...script, worlds: { whatsapp: world } });
  const after = worlds.whatsapp;
  if (!isWorld(after)) throw new Error("The run returned no simulated world of this version.");
  return { ...ended, before: world, after };
}
