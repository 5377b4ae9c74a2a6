/** The simulated worlds of this browser, one for each integration that has a simulator. They arrive after the page. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Catalog } from "../integrations/catalog";
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { WorldPart, WorldState } from "../integrations/world-simulator";
import { messageOf } from "../shared/message-of";
import type { BrowserStorage } from "../storage/browser-storage";
import { saveOnUnload } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import { openWorld, type SimulatedWorld, type WorldModel } from "./simulated-world";
import { DATABASES, LOCAL_KEYS } from "./storage-names";
import { LeftWorldSchema } from "./world-record";

/** An integration's world, whatever is in it. */
export interface KeptWorld {
  /** Integration id. */
  readonly id: string;
  readonly title: string;
  readonly model: WorldModel<WorldState, unknown>;
}

export interface WorldsModel {
  /** Empty until the integrations have been loaded. */
  readonly all: ReadonlySignal<readonly KeptWorld[]>;
  /** One integration's world, for its own views. */
  of<World extends WorldState, Event>(part: WorldPart<World, Event>): WorldModel<World, Event>;
}

export interface SimulatedWorlds extends WorldsModel {
  /** The worlds for a run that begins now, each with the accounts that `names` returns for its integration. */
  begin(names: (integration: string) => readonly string[]): Promise<Worlds>;
  /** Applies events from a run's worker. Throws if they are malformed. */
  take(events: WorldEvents): void;
  /** Calls `listener` each time a person does something in a world, until the returned function is called. */
  onAct(listener: (events: WorldEvents) => void): () => void;
}

interface OpenedWorld extends KeptWorld {
  readonly model: SimulatedWorld<WorldState, unknown>;
}

/** Opens the worlds kept in this browser. */
export function openWorlds(
  storage: BrowserStorage,
  notices: NoticesModel,
  loadCatalog: () => Promise<Catalog>,
): SimulatedWorlds {
  const opened = new Map<WorldPart<WorldState, unknown>, SimulatedWorld<WorldState, unknown>>();
  const all = signal<readonly OpenedWorld[]>([]);

  const open = <World extends WorldState, Event>(part: WorldPart<World, Event>) => {
    const left = storage.left(LOCAL_KEYS.unsavedWorld(part.record), LeftWorldSchema);
    const world = openWorld({
      ...storage.open(DATABASES.world),
      record: part.record,
      loadSimulator: () => part.load(),
      notices,
      now: () => Date.now(),
      leftBehind: left.found,
    });
    saveOnUnload(left, world, world.restored);
    opened.set(part, world);
    return world;
  };
  /** The part is the proof of the world's type: `open` made both from it. */
  const isOf = <World extends WorldState, Event>(
    part: WorldPart<World, Event>,
    world: SimulatedWorld<WorldState, unknown> | undefined,
  ): world is SimulatedWorld<World, Event> => world !== undefined && opened.get(part) === world;
  const of = <World extends WorldState, Event>(
    part: WorldPart<World, Event>,
  ): SimulatedWorld<World, Event> => {
    const known = opened.get(part);
    return isOf(part, known) ? known : open(part);
  };

  const loading = loadCatalog().then(({ integrations }) => {
    const worlds = integrations.flatMap(({ id, title, load: { world } }) =>
      world === undefined ? [] : [{ id, title, model: of(world) }],
    );
    all.value = worlds;
    return worlds;
  });
  loading.catch((error: unknown) =>
    notices.show({
      tone: "error",
      text: `The simulators could not be loaded (${messageOf(error)}). Reload the page.`,
    }),
  );

  return {
    all,
    of,
    async begin(names) {
      const begin = async ({ id, model }: OpenedWorld) => [id, await model.begin(names(id))] as const;
      return Object.fromEntries(await Promise.all((await loading).map(begin)));
    },
    take(events) {
      for (const [id, list] of Object.entries(events)) {
        const world = all.peek().find((each) => each.id === id);
        if (world === undefined) throw new Error(`The sandbox sent events of ${id}, which has no simulator.`);
        world.model.take(list);
      }
    },
    onAct(listener) {
      const stops = all.peek().map(({ id, model }) => model.onAct((events) => listener({ [id]: events })));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
