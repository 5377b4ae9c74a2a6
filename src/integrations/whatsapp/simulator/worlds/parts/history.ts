import { nextMessageId } from "../../messages/wamid";
import { receive } from "../../receive";
import { apply } from "../../world/apply";
import type { WorldEvent } from "../../world/event";
import type { World } from "../../world/world";

/** One thing that happened before a ready-made world begins. */
export type Step = (world: World) => WorldEvent;

/** The world after these steps, in order. */
export function after(world: World, steps: readonly Step[]): World {
  return steps.reduce((now, step) => apply(now, step(now)), world);
}

const minute = 60_000;

export function passed(minutes: number): Step {
  return () => ({ type: "time_passed", ms: minutes * minute });
}

/** A customer wrote to one of the numbers. */
export function wrote(account: string, from: string, text: string): Step {
  return (world) => receive(world, phoneNumberIdOf(world, account), from, text);
}

interface Answer {
  readonly account: string;
  readonly to: string;
  readonly text: string;
  /** Minutes until it was read. `null`: never. */
  readonly readAfter: number | null;
  /** By default generated like any other. */
  readonly id?: string;
}

/** The business answered with text while the window was open, and the message arrived. */
export function answered({ account, to, text, readAfter, id }: Answer): Step {
  return (world) => {
    const acceptedAt = world.clock;
    return {
      type: "message_accepted",
      message: {
        direction: "outbound",
        id: id ?? nextMessageId(world, to, "outbound"),
        phoneNumberId: phoneNumberIdOf(world, account),
        waId: to,
        input: to,
        acceptedAt,
        content: { type: "text", body: text, previewUrl: false },
        context: null,
        callbackData: null,
        windowOpen: true,
        pricing: { category: "service", type: "free_customer_service", billable: false },
        heldUntil: null,
        life: {
          end: "arrives",
          sentAt: acceptedAt + 60,
          deliveredAt: acceptedAt + 1_240,
          readAt: readAfter === null ? null : acceptedAt + readAfter * minute,
        },
      },
    };
  };
}

function phoneNumberIdOf(world: World, name: string): string {
  const account = world.accounts.find((one) => one.name === name);
  if (account === undefined) throw new Error(`The world has no number "${name}".`);
  return account.phoneNumberId;
}
