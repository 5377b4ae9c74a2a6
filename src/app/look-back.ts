/** Shows the simulated worlds as they were during a run. */
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { WorldState } from "../integrations/world-simulator";
import type { SimulatedWorld } from "./simulated-world";
import type { SimulatedWorlds } from "./simulated-worlds";

export interface LookBack {
  /** Shows the worlds after the first `count` changes. */
  show(count: number): void;
  /** Returns to the present. */
  leave(): void;
}

/**
 * Looks back at a run that began with `documents`. When a person acts in a world, that world returns to the present and `left`
 * is called.
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
  // Each world shares unchanged parts with the one before.
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
