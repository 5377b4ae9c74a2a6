import type { LoadWorld } from "../world-simulator";
import type { World, WorldEvent } from "./simulator/page";

/** Loads the simulator's part that keeps the world. */
export const loadWorld: LoadWorld<World, WorldEvent> = async () =>
  (await import("./simulator/page")).worldSimulator;
