/** The world a page starts with: the stored one, plus unsaved changes from closed pages. */
import type { WorldSimulator, WorldState } from "../integrations/world-simulator";
import type { NoticesModel } from "./notices";
import type { LeftWorld, WorldRecord } from "./world-record";

export interface RestoredWorld<World> {
  readonly world: World;
  readonly pristine: boolean;
  /** True if it includes unsaved changes from a closed page. */
  readonly changed: boolean;
}

interface RestoreParts<World> {
  /** `undefined` if nothing is stored or the store cannot be read. */
  readonly stored: WorldRecord | undefined;
  readonly leftBehind: readonly LeftWorld[];
  readonly notices: NoticesModel;
  /** Sets aside a stored world that cannot be read. */
  setAside(world: unknown): void;
  /** Switches to a world that conflicts with the stored one, if the person asks for it. */
  use(world: World): void;
}

/** Starts from the stored world and applies unsaved changes. Reports anything unreadable. */
export function restoreWorld<World extends WorldState, Event>(
  simulator: WorldSimulator<World, Event>,
  { stored, leftBehind, notices, setAside, use }: RestoreParts<World>,
): RestoredWorld<World> {
  let restored: RestoredWorld<World> = { world: simulator.seedWorld(), pristine: true, changed: false };
  if (stored !== undefined) {
    const read = simulator.parseWorld(stored.world);
    if (read.ok) restored = { world: read.value, pristine: stored.pristine, changed: false };
    else {
      const text = `Couldn't read the saved world (${read.message}). It was set aside and replaced with a new one.`;
      notices.error(text);
      setAside(stored.world);
    }
  }
  const revision = stored?.revision ?? null;
  const unreadable = (message: string) =>
    notices.error(`Couldn't read the last changes to the world (${message}). The world is as it was before.`);

  /** Applies events on top of whatever is stored. A whole world only replaces the one it was made from. */
  const takeUp = (left: LeftWorld): RestoredWorld<World> | null => {
    const saved = left.kind === "world" ? left.to : left.steps.at(-1)?.to;
    if (saved === revision) return null;
    if (left.kind === "events") {
      const first = left.steps.findIndex((step) => step.from === revision);
      const unsaved = left.steps.slice(Math.max(0, first)).flatMap((step) => step.events);
      const parsed = simulator.parseEvents(unsaved);
      if (parsed.ok) {
        const world = parsed.value.reduce(simulator.apply, restored.world);
        return { world, pristine: false, changed: true };
      }
      unreadable(parsed.message);
      return null;
    }
    const parsed = simulator.parseWorld(left.world);
    if (!parsed.ok) unreadable(parsed.message);
    else if (left.from.includes(revision)) {
      return { world: parsed.value, pristine: left.pristine, changed: true };
    } else {
      notices.info("A tab you closed had an unsaved version of the world.", {
        label: "Use that version",
        run: () => use(parsed.value),
      });
    }
    return null;
  };
  for (const left of leftBehind) restored = takeUp(left) ?? restored;
  return restored;
}
