/** How Meta paces a template, as typed: what goes out first, how long the rest is held, how it ends. */
import type { Pacing } from "../../simulator/world/pacing";
import type { World } from "../../simulator/world/world";
import { typedNumber } from "../setup/typed-values";

export interface PacingDraft {
  readonly outcome: Pacing["outcome"] | "none";
  /** Messages that go out before the holding begins, as typed. */
  readonly free: string;
  /** Minutes that the first held message waits for the decision, as typed. */
  readonly minutes: string;
}

const minute = 60_000;
const mostMinutes = 24 * 60;
const mostFree = 1_000_000;

/** A template that is not paced; the numbers are what the form begins with when it is to be. */
export const notPaced: PacingDraft = { outcome: "none", free: "3", minutes: "30" };

/** The pacing of the template of this id. */
export function pacingDraft(world: World, templateId: string): PacingDraft {
  const held = world.pacing.find((one) => one.templateId === templateId);
  if (held === undefined) return notPaced;
  return {
    outcome: held.outcome,
    free: String(held.freeMessages),
    minutes: String(Math.round(held.holdMs / minute)),
  };
}

/** What is wrong, by field; both null when nothing is, or when the template is not paced. */
export function checkPacing({ outcome, free, minutes }: PacingDraft): {
  readonly free: string | null;
  readonly minutes: string | null;
} {
  if (outcome === "none") return { free: null, minutes: null };
  const typedFree = typedNumber(free, 0, mostFree);
  const typedMinutes = typedNumber(minutes, 1, mostMinutes);
  return {
    free: typedFree.ok ? null : typedFree.message,
    minutes: typedMinutes.ok ? null : typedMinutes.message,
  };
}

/** The world with the template's pacing as the draft says; messages that are counted or held stay so. */
export function withPacing(world: World, templateId: string, draft: PacingDraft): World {
  const others = world.pacing.filter((one) => one.templateId !== templateId);
  const free = typedNumber(draft.free, 0, mostFree);
  const minutes = typedNumber(draft.minutes, 1, mostMinutes);
  if (draft.outcome === "none" || !free.ok || !minutes.ok) return { ...world, pacing: others };
  const before = world.pacing.find((one) => one.templateId === templateId);
  const unchanged = before !== undefined && pacingDraft(world, templateId).minutes === draft.minutes;
  const paced: Pacing = {
    templateId,
    freeMessages: free.value,
    accepted: before?.accepted ?? 0,
    // What was not touched keeps its seconds.
    holdMs: unchanged ? before.holdMs : minutes.value * minute,
    decidedAt: before?.decidedAt ?? null,
    outcome: draft.outcome,
  };
  return { ...world, pacing: [...others, paced] };
}
