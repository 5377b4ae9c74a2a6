import { computed, signal } from "@preact/signals";
import type { World, WorldEvent } from "../simulator/state";
import type { NoticesModel, WorldModel } from "./playground";
import { reasonOf } from "./script-sync";
import type { KeyValueStore } from "./store";

type Simulator = typeof import("../simulator/state");

const RECORD = "world";
const SAVE_AFTER_MS = 250;
// Pauses between runs pass in the simulated world too (limits recover); not a night's sleep, which would close every window.
const MAX_PAUSE_MS = 10 * 60 * 1000;

export interface SimulatedWorld extends WorldModel {
  /** The world for a run that begins now, with every account name in `names`. */
  begin(names: readonly string[]): Promise<World>;
  /** A fresh seed world with every account name in `names`, for a run that leaves no trace. */
  fresh(names: readonly string[]): Promise<World>;
  /** Applies what a run's worker told; throws when it is no list of events. */
  take(events: readonly unknown[]): void;
  flush(): Promise<void>;
}

/** The mock world of this browser: loaded with the simulator, kept after every event. */
export function openWorld(store: KeyValueStore, notices: NoticesModel): SimulatedWorld {
  const world = signal<World | null>(null);
  const summary = signal("");
  let simulator: Simulator | null = null;
  let touchedAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = false;

  const set = (next: World) => {
    world.value = next;
    summary.value = simulator?.summarize(next) ?? "";
    touchedAt = Date.now();
  };
  const loading = (async () => {
    const loaded = await import("../simulator/state");
    simulator = loaded;
    set(await restore(loaded, store, notices));
    return loaded;
  })();
  loading.catch((error: unknown) =>
    notices.show({
      tone: "error",
      text: `The simulator could not be loaded (${reasonOf(error)}). Reload the page.`,
    }),
  );

  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
  };
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const kept = world.peek();
    if (kept === null || refused) return;
    try {
      await store.update(RECORD, () => kept);
    } catch (error) {
      refused = true;
      const text = `The simulated world is not being saved (${reasonOf(error)}). It lasts until this page closes.`;
      notices.show({ tone: "error", text });
    }
  };
  const ready = async () => {
    const loaded = await loading;
    const now = world.peek();
    if (now === null) throw new Error("The simulated world was not loaded.");
    return { loaded, now };
  };

  return {
    summary,
    now: computed(() => world.value?.clock ?? null),
    async begin(names) {
      const { loaded, now } = await ready();
      const ms = Math.min(Date.now() - touchedAt, MAX_PAUSE_MS);
      const rested = ms > 0 ? loaded.apply(now, { type: "time_passed", ms }) : now;
      set(loaded.withAccounts(rested, names));
      save();
      return world.peek() ?? now;
    },
    async fresh(names) {
      const { loaded } = await ready();
      return loaded.withAccounts(loaded.seedWorld(), names);
    },
    take(events) {
      const now = world.peek();
      if (simulator === null || now === null) return;
      const parsed = simulator.parseEvents(events);
      if (!parsed.ok) throw new Error(`The sandbox sent events that cannot be read: ${parsed.message}`);
      const list: readonly WorldEvent[] = parsed.events;
      set(list.reduce(simulator.apply, now));
      save();
    },
    reset() {
      const before = world.peek();
      if (simulator === null || before === null) return;
      set(simulator.seedWorld());
      save();
      notices.show({
        tone: "info",
        text: "The simulated world was reset.",
        action: {
          label: "Undo",
          run: () => {
            set(before);
            save();
          },
        },
      });
    },
    flush,
  };
}

async function restore(simulator: Simulator, store: KeyValueStore, notices: NoticesModel): Promise<World> {
  const stored = await store.get(RECORD).catch(() => undefined);
  if (stored === undefined) return simulator.seedWorld();
  const parsed = simulator.parseWorld(stored);
  if (parsed.ok) return parsed.world;
  const text = `The saved simulated world cannot be read (${parsed.message}). A new one took its place.`;
  notices.show({ tone: "error", text });
  return simulator.seedWorld();
}
