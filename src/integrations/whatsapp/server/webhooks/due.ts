import { setTimeout as pause } from "node:timers/promises";
import { type Message, messageIndex, stepsOf, type World } from "../../simulator/page";
import type { GraphWorld } from "../served-world";
import { type WebhookNotice, webhookBody, webhookText } from "./body";
import { changesBetween } from "./changes";
import { type DeliveryEffects, WebhookQueue } from "./delivery";
import { type Subscription, subscriberAt } from "./subscriber";

/**
 * What came due between two states of the same world, in order of simulated time: steps that messages reached (all but
 * `accepted`, which was in the response to the send) and customers' messages. Pure. @internal
 */
export function noticesBetween(before: World, after: World): readonly WebhookNotice[] {
  const notices: WebhookNotice[] = [];
  for (const [at, chunk] of after.messages.entries()) {
    // Most pieces are old, unchanged, and have nothing to come.
    if (chunk === before.messages[at] && settledAt(chunk) <= before.clock) continue;
    for (const message of chunk) notices.push(...noticesOf(message, before, after));
  }
  return notices.sort((one, other) => one.at - other.at);
}

function noticesOf(message: Message, before: World, after: World): readonly WebhookNotice[] {
  const isNew = messageIndex.find(before.messages, message.id) === undefined;
  if (message.direction === "inbound") {
    return isNew ? [{ kind: "inbound", at: message.receivedAt, message }] : [];
  }
  const told = isNew ? 1 : stepsOf(message.acceptedAt, message.life, before.clock).length;
  return stepsOf(message.acceptedAt, message.life, after.clock)
    .slice(told)
    .map((step) => ({ kind: "status", at: step.at, message, step }));
}

const settled = new WeakMap<readonly Message[], number>();

/** When the last of a piece's messages takes its last step. Cached, since a piece never changes. */
function settledAt(chunk: readonly Message[]): number {
  const known = settled.get(chunk);
  if (known !== undefined) return known;
  const latest = Math.max(0, ...chunk.map(lastStepAt));
  settled.set(chunk, latest);
  return latest;
}

function lastStepAt(message: Message): number {
  if (message.direction === "inbound") return message.receivedAt;
  return stepsOf(message.acceptedAt, message.life, Number.POSITIVE_INFINITY).at(-1)?.at ?? 0;
}

/**
 * Sends a subscriber webhooks about what happens in a world from now on, in the shape of a Graph version. Starts with
 * `waiting`, the bodies that an earlier server could not deliver. Returns the running queue, which the caller must stop.
 */
export function sendWebhooks(
  world: GraphWorld,
  subscription: Subscription & { readonly version: number },
  tell: DeliveryEffects["tell"],
  waiting: readonly string[] = [],
): WebhookQueue {
  const delivery = new WebhookQueue(subscriberAt(subscription), {
    pause: (ms, signal) => pause(ms, undefined, { signal }),
    tell,
  });
  delivery.add(waiting);
  world.tellBy((before, after) => webhookTexts(before, after, subscription.version));
  world.onChange((_before, _after, webhooks) => delivery.add(webhooks));
  delivery.begin();
  return delivery;
}

/** The webhook bodies for what happened between two states of a world, in order of simulated time. */
function webhookTexts(before: World, after: World, version: number): readonly string[] {
  const messages = noticesBetween(before, after).map((notice) => ({
    at: notice.at,
    body: webhookBody(after, notice, version),
  }));
  const all = [...messages, ...changesBetween(before, after)].sort((one, other) => one.at - other.at);
  return all.map(({ body }) => webhookText(body));
}
