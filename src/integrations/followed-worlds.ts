/** The changing simulated worlds of a run that is not stored: examples, lessons, embeds, the terminal. */
import type { Catalog } from "./catalog";
import type { WorldEvents, Worlds } from "./simulation";
import type { WorldSimulator, WorldState } from "./world-simulator";

export interface FollowedWorlds {
  /** The current documents. */
  documents(): Worlds;
  /** Names of an integration's accounts; none without a simulator. */
  accountNames(integration: string): readonly string[];
  /** What the editor may offer, by integration (`WorldSimulator.named`). */
  named(): Readonly<Record<string, unknown>>;
  /** Applies what a run reported. Throws if an event is malformed. */
  take(events: WorldEvents): void;
}

/**
 * Starts with the worlds in `given` and fresh ones for the other integrations, each with the accounts in `accountNames` and,
 * if given, with `seed`. Rejects if a given world cannot be read.
 */
export async function followWorlds(
  { integrations }: Catalog,
  given: Worlds = {},
  accountNames: readonly string[] = [],
  seed?: number,
): Promise<FollowedWorlds> {
  const worlds = new Map<string, FollowedWorld>();
  for (const { id, load } of integrations) {
    if (load.world !== undefined)
      worlds.set(id, follow(id, await load.world(), given[id], accountNames, seed));
  }
  const each = <T>(read: (world: FollowedWorld) => T): Record<string, T> =>
    Object.fromEntries([...worlds].map(([id, world]) => [id, read(world)]));
  return {
    documents: () => each((world) => world.document()),
    accountNames: (id) => worlds.get(id)?.accountNames() ?? [],
    named: () => each((world) => world.named()),
    take(events) {
      for (const [id, list] of Object.entries(events)) {
        const world = worlds.get(id);
        if (world === undefined) throw new Error(`The run reported events of ${id}, which has no simulator.`);
        world.take(list);
      }
    },
  };
}

type FollowedWorld = ReturnType<typeof follow>;

function follow<World extends WorldState, Event>(
  id: string,
  simulator: WorldSimulator<World, Event>,
  given: unknown,
  accountNames: readonly string[],
  seed: number | undefined,
) {
  const read =
    given === undefined ? ({ ok: true, value: simulator.seedWorld() } as const) : simulator.parseWorld(given);
  if (!read.ok) throw new Error(`The simulated world of ${id} cannot be read: ${read.message}`);
  const known = simulator.withAccounts(read.value, accountNames);
  let world = seed === undefined ? known : { ...known, seed };
  return {
    document: (): unknown => world,
    accountNames: () => simulator.accountNames(world),
    named: () => simulator.named(world),
    take(events: readonly unknown[]) {
      const parsed = simulator.parseEvents(events);
      if (!parsed.ok) throw new Error(`The run reported an event that cannot be read: ${parsed.message}`);
      world = parsed.value.reduce(simulator.apply, world);
    },
  };
}
