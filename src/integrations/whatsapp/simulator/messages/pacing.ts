import { findTemplate } from "../world/lookup";
import type { Outbound } from "../world/message";
import type { Pacing, Template } from "../world/template";
import type { World } from "../world/world";
import { pausedForGood } from "./pauses";

/** Why and until when a template message is held. */
export interface Hold {
  readonly until: number;
  readonly outcome: Pacing["outcome"];
}

/** How the template's pacing holds back a message accepted now, or `null`. */
export function holdOf(world: World, template: Template): Hold | null {
  const pacing = world.pacing.find((one) => one.templateId === template.id);
  if (pacing === undefined || pacing.accepted < pacing.freeMessages) return null;
  return { until: pacing.decidedAt ?? world.clock + pacing.holdMs, outcome: pacing.outcome };
}

/** The pacing after a message was accepted: counted, and with a decision scheduled if it is the first one held. */
export function pacedOnce(world: World, { content, heldUntil }: Outbound): World["pacing"] {
  if (world.pacing.length === 0 || content.type !== "template") return world.pacing;
  const id = findTemplate(world.templates, content.name, content.language)?.id;
  return world.pacing.map((one) =>
    one.templateId === id
      ? { ...one, accepted: one.accepted + 1, decidedAt: one.decidedAt ?? heldUntil }
      : one,
  );
}

/** Ends pacing whose decision is due: `released` frees the template, `dropped` pauses it. */
export function decidePacing(world: World): World {
  if (world.pacing.every((one) => !isDue(one, world.clock))) return world;
  const due = world.pacing.filter((one) => isDue(one, world.clock));
  const dropped = new Set(due.flatMap((one) => (one.outcome === "dropped" ? [one.templateId] : [])));
  return {
    ...world,
    ...(dropped.size === 0 ? {} : { pauses: pausedForGood(world.pauses ?? [], dropped) }),
    pacing: world.pacing.filter((one) => !isDue(one, world.clock)),
    templates:
      dropped.size === 0
        ? world.templates
        : world.templates.map((one) =>
            dropped.has(one.id)
              ? { ...one, status: "PAUSED", quality_score: { ...one.quality_score, score: "RED" } }
              : one,
          ),
  };
}

function isDue({ decidedAt }: Pacing, now: number): boolean {
  return decidedAt !== null && decidedAt <= now;
}
