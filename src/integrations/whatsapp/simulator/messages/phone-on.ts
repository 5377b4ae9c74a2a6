import { randomFor } from "../random";
import type { Contact } from "../world/contact";
import { messageIndex } from "../world/lookup";
import type { Outbound } from "../world/message";
import type { World } from "../world/world";
import { arrival } from "./life";

/** How long a message is tried (Meta, "send messages"): 30 days, authentication templates 10 minutes. */
const timeToLive = 30 * 86_400_000;
const codeTimeToLive = 10 * 60_000;

/**
 * The world's messages once a contact whose phone was off behaves in another way: those that still wait for it and are not too
 * old are delivered from now on. Every other change leaves them as they are.
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
      // A message that pacing holds back leaves later.
      const from = Math.max(world.clock, life.sentAt);
      const arrives = arrival(behaviour, from, randomFor(world.seed, "phone on", message.id));
      return messageIndex.put(messages, { ...message, life: { ...life, ...arrives } });
    }, world.messages);
}

function isTooOld({ acceptedAt, content }: Outbound, now: number): boolean {
  const isCode = content.type === "template" && content.category === "AUTHENTICATION";
  return now - acceptedAt >= (isCode ? codeTimeToLive : timeToLive);
}
