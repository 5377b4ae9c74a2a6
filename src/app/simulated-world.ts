import type { ReadonlySignal, Signal } from "@preact/signals";
import { batch, computed, effect, signal } from "@preact/signals";
import type { World, WorldEvent } from "../integrations/whatsapp/simulator/state";
import type { Saved } from "./left-behind";
import type { NoticesModel } from "./notices";
import { reasonOf } from "./script-sync";
import type { LeftWorld } from "./unsaved-world";
import { type KeeperParts, keepWorld } from "./world-keeper";
import type { WorldRecord } from "./world-record";
import { restoreWorld } from "./world-restore";

export interface WorldModel {
  /** A line for people: `12 contacts, 8 templates, 3 messages`. */
  readonly summary: ReadonlySignal<string>;
  /** Simulated time, Unix milliseconds; null until the world has been loaded. */
  readonly now: ReadonlySignal<number | null>;
  /** The whole document, shared and never changed in place; null until it has been loaded. */
  readonly world: ReadonlySignal<World | null>;
  /** A ready world in which nothing has happened: nothing to lose, nothing to share. */
  readonly pristine: ReadonlySignal<boolean>;
  /**
   * Whether simulated time runs with real time; never on after a page load, and off when another tab lets it run or runs a
   * script.
   */
  readonly running: Signal<boolean>;
  /**
   * Puts another world in place, with a notice that offers undo. `what` begins the notice: `Clinic` or `world.json`.
   * `ready`: it is one of the ready worlds, so that it counts as pristine.
   */
  load(world: World, what: string, ready?: boolean): void;
  /** Changes the document by hand. Gives what `parseWorld` finds wrong with the result, or null when it was taken. */
  edit(change: (world: World) => World): string | null;
  /** Something a person does in the world: the customer writes, presses a button, blocks; time moves. A run hears of it. */
  act(events: readonly WorldEvent[]): void;
  /** Back to the beginning of the ready world it came from, else to the first ready one; with a notice that offers undo. */
  reset(): void;
}

type Simulator = typeof import("../integrations/whatsapp/simulator/state");

// Pauses between runs pass in the simulated world too (limits recover); not a night's sleep, which would close every window.
const MAX_PAUSE_MS = 10 * 60 * 1000;
/** How often the clock moves while time runs. */
const TICK_MS = 1000;

export interface SimulatedWorld extends WorldModel, Saved<LeftWorld> {
  /** Resolves when the stored world is there; rejects when the simulator cannot be loaded. */
  readonly restored: Promise<unknown>;
  /** The world for a run that begins now, with every account name in `names`. */
  begin(names: readonly string[]): Promise<World>;
  /** A fresh seed world with every account name in `names`, for a run that leaves no trace. */
  fresh(names: readonly string[]): Promise<World>;
  /** Applies what a run's worker told; throws when it is no list of events. */
  take(events: readonly unknown[]): void;
  /**
   * Tells `listener` each time a person does something in the world, for as long as a run goes on over it; gives what ends
   * that. While anyone listens, another tab's world does not take this one's place.
   */
  onAct(listener: (events: readonly WorldEvent[]) => void): () => void;
  close(): void;
}

export interface WorldParts extends Pick<KeeperParts, "store" | "tabs" | "later" | "newId"> {
  readonly notices: NoticesModel;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What earlier pages could not save any more. */
  readonly leftBehind?: readonly LeftWorld[];
}

interface Held {
  readonly world: World;
  readonly pristine: boolean;
}

/** The mock world of this browser: loaded with the simulator, kept after every event. */
export function openWorld(parts: WorldParts): SimulatedWorld {
  const { notices, now } = parts;
  const held = signal<Held | null>(null);
  const running = signal(false);
  const listeners = new Set<(events: readonly WorldEvent[]) => void>();
  let simulator: Simulator | null = null;
  let touchedAt = now();

  const keeper = keepWorld({
    ...parts,
    current: () => held.peek(),
    busy: () => listeners.size > 0,
    onForeign(record) {
      const theirs = parsed(record);
      if (theirs !== null) put(theirs);
    },
    onConflict(record) {
      notices.show({
        tone: "info",
        text: "The simulated world was changed in another tab too. This tab's world is kept.",
        action: {
          label: "Use the other tab's",
          run() {
            const theirs = parsed(record);
            if (theirs !== null) replace(theirs);
          },
        },
      });
    },
    onDriven() {
      if (!running.peek()) return;
      running.value = false;
      // Before the other tab's clock moves first, so that it goes on from here.
      void keeper.flush();
      notices.show({
        tone: "info",
        text: "Simulated time has stopped here: another tab goes on with the same world.",
        action: {
          label: "Let it run here",
          run() {
            running.value = true;
          },
        },
      });
    },
    onRefused(reason) {
      const text = `The simulated world is not being saved (${reason}). It lasts until this page closes; export it to keep it.`;
      notices.show({ tone: "error", text });
    },
  });

  const put = (next: Held) => {
    held.value = next;
    touchedAt = now();
  };
  const replace = (next: Held) => {
    put(next);
    keeper.changed(null);
  };
  const happen = (events: readonly WorldEvent[]) => {
    const before = held.peek();
    if (simulator === null || before === null || events.length === 0) return false;
    put({ world: events.reduce(simulator.apply, before.world), pristine: false });
    keeper.changed(events);
    return true;
  };
  const parsed = (record: WorldRecord): Held | null => {
    const read = simulator?.parseWorld(record.world);
    if (read?.ok) return { world: read.world, pristine: record.pristine };
    notices.show({
      tone: "error",
      text: `The simulated world that another tab saved cannot be read (${read?.message}). Reload the page; that tab may run a newer version.`,
    });
    return null;
  };
  const undoable = (before: Held, text: string) =>
    notices.show({ tone: "info", text, action: { label: "Undo", run: () => replace(before) } });

  const loading = (async () => {
    const loaded = await import("../integrations/whatsapp/simulator/state");
    simulator = loaded;
    const { took, ...first } = await restoreWorld(loaded, keeper, parts.leftBehind ?? [], notices, (world) =>
      replace({ world, pristine: false }),
    );
    if (took) replace(first);
    else put(first);
    return loaded;
  })();
  const couldNotLoad = (error: unknown) =>
    notices.show({
      tone: "error",
      text: `The simulator could not be loaded (${reasonOf(error)}). Reload the page.`,
    });
  loading.catch(couldNotLoad);

  const ready = async () => {
    const loaded = await loading;
    const before = held.peek();
    if (before === null) throw new Error("The simulated world was not loaded.");
    return { loaded, before };
  };

  const act = (events: readonly WorldEvent[]) => {
    if (happen(events)) for (const listener of [...listeners]) listener(events);
  };

  const stopClock = effect(() => {
    if (!running.value) return;
    // Two tabs' clocks would overwrite each other's world for ever.
    keeper.drive();
    let last = now();
    let cancel = () => {};
    const tick = () => {
      const ms = Math.min(Math.max(0, now() - last), MAX_PAUSE_MS);
      last = now();
      act([{ type: "time_passed", ms }]);
      cancel = parts.later(tick, TICK_MS);
    };
    cancel = parts.later(tick, TICK_MS);
    return () => cancel();
  });

  const world = computed(() => held.value?.world ?? null);
  return {
    world,
    pristine: computed(() => held.value?.pristine ?? true),
    summary: computed(() => (world.value === null ? "" : (simulator?.summarize(world.value) ?? ""))),
    now: computed(() => world.value?.clock ?? null),
    running,
    restored: loading,
    load(next, what, ready = false) {
      const before = held.peek();
      if (before === null) return;
      replace({ world: next, pristine: ready });
      undoable(before, `${what} is now the simulated world.`);
    },
    edit(change) {
      const before = held.peek();
      if (simulator === null || before === null)
        return "The simulator is still loading. Try again in a moment.";
      const read = simulator.parseWorld(change(before.world));
      if (!read.ok) return read.message;
      replace({ world: read.world, pristine: false });
      return null;
    },
    act,
    async begin(names) {
      const { loaded, before } = await ready();
      keeper.drive();
      const ms = Math.min(Math.max(0, now() - touchedAt), MAX_PAUSE_MS);
      batch(() => {
        if (ms > 0) happen([{ type: "time_passed", ms }]);
        const rested = held.peek() ?? before;
        const equipped = loaded.withAccounts(rested.world, names);
        if (equipped !== rested.world) replace({ world: equipped, pristine: false });
      });
      return held.peek()?.world ?? before.world;
    },
    async fresh(names) {
      const { loaded } = await ready();
      return loaded.withAccounts(loaded.seedWorld(), names);
    },
    take(events) {
      if (simulator === null) return;
      const read = simulator.parseEvents(events);
      if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
      happen(read.events);
    },
    onAct(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) keeper.idle();
      };
    },
    reset() {
      const before = held.peek();
      if (simulator === null || before === null) return;
      const again = (world: World) => {
        replace({ world, pristine: true });
        undoable(before, "The simulated world was reset.");
      };
      const seed = simulator.seedWorld();
      if (before.world.origin === seed.origin) again(seed);
      else beginningOf(before.world.origin).then((world) => again(world ?? seed), couldNotLoad);
    },
    unsaved: keeper.unsaved,
    flush: keeper.flush,
    close() {
      stopClock();
      keeper.close();
    },
  };
}

/** The ready world of this id; null when there is none (any more). Its file is fetched. */
async function beginningOf(origin: string): Promise<World | null> {
  const { readyWorlds } = await import("../integrations/whatsapp/simulator/worlds");
  return (await readyWorlds.find((one) => one.id === origin)?.load()) ?? null;
}
