import type { OpenSimulation } from "../../simulation";
import { mockAccounts } from "./accounts";
import { respond } from "./respond";
import { apply } from "./world/apply";
import type { WorldEvent } from "./world/event";
import { isWorld } from "./world/world";

/** Starts the simulator over a world for one run. */
export const openSimulation: OpenSimulation = (start) => {
  if (!isWorld(start)) throw new Error("The run began without a simulated world of this version.");
  let world = start;
  const take = (events: readonly WorldEvent[]) => {
    world = events.reduce(apply, world);
    return events;
  };
  return {
    accounts: mockAccounts(start),
    respond(request) {
      const { reply, events } = respond(world, request);
      return { reply, events: take(events) };
    },
    apply: (events) => void take(events.filter(isEvent)),
    now: () => world.clock,
    pass: (ms) => take([{ type: "time_passed", ms }]),
  };
};

// The page made or parsed these before sending them: see `isWorld`.
function isEvent(value: unknown): value is WorldEvent {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
