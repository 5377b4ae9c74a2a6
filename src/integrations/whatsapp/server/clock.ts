import type { GraphWorld } from "./served-world";

/** How often a running clock moves the world, in real milliseconds. */
const tickMs = 100;

/**
 * A step of a clock that runs with real time: called again and again, it lets as much simulated time pass as `now` (ms,
 * never going back) has moved since the last call.
 *
 * @internal
 */
export function clockSteps(world: GraphWorld, now: () => number): () => void {
  let last = now();
  return () => {
    const ms = Math.floor(now() - last);
    if (ms < 1) return;
    last += ms;
    world.act([{ type: "time_passed", ms }]);
  };
}

/** Lets simulated time run with real time, besides what calls take. Gives what stops it. */
export function runClock(world: GraphWorld): () => void {
  const timer = setInterval(
    clockSteps(world, () => performance.now()),
    tickMs,
  );
  return () => clearInterval(timer);
}
