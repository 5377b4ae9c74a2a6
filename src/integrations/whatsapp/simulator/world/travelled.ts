import type { WorldEvent } from "./event";
import { type World, worldVersion } from "./world";

/**
 * A world that `parseWorld` had read before it travelled here by structured clone: only its version is looked at, since
 * reading a large world anew would hold up each run, and the schemas would weigh on the box's worker. Null for anything
 * else. What comes from outside is for `parseWorld`.
 */
export function travelledWorld(value: unknown): World | null {
  return isWorld(value) ? value : null;
}

/** Events that the page had made or read, as the JSON it wrote; what comes from outside is for `parseEvents`. */
export function travelledEvents(text: string): readonly WorldEvent[] {
  return JSON.parse(text);
}

function isWorld(value: unknown): value is World {
  return typeof value === "object" && value !== null && "version" in value && value.version === worldVersion;
}
