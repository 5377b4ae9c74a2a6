import type { Life } from "../world/message";

type Status = "accepted" | "sent" | "delivered" | "read" | "failed";

/** One step that a message has reached, with its time (Unix ms). */
export interface StatusStep {
  readonly status: Status;
  readonly at: number;
}

/** The steps a message has reached by `now`, oldest first; `accepted` is always there. Time only grows, so they stay. */
export function stepsOf(acceptedAt: number, life: Life, now: number): readonly [StatusStep, ...StatusStep[]] {
  const later: StatusStep[] =
    life.end === "fails"
      ? [{ status: "failed", at: life.failedAt }]
      : [
          { status: "sent", at: life.sentAt },
          ...(life.deliveredAt === null ? [] : [{ status: "delivered" as const, at: life.deliveredAt }]),
          ...(life.readAt === null ? [] : [{ status: "read" as const, at: life.readAt }]),
        ];
  return [{ status: "accepted", at: acceptedAt }, ...later.filter((step) => step.at <= now)];
}
