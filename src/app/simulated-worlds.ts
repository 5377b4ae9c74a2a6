/** The simulated worlds of this browser, one for each integration with a simulator. Loaded after the page. */
import { computed, signal } from "@preact/signals";
import type { Catalog } from "../integrations/catalog";
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { LoadWorld, WorldState } from "../integrations/world-simulator";
import type { BrowserStorage } from "../storage/browser-storage";
import { saveOnUnload } from "../storage/unload-store";
import * as LOCAL_KEYS from "./local-keys";
import type { NoticesModel } from "./notices";
import { openWorld, type SimulatedWorld, type WorldModel } from "./simulated-world";
import { DATABASES } from "./storage-names";
import { parseLeftWorld } from "./world-record";

type AnyWorld = SimulatedWorld<WorldState, unknown>;

interface OpenedWorld {
  readonly id: string;
  readonly load: LoadWorld<WorldState, unknown>;
  readonly world: AnyWorld;
}

export type SimulatedWorlds = ReturnType<typeof openSimulatedWorlds>;
/** As views see them. */
export type WorldsModel = Pick<SimulatedWorlds, "main" | "of" | "all">;

/** Opens the worlds stored in this browser. */
export function openSimulatedWorlds(
  storage: BrowserStorage,
  notices: NoticesModel,
  loadCatalog: () => Promise<Catalog>,
) {
  const open = (record: string, loadSimulator: LoadWorld<WorldState, unknown>): AnyWorld => {
    const left = storage.left(LOCAL_KEYS.unsavedWorld(record), parseLeftWorld);
    const world = openWorld({
      ...storage.open(DATABASES.world),
      record,
      loadSimulator,
      notices,
      now: () => Date.now(),
      leftBehind: left.found,
    });
    saveOnUnload(left, world, world.restored);
    return world;
  };
  const parts = loadCatalog().then(({ integrations }) =>
    integrations.flatMap(({ id, load: { world } }) => (world === undefined ? [] : [{ id, load: world }])),
  );
  const main = open("world", async () => {
    const [first] = await parts;
    if (first === undefined) throw new Error("no integration has a simulator");
    return first.load();
  });
  const opened = signal<readonly OpenedWorld[]>([]);
  const loading = parts.then((found) => {
    opened.value = found.map(({ id, load }, index) => ({
      id,
      load,
      world: index === 0 ? main : open(`world:${id}`, load),
    }));
  });
  // The main world reports a failure to load.
  loading.catch(() => {});

  /** Each world was opened with the function that loads its simulator, so that function proves its type. */
  const isOf = <World extends WorldState, Event>(
    world: AnyWorld,
    load: LoadWorld<World, Event>,
  ): world is SimulatedWorld<World, Event> =>
    opened.peek().some((each) => each.world === world && each.load === load);

  return {
    /**
     * The world of the first integration that has one. The page's own controls, links, embeds and backups use this one. Every
     * other world belongs to its integration's own views.
     */
    main,
    /** An integration's world, typed, for its own views. Throws before the integrations have been loaded. */
    of<World extends WorldState, Event>(load: LoadWorld<World, Event>): WorldModel<World, Event> {
      for (const { world } of opened.peek()) if (isOf(world, load)) return world;
      throw new Error("This integration's world is not open: it is not in the list of integrations.");
    },
    /** By integration id; empty until the integrations have been loaded. */
    all: computed(() => new Map(opened.value.map(({ id, world }) => [id, world]))),
    /** The worlds for a run that begins now, each with the accounts that `names` returns for its integration. */
    async begin(names: (integration: string) => readonly string[]): Promise<Worlds> {
      await loading;
      const begun = await Promise.all(
        opened.peek().map(async ({ id, world }) => [id, await world.begin(names(id))] as const),
      );
      return Object.fromEntries(begun);
    },
    /** Applies events from a run's worker. Throws if they are malformed. */
    take(events: WorldEvents): void {
      for (const [id, list] of Object.entries(events)) {
        const known = opened.peek().find((each) => each.id === id);
        if (known === undefined) throw new Error(`The sandbox sent events of ${id}, which has no simulator.`);
        known.world.take(list);
      }
    },
    /** Calls `listener` each time a person does something in a world, until the returned function is called. */
    onAct(listener: (events: WorldEvents) => void): () => void {
      const stops = opened.peek().map(({ id, world }) => world.onAct((events) => listener({ [id]: events })));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
