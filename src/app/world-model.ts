import type { ReadonlySignal, Signal } from "@preact/signals";
import type { WorldSimulator, WorldState } from "../integrations/world-simulator";
import type { Saved } from "../storage/unload-store";
import type { LeftWorld } from "./world-record";

/** A simulated world, as views see it. */
export interface WorldModel<World extends WorldState, Event> {
  /** `null` until it has been loaded. */
  readonly simulator: ReadonlySignal<WorldSimulator<World, Event> | null>;
  /** A line for people: `12 contacts, 8 templates, 3 messages`. */
  readonly summary: ReadonlySignal<string>;
  /** Simulated time, Unix milliseconds; `null` until the world has been loaded. */
  readonly now: ReadonlySignal<number | null>;
  /** The whole document, shared and never changed in place; `null` until it has been loaded. */
  readonly world: ReadonlySignal<World | null>;
  /** A ready world in which nothing has happened: nothing to lose, nothing to share. */
  readonly pristine: ReadonlySignal<boolean>;
  /**
   * Whether simulated time runs with real time. Never on after a page load; switched off when another tab lets it run or
   * runs a script.
   */
  readonly running: Signal<boolean>;
  /**
   * Puts another world in place, with a notice that offers undo. `what` begins the notice: `Clinic` or `world.json`.
   * `ready`: it is one of the ready worlds, so that it counts as pristine.
   */
  load(world: World, what: string, ready?: boolean): void;
  /** Changes the document by hand. Returns what `parseWorld` finds wrong with the result, or `null` on success. */
  edit(change: (world: World) => World): string | null;
  /** Something a person does in the world: the customer writes, presses a button, blocks; time moves. Runs are told. */
  act(events: readonly Event[]): void;
  /** Back to the beginning of the ready world it came from, else to the first one; with a notice that offers undo. */
  reset(): void;
}

/** A simulated world, as runs see it. */
export interface SimulatedWorld<World extends WorldState, Event>
  extends WorldModel<World, Event>,
    Saved<LeftWorld> {
  /** Resolves when the stored world has been restored; rejects if the simulator cannot be loaded. */
  readonly restored: Promise<unknown>;
  /** The world for a run that begins now, with every account name in `names`. */
  begin(names: readonly string[]): Promise<World>;
  /** A fresh seed world with every account name in `names`, for a run that leaves no trace. */
  fresh(names: readonly string[]): Promise<World>;
  /** Applies events from a run's worker. Throws if they are malformed. */
  take(events: readonly unknown[]): void;
  /**
   * Calls `listener` each time a person does something in the world, until the returned function is called. While anyone
   * listens, a world that another tab saved does not replace this one.
   */
  onAct(listener: (events: readonly Event[]) => void): () => void;
  close(): void;
}
