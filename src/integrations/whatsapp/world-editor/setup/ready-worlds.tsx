import { useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { messageOf } from "../../../../shared/message-of";
import type { World } from "../../simulator/world/world";
import { type ReadyWorld, readyWorlds } from "../../simulator/worlds";

/** What a person calls the world that this one began as. */
export function originTitle(world: World): string {
  return readyWorlds.find((ready) => ready.id === world.origin)?.title ?? world.origin;
}

/** Worlds to begin with; choosing one replaces the world, which can be undone. */
export function ReadyWorlds({ playground, world }: { playground: Playground; world: World }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (ready: ReadyWorld) => {
    setWrong(null);
    try {
      playground.world.load(await ready.load(), ready.title, true);
    } catch (error) {
      setWrong(
        `${ready.title} could not be loaded (${messageOf(error)}). Check the connection, then try again.`,
      );
    }
  };
  return (
    <section class="world-block" aria-labelledby="world-ready">
      <h3 id="world-ready">Ready worlds</h3>
      <ul class="world-cards">
        {readyWorlds.map((ready) => (
          <li key={ready.id}>
            <button
              type="button"
              class="world-card"
              data-current={ready.id === world.origin}
              aria-current={ready.id === world.origin}
              onClick={() => void choose(ready)}
            >
              <span class="world-card-title">{ready.title}</span>
              <span class="note">{ready.about}</span>
            </button>
          </li>
        ))}
      </ul>
      {wrong === null ? null : (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}
