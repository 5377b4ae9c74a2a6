/** A message's progress, as a phone shows it. */
import { type ErrorRow, findError } from "../errors";
import { type Message, type Outbound, stepsOf } from "../simulator/page";
import { timeText } from "./clock";
import { timeOf, wordsOf } from "./conversations";

/** `pending`: accepted but not sent yet. */
export type Tick = "pending" | "sent" | "delivered" | "read" | "failed";

interface Failure {
  readonly code: number;
  /** Meta's `error_data.details`. */
  readonly details: string;
  /** The code in plain words, or `null` if the docs do not know it. */
  readonly known: ErrorRow | null;
}

export interface Delivery {
  readonly tick: Tick;
  /** When it got there, in Unix milliseconds. */
  readonly at: number;
  readonly failure: Failure | null;
  /** Until when the template's pacing holds it back, or `null` if it is not held now. */
  readonly heldUntil: number | null;
}

/** A message's progress at `now` (simulated time, Unix milliseconds). */
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

/** Whether the customer has received it. Only then can its buttons be pressed. */
export function hasArrived({ tick }: Delivery): boolean {
  return tick === "delivered" || tick === "read";
}

export const tickWords: Readonly<Record<Tick, string>> = {
  pending: "accepted, not sent yet",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
};

/** `You, 09:41, read: It is being packed.`; `Maya Torres, 09:10: Good morning!`. `now` is simulated time. */
export function sentenceOf(message: Message, name: string, now: number): string {
  const time = timeText(timeOf(message));
  const words = wordsOf(message);
  if (message.direction === "outbound") return `You, ${time}, ${stateOf(message, now)}: ${words}`;
  const seen = message.readAt === null ? "" : ", marked as read";
  if (message.content.type === "button") return `${name}, ${time}${seen}, pressed the button: ${words}`;
  return `${name}, ${time}${seen}: ${words}`;
}

function stateOf(message: Extract<Message, { direction: "outbound" }>, now: number): string {
  const { tick, failure, heldUntil } = deliveryOf(message, now);
  if (failure !== null) {
    return `failed with ${failure.code}${failure.known === null ? "" : `, ${failure.known.title}`}`;
  }
  return heldUntil === null ? tickWords[tick] : `held back until ${timeText(heldUntil)}`;
}
