import { batch, computed, signal } from "@preact/signals";
import type { WorldSimulator, WorldState } from "../integrations/world-simulator";
import { messageOf } from "../shared/message-of";
import { keepRecords } from "../storage/kept-records";
import type { KeepParts } from "../storage/record-kind";
import type { NoticesModel } from "./notices";
import { pauseSince, watchClock } from "./world-clock";
import type { SimulatedWorld } from "./world-model";
import { type LeftWorld, readWorldRecord, type WorldRecord } from "./world-record";
import { restoreWorld } from "./world-restore";

export interface WorldParts<World extends WorldState, Event> extends KeepParts {
  /** The key of its record in the store. */
  readonly record: string;
  readonly loadSimulator: () => Promise<WorldSimulator<World, Event>>;
  readonly notices: NoticesModel;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What closed pages could not save any more. */
  readonly leftBehind?: readonly LeftWorld[];
}

/** The mock world of this browser: loaded with the simulator, kept after every event. */
export function openWorld<World extends WorldState, Event>(
  parts: WorldParts<World, Event>,
): SimulatedWorld<World, Event> {
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
      notices.info("The simulated world was changed in another tab too. This tab's world is kept.", {
        label: "Use the other tab's",
        run() {
          const theirs = parsed(versions.theirs);
          if (theirs !== null) replace(theirs);
        },
      });
    },
    onDriven() {
      if (!running.peek()) return;
      running.value = false;
      // Before the other tab's clock moves first, so that it goes on from here.
      void kept.flush();
      notices.info("Simulated time has stopped here: another tab goes on with the same world.", {
        label: "Let it run here",
        run() {
          running.value = true;
        },
      });
    },
    onRefused(reason) {
      const text = `The simulated world is not being saved (${reason}). It lasts until this page closes; export it to keep it.`;
      notices.error(text);
    },
  });

  const put = (next: Held) => {
    held.value = next;
    touchedAt = now();
  };
  const replace = (next: Held) => {
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
      `The simulated world that another tab saved cannot be read (${read?.message}). Reload the page; that tab may run a newer version.`,
    );
    return null;
  };
  const undoable = (before: Held, text: string) =>
    notices.info(text, { label: "Undo", run: () => replace(before) });

  const loading = (async () => {
    const loaded = await parts.loadSimulator();
    simulator.value = loaded;
    const { changed, ...first } = restoreWorld(loaded, {
      // A store that cannot be read refuses to be written too, and that is reported.
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
    notices.error(`The simulator could not be loaded (${messageOf(error)}). Reload the page.`);
  loading.catch(couldNotLoad);

  const ready = async () => {
    const loaded = await loading;
    const before = held.peek();
    if (before === null) throw new Error("The simulated world was not loaded.");
    return { loaded, before };
  };

  const act = (events: readonly Event[]) => {
    if (happen(events)) for (const listener of [...listeners]) listener(events);
  };

  const stopClock = watchClock({
    running,
    later: parts.later,
    now,
    // Two tabs' clocks would overwrite each other's world for ever.
    started: () => kept.drive(record),
    pass(ms) {
      const loaded = simulator.peek();
      if (loaded !== null) act([loaded.passTime(ms)]);
    },
  });

  const world = computed(() => held.value?.world ?? null);
  return {
    simulator,
    world,
    pristine: computed(() => held.value?.pristine ?? true),
    summary: computed(() => (world.value === null ? "" : (simulator.value?.summarize(world.value) ?? ""))),
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
      const loaded = simulator.peek();
      if (loaded === null || before === null) return "The simulator is still loading. Try again in a moment.";
      const read = loaded.parseWorld(change(before.world));
      if (!read.ok) return read.message;
      replace({ world: read.value, pristine: false });
      return null;
    },
    act,
    async begin(names) {
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
    async fresh(names) {
      const { loaded } = await ready();
      return loaded.withAccounts(loaded.seedWorld(), names);
    },
    take(events) {
      const loaded = simulator.peek();
      if (loaded === null) return;
      const read = loaded.parseEvents(events);
      if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
      happen(read.value);
    },
    onAct(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) kept.idle();
      };
    },
    reset() {
      const before = held.peek();
      const loaded = simulator.peek();
      if (loaded === null || before === null) return;
      const again = (world: World) => {
        replace({ world, pristine: true });
        undoable(before, "The simulated world was reset.");
      };
      const seed = loaded.seedWorld();
      if (before.world.origin === seed.origin) again(seed);
      else loaded.readyWorld(before.world.origin).then((world) => again(world ?? seed), couldNotLoad);
    },
    unsaved() {
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
