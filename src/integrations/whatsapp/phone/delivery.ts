/** How far a message has come, as a phone shows it. */
import { type ErrorRow, findError } from "../errors";
import { type Outbound, stepsOf } from "../simulator/page";

/** `pending`: accepted, and not on its way yet. */
export type Tick = "pending" | "sent" | "delivered" | "read" | "failed";

interface Failure {
  readonly code: number;
  /** Meta's `error_data.details`. */
  readonly details: string;
  /** The code in plain words; null for one that the docs do not know. */
  readonly known: ErrorRow | null;
}

export interface Delivery {
  readonly tick: Tick;
  /** When it came to that, Unix milliseconds. */
  readonly at: number;
  readonly failure: Failure | null;
  /** Until when the template's pacing holds it back; null: it is not held now. */
  readonly heldUntil: number | null;
}

/** Where a message stands at `now` (simulated time, Unix milliseconds). */
export function deliveryOf({ acceptedAt, life, heldUntil }: Outbound, now: number): Delivery {
  const steps = stepsOf(acceptedAt, life, now);
  const { status, at } = steps.at(-1) ?? steps[0];
  const failure =
    status === "failed" && life.end === "fails"
      ? { code: life.code, details: life.details, known: findError(life.code, null) }
      : null;
  return {
    tick: status === "accepted" ? "pending" : status,
    at,
    failure,
    heldUntil: status === "accepted" && heldUntil !== null && heldUntil > now ? heldUntil : null,
  };
}

/** Whether the customer has it: only then can its buttons be pressed. */
export function hasArrived({ tick }: Delivery): boolean {
  return tick === "delivered" || tick === "read";
}

/** A tick in words. */
export const tickWords: Readonly<Record<Tick, string>> = {
  pending: "accepted, not sent yet",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
};
