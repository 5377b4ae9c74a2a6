import type { ErrorCode } from "../graph/error-table";
import { errorRow } from "../graph/error-table";
import type { Random } from "../random";
import type { Contact } from "../world/contact";
import type { Content, Life, Outbound, Pricing } from "../world/message";
import type { World } from "../world/world";
import { isUnreachable } from "./media-link";
import type { Hold } from "./pacing";
import type { PhoneNumber } from "./phone";
import { isBeyondLimit } from "./portfolio";

/** What else decides about a message that is being accepted. */
interface Circumstances {
  readonly windowOpen: boolean;
  readonly pricing: Pricing;
  /** How its template's pacing holds it back; null: not at all. */
  readonly hold: Hold | null;
}

const heldBack =
  "The message was held for quality assessment and is dropped: the template got low quality feedback and is paused.";

/** A day, over which marketing messages to one contact are counted. */
export const marketingPeriod = 24 * 3_600_000;

/**
 * What will become of a message accepted now: settled here by the contact's behaviour and the window, so that later
 * changes of either never turn a status back. Times are drawn; `sent` comes before the next call can (calls take 80 ms).
 */
export function lifeOf(
  world: World,
  contact: Contact,
  number: PhoneNumber,
  content: Content,
  { windowOpen, pricing, hold }: Circumstances,
  random: Random,
): Life {
  if (hold?.outcome === "dropped") {
    return { end: "fails", failedAt: hold.until, code: 132015, details: heldBack };
  }
  const from = hold?.until ?? world.clock;
  const code = failureOf(world, contact, number, content, { windowOpen, pricing });
  if (code !== null) {
    return {
      end: "fails",
      failedAt: from + random.int(300, 1_500),
      code,
      details: errorRow(code).details ?? errorRow(code).title,
    };
  }
  const sentAt = from + random.int(20, 80);
  return { end: "arrives", sentAt, ...arrival(contact.behaviour, sentAt, random) };
}

/** When a message that leaves at `from` is delivered and read by somebody who behaves so. */
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

/** The error that Meta reports later, by webhook; null when the message arrives. */
function failureOf(
  world: World,
  contact: Contact,
  number: PhoneNumber,
  content: Content,
  { windowOpen, pricing }: Omit<Circumstances, "hold">,
): ErrorCode | null {
  if (contact.behaviour === "no_whatsapp" || contact.blockedBy === "contact") return 131026;
  if (contact.blockedBy === "business") return 130403;
  if (content.type === "text") return windowOpen ? null : 131047;
  const media = content.rendered.header;
  if (media !== null && "source" in media && isUnreachable(media.format, media.source)) return 131053;
  // No authentication template reaches India (Meta's error page, 131026).
  if (content.category === "AUTHENTICATION" && number.callingCode === "91") return 131026;
  if (pricing.billable && world.waba.state === "payment_problem") return 131042;
  if (content.category === "MARKETING") {
    if (contact.marketing === "stopped") return 131050;
    if (contact.marketing === "held_out") return 130472;
    if (marketingHeld(world, contact, number, windowOpen)) return 131049;
  }
  return !windowOpen && isBeyondLimit(world.business, contact, world.clock) ? 131048 : null;
}

/**
 * Calling codes without the per-user marketing limit: EEA, United Kingdom, Japan, South Korea (Meta, per-user limits).
 * By code rather than country, since reserved numbers belong to no country in the number plans.
 */
const unlimitedCodes = new Set(
  (
    "43 32 359 357 420 49 45 372 34 358 33 30 385 36 353 354 39 423 370 352 371 356 31 47 48 351 40 46 386 421 " +
    "44 81 82"
  ).split(" "),
);

function marketingHeld(world: World, contact: Contact, number: PhoneNumber, windowOpen: boolean): boolean {
  // Since 2025-04-01 no marketing template reaches a US number; fictional +1 555 numbers count as such.
  if (number.callingCode === "1" && (number.country === null || number.country === "US")) return true;
  if (windowOpen || unlimitedCodes.has(number.callingCode)) return false;
  return recentMarketing(contact, world.clock).length >= world.rules.marketingPerDay;
}

/** When marketing messages that count came to the contact within the last day. */
export function recentMarketing(contact: Contact, now: number): readonly number[] {
  return contact.marketingAt.filter((time) => now - time < marketingPeriod);
}

/** Whether a message reaches a phone. */
export function isDelivered(life: Life): boolean {
  return life.end === "arrives" && life.deliveredAt !== null;
}

/** Whether a message counts towards the contact's marketing limit: delivered, marketing, outside the window. */
export function countsAsMarketing(message: Outbound): boolean {
  const { content, life, windowOpen } = message;
  return content.type === "template" && content.category === "MARKETING" && isDelivered(life) && !windowOpen;
}
