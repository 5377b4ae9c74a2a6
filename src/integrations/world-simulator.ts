import type { Exchange } from "../shared/http-message";
import type { Result } from "../shared/result";

/** What every simulated world has, whatever its integration. */
export interface WorldState {
  /** Simulated time, Unix milliseconds. */
  readonly clock: number;
  /** Whatever looks random in the world and in a run over it is drawn from this number of 32 bits, unsigned. */
  readonly seed: number;
  /** The id of the ready world it began as. */
  readonly origin: string;
}

/** What the page needs of an integration's simulator to keep its world. It answers no calls: that is done where a run is. */
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
  /** What a script may name in the world, for the editor; the integration's own `EditorHelp` reads it. */
  named(world: World): unknown;
  /** What the world is called, e.g. the name of its business. */
  title(world: World): string;
  /**
   * The world without tokens and, if `source` is given, without names of accounts that the script does not have: what a link
   * or a backup may carry.
   */
  shareable(world: World, source: string | null): World;
  /** The id of the message that a call sent, if the world holds it; else `null`. Its own views show the message. */
  sentMessage?(world: World, call: Exchange): string | null;
  /** A line for people: `12 contacts, 8 templates, 3 messages`. */
  summarize(world: World): string;
  /** Ids of the worlds that come with it; a first visit gets the first one. */
  readonly readyWorlds: readonly string[];
  /** Loads the ready world of this id; `null` if there is none. */
  readyWorld(origin: string): Promise<World | null>;
}

/** Loads what keeps an integration's world. */
export type LoadWorld<World extends WorldState, Event> = () => Promise<WorldSimulator<World, Event>>;
