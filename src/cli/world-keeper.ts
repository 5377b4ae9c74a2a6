import { writeFile } from "node:fs/promises";
import { apply, parseEvents, type World } from "../integrations/whatsapp/simulator";
import { messageOf } from "../shared/message-of";
import { UsageError } from "./usage-error";

/** Follows a run's events: the world as the run leaves it, also when the run is ended from outside. */
export class WorldKeeper {
  #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Events that came out of the script's thread. Throws when they are none: the thread would be broken. */
  readonly take = (events: readonly unknown[]): void => {
    const parsed = parseEvents(events);
    if (!parsed.ok) throw new Error(`The run told an event that is none: ${parsed.message}`);
    this.#world = parsed.events.reduce(apply, this.#world);
  };

  /** The world as it is by now. */
  get world(): World {
    return this.#world;
  }

  /** Writes the world as JSON, as `--world` reads it. Rejects with a `UsageError` when it cannot be written. */
  async save(file: string): Promise<void> {
    await writeFile(file, `${JSON.stringify(this.#world, null, 2)}\n`).catch((problem: unknown) => {
      throw new UsageError(`--save-world: ${messageOf(problem)}`);
    });
  }
}
