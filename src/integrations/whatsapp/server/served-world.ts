import type { HttpRequest } from "../../../shared/http-message";
import { allRoutes, apply, type Reply, respond, type World, type WorldEvent } from "../simulator";

/** Hears what happened in a world: how it was, and how it is. `before` is null when another world took its place. */
export type WorldListener = (before: World | null, after: World) => void;

/** The world behind a running server: the one place that holds it, and through which everything happens to it. */
export class GraphWorld {
  readonly #first: World;
  #current: World;
  readonly #listeners: WorldListener[] = [];

  constructor(world: World) {
    this.#first = world;
    this.#current = world;
  }

  get current(): World {
    return this.#current;
  }

  /** Answers a request, or loses its connection; what that changes has happened when this returns. */
  answer(request: HttpRequest): Reply {
    const { reply, events } = respond(this.#current, request, allRoutes);
    this.act(events);
    return reply;
  }

  /** Lets events happen, one after the other. */
  act(events: readonly WorldEvent[]): void {
    const before = this.#current;
    this.#current = events.reduce(apply, before);
    this.#tell(before);
  }

  /** Puts another world in its place. */
  replace(world: World): void {
    this.#current = world;
    this.#tell(null);
  }

  /** Goes back to the world that the server began with. */
  reset(): void {
    this.replace(this.#first);
  }

  #tell(before: World | null): void {
    for (const listener of this.#listeners) listener(before, this.#current);
  }

  /** Calls the listener each time something happened, or another world took this one's place. */
  onChange(listener: WorldListener): void {
    this.#listeners.push(listener);
  }
}
