import type { HttpRequest } from "../../../shared/http-message";
import { allRoutes, apply, type Reply, respond, type World, type WorldEvent } from "../simulator";

/** What makes one state of a world another. */
export type WorldChange =
  | { readonly events: readonly WorldEvent[] }
  /** Another world takes its place. */
  | { readonly world: World };

/** Hears what happened: how the world was and is, and the webhooks that tell of it. `before` is `null` for another world. */
export type WorldListener = (before: World | null, after: World, webhooks: readonly string[]) => void;

/** The world behind a running server: the one place that holds it, and through which everything happens to it. */
export class GraphWorld {
  readonly #first: World;
  #current: World;
  readonly #listeners: WorldListener[] = [];
  #webhooks: (before: World, after: World) => readonly string[] = () => [];
  #record: (change: WorldChange, webhooks: readonly string[]) => void = () => {};

  constructor(world: World) {
    this.#first = world;
    this.#current = world;
  }

  get current(): World {
    return this.#current;
  }

  /**
   * Answers a request, or loses its connection; what that changes has happened when this returns. Throws if it cannot be
   * recorded, and then nothing has happened.
   */
  answer(request: HttpRequest): Reply {
    const { reply, events } = respond(this.#current, request, allRoutes);
    this.act(events);
    return reply;
  }

  /** Lets events happen, one after the other. Throws if they cannot be recorded. */
  act(events: readonly WorldEvent[]): void {
    const before = this.#current;
    const after = events.reduce(apply, before);
    this.#become(before, after, { events }, this.#webhooks(before, after));
  }

  /** Puts another world in its place. Throws if it cannot be recorded. */
  replace(world: World): void {
    // Nothing has happened yet in a world that was just put in place.
    this.#become(null, world, { world }, []);
  }

  /** Goes back to the world that the server began with. */
  reset(): void {
    this.replace(this.#first);
  }

  #become(before: World | null, after: World, change: WorldChange, webhooks: readonly string[]): void {
    this.#record(change, webhooks);
    this.#current = after;
    for (const listener of this.#listeners) listener(before, after, webhooks);
  }

  /** Calls the listener each time something happened, or another world took this one's place. */
  onChange(listener: WorldListener): void {
    this.#listeners.push(listener);
  }

  /** Creates webhooks for what happens. */
  tellBy(webhooks: (before: World, after: World) => readonly string[]): void {
    this.#webhooks = webhooks;
  }

  /** Writes each change down before it happens. If this throws, the change doesn't happen. */
  recordBy(record: (change: WorldChange, webhooks: readonly string[]) => void): void {
    this.#record = record;
  }
}
