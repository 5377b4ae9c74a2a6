import type { HttpRequest } from "../../../shared/http-message";
import { allRoutes, apply, type Reply, respond, type World, type WorldEvent } from "../simulator";

/** A change from one state of a world to another. */
export type WorldChange =
  | { readonly events: readonly WorldEvent[] }
  /** The world is replaced. */
  | { readonly world: World };

/** Receives the world before and after, and the webhooks about the change. `before` is `null` if the world was replaced. */
export type WorldListener = (before: World | null, after: World, webhooks: readonly string[]) => void;

/** The world behind a running server, and the only way to change it. */
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
   * Answers a request, or loses its connection. The resulting changes are applied when this returns. Throws if they cannot be
   * recorded, and then nothing has happened.
   */
  answer(request: HttpRequest): Reply {
    const { reply, events } = respond(this.#current, request, allRoutes);
    this.act(events);
    return reply;
  }

  /** Applies events in order. Throws if they cannot be recorded. */
  act(events: readonly WorldEvent[]): void {
    const before = this.#current;
    const after = events.reduce(apply, before);
    this.#become(before, after, { events }, this.#webhooks(before, after));
  }

  /** Replaces the world. Throws if it cannot be recorded. */
  replace(world: World): void {
    // Nothing has happened yet in the new world.
    this.#become(null, world, { world }, []);
  }

  /** Resets to the world that the server started with. */
  reset(): void {
    this.replace(this.#first);
  }

  #become(before: World | null, after: World, change: WorldChange, webhooks: readonly string[]): void {
    this.#record(change, webhooks);
    this.#current = after;
    for (const listener of this.#listeners) listener(before, after, webhooks);
  }

  /** Calls the listener each time something happens or the world is replaced. */
  onChange(listener: WorldListener): void {
    this.#listeners.push(listener);
  }

  /** Creates webhooks for what happens. */
  tellBy(webhooks: (before: World, after: World) => readonly string[]): void {
    this.#webhooks = webhooks;
  }

  /** Records each change before it happens. If `record` throws, the change doesn't happen. */
  recordBy(record: (change: WorldChange, webhooks: readonly string[]) => void): void {
    this.#record = record;
  }
}
