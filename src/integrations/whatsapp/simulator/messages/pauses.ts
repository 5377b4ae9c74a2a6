import { memoized } from "../../../../shared/memoized";
import type { Pause, Template } from "../world/template";
import type { World } from "../world/world";

const hour = 3_600_000;

/** How long the first and second pause last. The third is permanent (Meta, "template pausing"). */
const lengths: readonly (number | undefined)[] = [3 * hour, 6 * hour];

const none: readonly Pause[] = [];

/**
 * The world after its clock or a template changed: templates whose pause is over are approved again, and templates paused since
 * `from` (the clock before) begin their pause. One that is paused for the third time is disabled.
 */
export function settlePauses(world: World, from: number): World {
  const { pauses = none, clock } = world;
  if (clock < nextChange(world.templates)(pauses)) return world;
  const settled = new Map<string, Pause>(pauses.map((pause) => [pause.templateId, pause]));
  let templates = world.templates;
  let isChanged = false;
  for (const [at, template] of world.templates.entries()) {
    const before = settled.get(template.id);
    const isPaused = template.status === "PAUSED";
    if (!isPaused && (before?.resumesAt ?? null) === null) continue;
    const pause = isPaused ? begun(template, before, from) : ended(template, before);
    const status = statusAfter(pause, template, clock);
    if (status !== template.status) templates = templates.with(at, { ...template, status });
    const after = status === "PAUSED" ? pause : { ...pause, resumesAt: null };
    if (status === template.status && after === before) continue;
    settled.set(template.id, after);
    isChanged = true;
  }
  return isChanged ? { ...world, templates, pauses: [...settled.values()] } : world;
}

/** The time from which there is something to settle. Kept, because time passes with each call. */
const nextChange = memoized((templates: readonly Template[]) =>
  memoized((pauses: readonly Pause[]): number => {
    const ends = new Map(pauses.map(({ templateId, resumesAt }) => [templateId, resumesAt]));
    let next = Number.POSITIVE_INFINITY;
    for (const { id, status } of templates) {
      const end = ends.get(id) ?? null;
      if ((end === null) === (status === "PAUSED")) return Number.NEGATIVE_INFINITY;
      if (typeof end === "number") next = Math.min(next, end);
    }
    return next;
  }),
);

/** The pause that a paused template is in. */
function begun({ id }: Template, before: Pause | undefined, from: number): Pause {
  if (before !== undefined && before.resumesAt !== null) return before;
  const times = (before?.times ?? 0) + 1;
  const length = lengths[times - 1];
  return { templateId: id, times, resumesAt: length === undefined ? null : from + length };
}

function ended({ id }: Template, before: Pause | undefined): Pause {
  return { templateId: id, times: before?.times ?? 0, resumesAt: null };
}

function statusAfter({ resumesAt }: Pause, { status }: Template, clock: number): Template["status"] {
  if (status !== "PAUSED" || resumesAt === "never") return status;
  if (resumesAt === null) return "DISABLED";
  return resumesAt <= clock ? "APPROVED" : "PAUSED";
}

/** The pauses with one more that only a person ends: of a template whose pacing ended badly (Meta). */
export function pausedForGood(pauses: readonly Pause[], templateIds: ReadonlySet<string>): readonly Pause[] {
  const others = pauses.filter(({ templateId }) => !templateIds.has(templateId));
  const paused = [...templateIds].map((templateId): Pause => {
    const times = pauses.find((one) => one.templateId === templateId)?.times ?? 0;
    return { templateId, times, resumesAt: "never" };
  });
  return [...others, ...paused];
}
