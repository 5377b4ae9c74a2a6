import { catalog } from ".";
import type { WorldSimulator, WorldState } from "./world-simulator";

/**
 * Loads the simulator of the main world: that of the first integration that has one. Links, embeds and backups carry this
 * world. Rejects if there is none.
 */
export async function loadMainWorld(): Promise<{
  readonly id: string;
  readonly simulator: WorldSimulator<WorldState, unknown>;
}> {
  for (const { id, load } of catalog.integrations) {
    if (load.world !== undefined) return { id, simulator: await load.world() };
  }
  throw new Error("No integration has a simulator.");
}
