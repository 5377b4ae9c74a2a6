/** The world a page begins with: what is stored, and what pages that went could not save any more. */
import type { World } from "../integrations/whatsapp/simulator/state";
import type { NoticesModel } from "./notices";
import type { LeftWorld } from "./unsaved-world";
import type { WorldKeeper } from "./world-keeper";

type Simulator = typeof import("../integrations/whatsapp/simulator/state");

export interface RestoredWorld {
  readonly world: World;
  readonly pristine: boolean;
  /** True when something left behind went into it, which is to be saved. */
  readonly took: boolean;
}

/**
 * Reads the stored world and goes on from what was left. What cannot be read is told by a notice and set aside. Rejects
 * only when the page's own code for it cannot be fetched. `use` puts a world in place that competes with the stored one,
 * when the person asks for it.
 */
export async function restoreWorld(
  simulator: Simulator,
  keeper: WorldKeeper,
  leftBehind: readonly LeftWorld[],
  notices: NoticesModel,
  use: (world: World) => void,
): Promise<RestoredWorld> {
  let restored: RestoredWorld = { world: simulator.seedWorld(), pristine: true, took: false };
  // A store that cannot be read refuses to be written too, and says so then.
  const stored = await keeper.read().catch(() => undefined);
  if (stored !== undefined) {
    const read = simulator.parseWorld(stored.world);
    if (read.ok) restored = { world: read.world, pristine: stored.pristine, took: false };
    else {
      const text = `The saved simulated world cannot be read (${read.message}). It was set aside, and a new one took its place.`;
      notices.show({ tone: "error", text });
      await keeper.setAside(stored.world).catch(() => {});
    }
  }
  const revision = stored?.revision ?? null;
  if (leftBehind.length === 0) return restored;
  const { takeUp } = await import("./world-left");
  for (const left of leftBehind) {
    const taken = takeUp(simulator, left, { revision, world: restored.world });
    if (taken.kind === "goes_on") restored = { world: taken.world, pristine: taken.pristine, took: true };
    if (taken.kind === "competes") {
      const { world } = taken;
      notices.show({
        tone: "info",
        text: "A page that was closed held another simulated world, not saved because another tab had saved its own.",
        action: { label: "Use that one", run: () => use(world) },
      });
    }
    if (taken.kind === "unreadable") {
      notices.show({
        tone: "error",
        text: `The last changes to the simulated world cannot be read (${taken.message}). The world is as it was before them.`,
      });
    }
  }
  return restored;
}
