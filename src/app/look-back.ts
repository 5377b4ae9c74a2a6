/** Shows the simulated worlds as they were in a run. */
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { WorldState } from "../integrations/world-simulator";
import type { SimulatedWorld } from "./simulated-world";
import type { SimulatedWorlds } from "./simulated-worlds";

export interface LookBack {
  /** Shows the worlds after the first so many changes. */
  show(count: number): void;
  /** Leads back to now. */
  leave(): void;
}

/**
 * Looks back at a run that began with `documents`. What a person does in a world leads that one back to now, and `left` is
 * called.
 */
export function lookBack(
  worlds: Pick<SimulatedWorlds, "all">,
  documents: Worlds,
  changes: readonly WorldEvents[],
  left: () => void,
): LookBack {
  const views = [...worlds.all.peek()]
    .filter(([id]) => id in documents)
    .map(([id, world]) =>
      viewOf(
        world,
        documents[id],
        changes.map((each) => each[id] ?? []),
        left,
      ),
    );
  return {
    show(count) {
      for (const view of views) view.show(count);
    },
    leave() {
      for (const view of views) view.leave();
    },
  };
}

function viewOf(
  world: SimulatedWorld<WorldState, unknown>,
  document: unknown,
  changes: readonly (readonly unknown[])[],
  left: () => void,
): LookBack {
  const simulator = world.simulator.peek();
  if (simulator === null) throw new Error("The simulator is still loading. Try again in a moment.");
  const first = simulator.parseWorld(document);
  if (!first.ok) throw new Error(first.message);
  // Each world shares with the one before what did not change.
  const past = [first.value];
  return {
    show(count) {
      for (let index = past.length - 1; index < Math.min(count, changes.length); index++) {
        const read = simulator.parseEvents(changes[index] ?? []);
        if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
        past.push(read.value.reduce(simulator.apply, past[index] ?? first.value));
      }
      world.showPast(past[Math.min(count, past.length - 1)] ?? null, left);
    },
    leave: () => world.showPast(null),
  };
}
