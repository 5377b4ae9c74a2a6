import { afterChange } from "../messages/arrival";
import { decidePacing, pacedOnce } from "../messages/pacing";
import { countsAsMarketing, countsAsReached, recentMarketing, withReached } from "../messages/portfolio";
import { managementPeriod, pairFreeAfter, throughputPeriod, useOnce, type WorldAccount } from "./account";
import { conversationWith, strangerContact, withConversation } from "./contact";
import type { WorldEvent } from "./event";
import { contactIndex, messageIndex } from "./lookup";
import type { Inbound, Outbound } from "./message";
import { latestClock } from "./schema-parts";
import type { World } from "./world";

/**
 * The world after an event. Pure; shares with the old world whatever did not change. An event that cannot be (an unknown
 * number, an id that is taken) leaves the world as it is: events come out of an untrusted worker.
 */
export function apply(world: World, event: WorldEvent): World {
  switch (event.type) {
    case "call_answered": {
      const calls = { ...world.calls, [event.operation]: world.calls[event.operation] + 1 };
      return decidePacing({ ...world, clock: later(world, event.latencyMs), calls });
    }
    case "contact_changed": {
      const contact = contactIndex.find(world.contacts, event.waId) ?? strangerContact(event.waId);
      const changed = { ...contact, ...event.change };
      return {
        ...world,
        contacts: contactIndex.put(world.contacts, changed),
        messages: afterChange(world, contact, changed.behaviour),
      };
    }
    case "time_passed":
      return decidePacing({ ...world, clock: later(world, event.ms) });
    case "message_accepted":
      return accepted(world, event.message);
    case "message_received":
      return received(world, event.message);
    case "message_marked_read": {
      const message = messageIndex.find(world.messages, event.id);
      if (message?.direction !== "inbound" || message.readAt !== null) return world;
      return { ...world, messages: messageIndex.put(world.messages, { ...message, readAt: event.at }) };
    }
    case "management_called":
      return withAccount(world, event.phoneNumberId, (account) => ({
        ...account,
        usage: {
          ...account.usage,
          management: useOnce(account.usage.management, event.at, managementPeriod),
        },
      }));
  }
}

function later(world: World, ms: number): number {
  return Math.min(world.clock + ms, latestClock);
}

function accepted(world: World, message: Outbound): World {
  if (isImpossible(world, message)) return world;
  const contact = contactIndex.find(world.contacts, message.waId) ?? strangerContact(message.waId);
  const conversation = conversationWith(contact, message.phoneNumberId);
  const pairFreeAt = pairFreeAfter(conversation.pairFreeAt, message.acceptedAt);
  const recent = recentMarketing(contact, message.acceptedAt);
  const reaches = countsAsReached(message);
  const updated = {
    ...withConversation(contact, { ...conversation, pairFreeAt }),
    marketingAt: countsAsMarketing(message) ? [...recent, message.acceptedAt] : recent,
    reachedAt: reaches ? message.acceptedAt : contact.reachedAt,
  };
  return {
    ...withThroughput(world, message.phoneNumberId, message.acceptedAt),
    business: reaches ? withReached(world.business, contact, message.acceptedAt) : world.business,
    pacing: pacedOnce(world, message),
    contacts: contactIndex.put(world.contacts, updated),
    messages: messageIndex.append(world.messages, message),
  };
}

/** Opens the window, or keeps it open longer. */
function received(world: World, message: Inbound): World {
  if (isImpossible(world, message)) return world;
  const contact = contactIndex.find(world.contacts, message.waId) ?? strangerContact(message.waId);
  const conversation = conversationWith(contact, message.phoneNumberId);
  const lastInboundAt = Math.max(conversation.lastInboundAt ?? 0, message.receivedAt);
  return {
    ...withThroughput(world, message.phoneNumberId, message.receivedAt),
    contacts: contactIndex.put(world.contacts, withConversation(contact, { ...conversation, lastInboundAt })),
    messages: messageIndex.append(world.messages, message),
  };
}

/** One more message on the number, which counts both ways (Meta, "throughput"). */
function withThroughput(world: World, phoneNumberId: string, at: number): World {
  return withAccount(world, phoneNumberId, (account) => ({
    ...account,
    usage: { ...account.usage, messages: useOnce(account.usage.messages, at, throughputPeriod) },
  }));
}

function isImpossible(world: World, message: Inbound | Outbound): boolean {
  return (
    !world.accounts.some((account) => account.phoneNumberId === message.phoneNumberId) ||
    messageIndex.find(world.messages, message.id) !== undefined
  );
}

function withAccount(
  world: World,
  phoneNumberId: string,
  change: (account: WorldAccount) => WorldAccount,
): World {
  return {
    ...world,
    accounts: world.accounts.map((one) => (one.phoneNumberId === phoneNumberId ? change(one) : one)),
  };
}
