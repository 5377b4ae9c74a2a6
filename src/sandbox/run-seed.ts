import type { Worlds } from "../integrations/simulation";

/** Returns the seed of a run's VM in these worlds. A single world's own seed is used as it is. */
export function runSeed(worlds: Worlds): number {
  return Object.values(worlds).reduce<number>((seed, world) => {
    const own = typeof world === "object" && world !== null && "seed" in world ? Number(world.seed) : 0;
    return (Math.imul(seed, 31) + own) >>> 0;
  }, 0);
}
