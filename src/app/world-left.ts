/** What pages that went could not save any more. Fetched only when there is something: most pages leave nothing. */
import type { World } from "../integrations/whatsapp/simulator/state";
import type { LeftWorld } from "./unsaved-world";

type Simulator = typeof import("../integrations/whatsapp/simulator/state");

/** What became of something left behind: it had been saved, it goes on from the stored world, or it competes with it. */
export type TakenUp =
  | { readonly kind: "saved" }
  | { readonly kind: "goes_on"; readonly world: World; readonly pristine: boolean }
  | { readonly kind: "competes"; readonly world: World }
  | { readonly kind: "unreadable"; readonly message: string };

/**
 * Goes on from what an earlier page left. Events are applied on top of whatever is stored (an event that cannot be changes
 * nothing); a whole world only replaces the one it was made from.
 */
export function takeUp(
  simulator: Simulator,
  left: LeftWorld,
  stored: { readonly revision: string | null; readonly world: World },
): TakenUp {
  if (left.kind === "world") {
    if (left.to === stored.revision) return { kind: "saved" };
    const parsed = simulator.parseWorld(left.world);
    if (!parsed.ok) return { kind: "unreadable", message: parsed.message };
    return left.from.includes(stored.revision)
      ? { kind: "goes_on", world: parsed.world, pristine: left.pristine }
      : { kind: "competes", world: parsed.world };
  }
  if (left.steps.at(-1)?.to === stored.revision) return { kind: "saved" };
  const first = left.steps.findIndex((step) => step.from === stored.revision);
  const parsed = simulator.parseEvents(left.steps.slice(Math.max(0, first)).flatMap((step) => step.events));
  if (!parsed.ok) return { kind: "unreadable", message: parsed.message };
  return { kind: "goes_on", world: parsed.events.reduce(simulator.apply, stored.world), pristine: false };
}
