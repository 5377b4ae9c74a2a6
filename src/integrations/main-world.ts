import { catalog } from ".";
import type { WorldSimulator, WorldState } from "./world-simulator";

/**
 * Loads the simulator of the main world, which links, embeds and backups contain: the first integration's that has one.
 * Rejects if no integration has a simulator.
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
