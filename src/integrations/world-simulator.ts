import type { Exchange } from "../shared/http-message";
import type { Result } from "../shared/result";

/** What every simulated world has, whatever its integration. */
export interface WorldState {
  /** Simulated time, Unix milliseconds. */
  readonly clock: number;
  /** The 32-bit unsigned seed of everything random in the world and in runs over it. */
  readonly seed: number;
  /** The id of the ready-made world it started as. */
  readonly origin: string;
}

/** What the page needs from an integration's simulator to keep its world. Calls are answered where the run is. */
export interface WorldSimulator<World extends WorldState, Event> {
  /** The world of a first visit. */
  seedWorld(): World;
  parseWorld(document: unknown): Result<World>;
  parseEvents(events: readonly unknown[]): Result<readonly Event[]>;
  /** Returns the world after an event. An event that cannot happen changes nothing. */
  apply(world: World, event: Event): World;
  passTime(ms: number): Event;
  /** Returns the world with every account name in `names`. */
  withAccounts(world: World, names: readonly string[]): World;
  accountNames(world: World): readonly string[];
  /** What a script may name in the world, for the editor. Read by the integration's own `EditorHelp`. */
  named(world: World): unknown;
  /** The world's title, such as the name of its business. */
  title(world: World): string;
  /**
   * The world as a link or a backup may carry it: without tokens and, if `source` is given, without names of accounts that the
   * script does not mention.
   */
  shareable(world: World, source: string | null): World;
  /** The id of the message that a call sent, if it is in the world, or `null`. The integration's own views show the message. */
  sentMessage?(world: World, call: Exchange): string | null;
  /** A line for people: `12 contacts, 8 templates, 3 messages`. */
  summarize(world: World): string;
  /** Ids of the ready-made worlds. A first visit gets the first one. */
  readonly readyWorlds: readonly string[];
  /** Loads the ready-made world with this id, or `null` if there is none. */
  readyWorld(origin: string): Promise<World | null>;
}

/** Loads an integration's `WorldSimulator`. */
export type LoadWorld<World extends WorldState, Event> = () => Promise<WorldSimulator<World, Event>>;
