import { setTimeout as pause } from "node:timers/promises";
import type { GraphWorld } from "../served-world";
import { webhookBody } from "./body";
import { type DeliveryEffects, WebhookQueue } from "./delivery";
import { noticesBetween } from "./due";
import { type Subscription, subscriberAt } from "./subscriber";

/**
 * Lets a subscriber hear what happens in a world from now on, in the webhook shape of a Graph version; first `waiting`, the
 * bodies that an earlier server could not deliver. Gives the running delivery, to be stopped in the end.
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
  world.onChange((before, after) => {
    // Nothing has happened yet in a world that was just put in place.
    if (before === null) return;
    const notices = noticesBetween(before, after);
    delivery.add(notices.map((notice) => JSON.stringify(webhookBody(after, notice, subscription.version))));
  });
  delivery.begin();
  return delivery;
}
