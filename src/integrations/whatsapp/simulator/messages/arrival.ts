import { type Random, randomFor } from "../random";
import type { Contact } from "../world/contact";
import { messageIndex } from "../world/lookup";
import type { Outbound } from "../world/message";
import type { World } from "../world/world";

/** How long delivery is retried (Meta, "send messages"): 30 days, authentication templates 10 minutes. */
const timeToLive = 30 * 86_400_000;
const codeTimeToLive = 10 * 60_000;

/** When a message sent at `from` is delivered to and read by a contact with this habit. */
export function arrival(
  behaviour: Contact["behaviour"],
  from: number,
  random: Random,
): { readonly deliveredAt: number | null; readonly readAt: number | null } {
  if (behaviour === "phone_off") return { deliveredAt: null, readAt: null };
  const deliveredAt = from + random.int(300, 1_500);
  return { deliveredAt, readAt: readTime(behaviour, deliveredAt, random) };
}

function readTime(behaviour: Contact["behaviour"], deliveredAt: number, random: Random): number | null {
  if (behaviour === "never_reads") return null;
  const [low, high] = behaviour === "reads_late" ? [10 * 60_000, 45 * 60_000] : [500, 3_000];
  return deliveredAt + random.int(low, high);
}

/**
 * The world's messages after a contact's habit changed. If its phone was off, waiting messages that are not too old are
 * delivered from now on. Otherwise nothing changes.
 */
export function afterChange(
  world: World,
  before: Contact,
  behaviour: Contact["behaviour"],
): World["messages"] {
  if (before.behaviour !== "phone_off" || behaviour === "phone_off") return world.messages;
  return world.messages
    .flat()
    .filter((one): one is Outbound => one.direction === "outbound" && one.waId === before.waId)
    .reduce((messages, message) => {
      const { life } = message;
      if (life.end === "fails" || life.deliveredAt !== null || isTooOld(message, world.clock))
        return messages;
      // A message held back by pacing is sent later.
      const from = Math.max(world.clock, life.sentAt);
      const arrives = arrival(behaviour, from, randomFor(world.seed, "phone on", message.id));
      return messageIndex.put(messages, { ...message, life: { ...life, ...arrives } });
    }, world.messages);
}

function isTooOld({ acceptedAt, content }: Outbound, now: number): boolean {
  const isCode = content.type === "template" && content.category === "AUTHENTICATION";
  return now - acceptedAt >= (isCode ? codeTimeToLive : timeToLive);
}
