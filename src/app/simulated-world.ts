import { batch, computed, signal } from "@preact/signals";
import type { WorldSimulator, WorldState } from "../integrations/world-simulator";
import { messageOf } from "../shared/message-of";
import { keepRecords } from "../storage/kept-records";
import type { KeepParts } from "../storage/record-kind";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import { pauseSince, watchClock } from "./world-clock";
import { type LeftWorld, readWorldRecord, type WorldRecord } from "./world-record";

export interface WorldParts<World extends WorldState, Event> extends KeepParts {
  /** The key of the world's record in the store. */
  readonly record: string;
  readonly loadSimulator: () => Promise<WorldSimulator<World, Event>>;
  readonly notices: NoticesModel;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Unsaved data from closed pages. */
  readonly leftBehind?: readonly LeftWorld[];
}

/** As runs see it. */
export type SimulatedWorld<World extends WorldState, Event> = ReturnType<typeof openWorld<World, Event>>;

/** As views see it. */
export type WorldModel<World extends WorldState, Event> = Pick<
  SimulatedWorld<World, Event>,
  | "simulator"
  | "summary"
  | "now"
  | "world"
  | "present"
  | "pristine"
  | "running"
  | "load"
  | "edit"
  | "act"
  | "reset"
>;

/** The mock world of this browser: loaded with the simulator, stored after every event. */
export function openWorld<World extends WorldState, Event>(parts: WorldParts<World, Event>) {
  interface Held {
    readonly world: World;
    readonly pristine: boolean;
  }
  const { notices, now, record } = parts;
  const held = signal<Held | null>(null);
  const running = signal(false);
  const listeners = new Set<(events: readonly Event[]) => void>();
  const simulator = signal<WorldSimulator<World, Event> | null>(null);
  let touchedAt = now();

  const kept = keepRecords<WorldRecord, Event>(parts, {
    owns: (key) => key === record,
    parse: (_key, stored) => readWorldRecord(stored),
    record(_key, revision) {
      const current = held.peek();
      return current === null ? null : { revision, ...current };
    },
    busy: () => listeners.size > 0,
    onForeign(_key, stored) {
      const theirs = parsed(stored);
      if (theirs !== null) put(theirs);
    },
    onConflict(_key, versions) {
      notices.info("The world was also changed in another tab. This tab's version is kept.", {
        label: "Use the other version",
        run() {
          const theirs = parsed(versions.theirs);
          if (theirs !== null) replace(theirs);
        },
      });
    },
    onDriven() {
      if (!running.peek()) return;
      running.value = false;
      // Before the other tab's clock first moves, so it continues from here.
      void kept.flush();
      notices.info("The simulated clock stopped in this tab because another tab is using the same world.", {
        label: "Start it here",
        run() {
          running.value = true;
        },
      });
    },
    onRefused(reason) {
      const text = `The world isn't being saved (${reason}). It lasts until you close this page. Export it to keep it.`;
      notices.error(text);
    },
  });

  const past = signal<World | null>(null);
  let onLeft = () => {};
  const backToNow = () => {
    if (past.peek() === null) return;
    past.value = null;
    onLeft();
  };
  const put = (next: Held) => {
    held.value = next;
    touchedAt = now();
  };
  const replace = (next: Held) => {
    backToNow();
    put(next);
    kept.changed(record);
  };
  const happen = (events: readonly Event[]) => {
    const before = held.peek();
    const loaded = simulator.peek();
    if (loaded === null || before === null || events.length === 0) return false;
    put({ world: events.reduce(loaded.apply, before.world), pristine: false });
    kept.changed(record, events);
    return true;
  };
  const parsed = (stored: WorldRecord): Held | null => {
    const read = simulator.peek()?.parseWorld(stored.world);
    if (read?.ok) return { world: read.value, pristine: stored.pristine };
    notices.error(
      `Couldn't read the world another tab saved (${read?.message}). Reload the page: that tab may run a newer version.`,
    );
    return null;
  };
  const undoable = (before: Held, text: string) =>
    notices.info(text, { label: "Undo", run: () => replace(before) });

  const loading = (async () => {
    const [loaded, { restoreWorld }] = await Promise.all([parts.loadSimulator(), import("./world-restore")]);
    simulator.value = loaded;
    const { changed, ...first } = restoreWorld(loaded, {
      // A store that cannot be read cannot be written either, and that is reported.
      stored: (await kept.read(record).catch(() => null)) ?? undefined,
      leftBehind: parts.leftBehind ?? [],
      notices,
      setAside: (world) => void parts.store.update(`${record}.unreadable`, () => world).catch(kept.refused),
      use: (world) => replace({ world, pristine: false }),
    });
    if (changed) replace(first);
    else put(first);
    return loaded;
  })();
  const couldNotLoad = (error: unknown) =>
    notices.error(`Couldn't load the simulator (${messageOf(error)}). Reload the page.`);
  loading.catch(couldNotLoad);

  const ready = async () => {
    const loaded = await loading;
    const before = held.peek();
    if (before === null) throw new Error("Couldn't load the world.");
    return { loaded, before };
  };

  const act = (events: readonly Event[]) => {
    if (happen(events)) for (const listener of [...listeners]) listener(events);
  };

  const stopClock = watchClock({
    running,
    later: parts.later,
    now,
    // Two tabs' clocks would overwrite each other's world forever.
    started: () => kept.drive(record),
    pass(ms) {
      const loaded = simulator.peek();
      if (loaded !== null) act([loaded.passTime(ms)]);
    },
  });

  const world = computed(() => past.value ?? held.value?.world ?? null);
  return {
    /** `null` until it has been loaded. */
    simulator: readable(simulator),
    /** The whole document, shared and never changed in place; `null` until it has been loaded. */
    world,
    /** The current document, whichever moment is shown. */
    present: () => held.peek()?.world ?? null,
    /** A ready-made world in which nothing has happened: nothing to lose, nothing to share. */
    pristine: computed(() => held.value?.pristine ?? true),
    /** A line for people: `12 contacts, 8 templates, 3 messages`. */
    summary: computed(() => (world.value === null ? "" : (simulator.value?.summarize(world.value) ?? ""))),
    /** Simulated time in Unix milliseconds, or `null` until the world has been loaded. */
    now: computed(() => world.value?.clock ?? null),
    /**
     * Whether simulated time runs with real time. Always off after a page load. Switched off when another tab lets time run or
     * runs a script.
     */
    running,
    /** Resolves when the stored world has been restored. Rejects if the simulator cannot be loaded. */
    restored: loading,
    /**
     * Replaces the world, with a notice that offers undo. `what` begins the notice: `Clinic` or `world.json`. `ready`: it is a
     * ready-made world, so it counts as pristine.
     */
    load(next: World, what: string, ready = false): void {
      const before = held.peek();
      if (before === null) return;
      replace({ world: next, pristine: ready });
      undoable(before, `Loaded ${what}.`);
    },
    /** Changes the document by hand. Returns the error from `parseWorld` on the result, or `null` on success. */
    edit(change: (world: World) => World): string | null {
      const before = held.peek();
      const loaded = simulator.peek();
      if (loaded === null || before === null) return "The simulator is still loading. Try again in a moment.";
      const read = loaded.parseWorld(change(before.world));
      if (!read.ok) return read.message;
      replace({ world: read.value, pristine: false });
      return null;
    },
    /** Shows a past state of the world, or `null` for now. When a person acts in it, it returns to now and calls `left`. */
    showPast(shown: World | null, left = () => {}): void {
      onLeft = left;
      past.value = shown;
    },
    /** Applies a person's actions: the customer writes, presses a button or blocks, or time moves. Runs are told. */
    act(events: readonly Event[]): void {
      backToNow();
      act(events);
    },
    /** The world for a run that begins now, with every account name in `names`. */
    async begin(names: readonly string[]): Promise<World> {
      const { loaded, before } = await ready();
      kept.drive(record);
      const ms = pauseSince(touchedAt, now());
      batch(() => {
        if (ms > 0) happen([loaded.passTime(ms)]);
        const rested = held.peek() ?? before;
        const equipped = loaded.withAccounts(rested.world, names);
        if (equipped !== rested.world) replace({ world: equipped, pristine: false });
      });
      return held.peek()?.world ?? before.world;
    },
    /** A fresh seed world with every account name in `names`, for a run that leaves no trace. */
    async fresh(names: readonly string[]): Promise<World> {
      const { loaded } = await ready();
      return loaded.withAccounts(loaded.seedWorld(), names);
    },
    /** Applies events from a run's worker. Throws if they are malformed. */
    take(events: readonly unknown[]): void {
      const loaded = simulator.peek();
      if (loaded === null) return;
      const read = loaded.parseEvents(events);
      if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
      happen(read.value);
    },
    /**
     * Calls `listener` each time a person does something in the world, until the returned function is called. While anyone
     * listens, a world that another tab saved does not replace this one.
     */
    onAct(listener: (events: readonly Event[]) => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) kept.idle();
      };
    },
    /** Resets to the ready-made world it came from, or to the first one, with a notice that offers undo. */
    reset(): void {
      const before = held.peek();
      const loaded = simulator.peek();
      if (loaded === null || before === null) return;
      const again = (world: World) => {
        replace({ world, pristine: true });
        undoable(before, "World reset.");
      };
      const seed = loaded.seedWorld();
      if (before.world.origin === seed.origin) again(seed);
      else loaded.readyWorld(before.world.origin).then((world) => again(world ?? seed), couldNotLoad);
    },
    unsaved(): readonly (() => LeftWorld)[] {
      const current = held.peek();
      const steps = kept.unsaved().get(record) ?? [];
      const last = steps.at(-1);
      if (current === null || last === undefined) return [];
      const whole = (): LeftWorld => ({
        kind: "world",
        from: steps.map(({ from }) => from),
        to: last.to,
        ...current,
      });
      const told = steps.flatMap(({ from, to, events }) =>
        events === null ? [] : [{ from, to, events: [...events] }],
      );
      return told.length < steps.length ? [whole] : [() => ({ kind: "events", steps: told }), whole];
    },
    flush: kept.flush,
    close() {
      stopClock();
      kept.close();
    },
  };
}
