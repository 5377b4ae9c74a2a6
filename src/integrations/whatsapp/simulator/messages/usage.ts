import type { WorldAccount } from "../world/account";

type Usage = WorldAccount["usage"]["messages"];

/** How long a number's messages and its management calls are counted, in ms. */
export const throughputPeriod = 1_000;
export const managementPeriod = 3_600_000;

/** One message every 6 seconds to the same user (Meta, "about the platform"). */
export const pairInterval = 6_000;

/** A count that starts anew each `period` ms: the usage after one more at `now`. */
export function useOnce(usage: Usage, now: number, period: number): Usage {
  return now - usage.since < period ? { ...usage, count: usage.count + 1 } : { since: now, count: 1 };
}

/** When the pair's quota is whole again after one more message at `now`. */
export function pairFreeAfter(pairFreeAt: number, now: number): number {
  return Math.max(pairFreeAt, now) + pairInterval;
}
