import { afterChange } from "../messages/arrival";
import { decidePacing, pacedOnce } from "../messages/pacing";
import { settlePauses } from "../messages/pauses";
import { countsAsMarketing, countsAsReached, recentMarketing, withReached } from "../messages/portfolio";
import { managementPeriod, pairFreeAfter, throughputPeriod, useOnce, type WorldAccount } from "./account";
import { conversationWith, strangerContact, withConversation } from "./contact";
import type { WorldEvent } from "./event";
import { contactIndex, messageIndex } from "./lookup";
import type { Inbound, Outbound } from "./message";
import { latestClock } from "./schema-parts";
import type { Template } from "./template";
import type { World } from "./world";

/**
 * The world after an event. Pure. Shares unchanged parts with the old world. An impossible event (an unknown number, a duplicate
 * id) leaves the world unchanged: events come from an untrusted worker.
 */
export function apply(world: World, event: WorldEvent): World {
  switch (event.type) {
    case "call_answered": {
      const calls = { ...world.calls, [event.operation]: world.calls[event.operation] + 1 };
      return timePassed({ ...world, calls }, event.latencyMs);
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
      return timePassed(world, event.ms);
    case "template_changed": {
      const { templateId, change } = event;
      const templates = world.templates.map((one) => (one.id === templateId ? withChange(one, change) : one));
      return settlePauses({ ...world, templates }, world.clock);
    }
    case "account_changed":
      return withAccount(world, event.phoneNumberId, (account) => ({ ...account, ...event.change }));
    case "waba_changed":
      return { ...world, waba: { ...world.waba, ...event.change } };
    case "business_changed":
      return { ...world, business: { ...world.business, ...event.change } };
    case "message_accepted":
      return accepted(world, event.message);
    case "message_received":
      return received(world, event.message);
    case "message_marked_read": {
      const message = messageIndex.find(world.messages, event.id);
      return message?.direction === "inbound" ? readUpTo(world, message, event.at) : world;
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

function timePassed(world: World, ms: number): World {
  const clock = Math.min(world.clock + ms, latestClock);
  return settlePauses(decidePacing({ ...world, clock }), world.clock);
}

/** A former category is kept in `previous_category`. */
function withChange(template: Template, change: Partial<Template>): Template {
  const { category = template.category } = change;
  return {
    ...template,
    ...change,
    ...(category === template.category ? {} : { previous_category: template.category }),
  };
}

/** A message marked as read, and with it the earlier ones of its conversation (Meta, "mark messages as read"). */
function readUpTo(world: World, last: Inbound, at: number): World {
  const messages = world.messages
    .flat()
    .filter(
      (one): one is Inbound =>
        one.direction === "inbound" &&
        one.readAt === null &&
        one.phoneNumberId === last.phoneNumberId &&
        one.waId === last.waId &&
        one.receivedAt <= last.receivedAt,
    )
    .reduce(
      (all, one) => messageIndex.put(all, { ...one, readAt: Math.max(at, one.receivedAt) }),
      world.messages,
    );
  return messages === world.messages ? world : { ...world, messages };
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

/** Counts one more message on the number, in either direction (Meta, "throughput"). */
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
