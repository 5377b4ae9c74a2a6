import type { PhoneNumber } from "../phone-number";
import type { Contact } from "../world/contact";
import type { Life, Outbound } from "../world/message";
import type { World } from "../world/world";

type Business = World["business"];

const day = 24 * 3_600_000;

/** People are counted in ten-minute spans, which keeps a day's list short: a person counts for a day, or up to a span less. */
const span = 10 * 60_000;

const limits = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
} as const satisfies Record<Business["messagingLimit"], number>;

/** Whether another message to this contact would exceed the portfolio's limit. People reached within the day count once. */
export function isBeyondLimit(business: Business, contact: Contact, now: number): boolean {
  const limit = limits[business.messagingLimit];
  if (limit === Number.POSITIVE_INFINITY || isCounted(contact, now)) return false;
  return reachedPeople(business, now) >= limit;
}

/** How many different people the business has reached outside their windows within a day. @internal */
export function reachedPeople(business: Business, now: number): number {
  return recent(business, now).reduce((total, one) => total + one.count, 0);
}

/** Whether a message counts towards the limit: delivered to someone whose window was closed. */
export function countsAsReached({ life, windowOpen }: Outbound): boolean {
  return isDelivered(life) && !windowOpen;
}

/** The business after it has reached a contact: each counts once, with the latest message. */
export function withReached(business: Business, contact: Contact, now: number): Business {
  const since = spanOf(now);
  const before = contact.reachedAt !== null && isCounted(contact, now) ? spanOf(contact.reachedAt) : null;
  if (before === since) return business;
  const kept = recent(business, now)
    .map((one) => (one.since === before ? { ...one, count: Math.max(0, one.count - 1) } : one))
    .filter((one) => one.count > 0);
  const last = kept.at(-1);
  const reached =
    last?.since === since ? kept.with(-1, { since, count: last.count + 1 }) : [...kept, { since, count: 1 }];
  return { ...business, reached };
}

function recent(business: Business, now: number): Business["reached"] {
  return business.reached.filter((one) => now - one.since < day);
}

function isCounted(contact: Contact, now: number): boolean {
  return contact.reachedAt !== null && now - spanOf(contact.reachedAt) < day;
}

function spanOf(time: number): number {
  return time - (time % span);
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

/** Whether Meta keeps a marketing message from this contact (131049). */
export function isMarketingHeld(
  world: World,
  contact: Contact,
  number: PhoneNumber,
  windowOpen: boolean,
): boolean {
  // Since 2025-04-01 no marketing template reaches a US number; fictional +1 555 numbers count as such.
  if (number.callingCode === "1" && (number.country === null || number.country === "US")) return true;
  if (windowOpen || unlimitedCodes.has(number.callingCode)) return false;
  return recentMarketing(contact, world.clock).length >= world.rules.marketingPerDay;
}

/** When the contact got marketing messages that count, within the last day. */
export function recentMarketing(contact: Contact, now: number): readonly number[] {
  return contact.marketingAt.filter((time) => now - time < day);
}

/** Whether a message counts towards the contact's marketing limit: delivered, marketing, outside the window. */
export function countsAsMarketing({ content, life, windowOpen }: Outbound): boolean {
  return content.type === "template" && content.category === "MARKETING" && isDelivered(life) && !windowOpen;
}

/** Whether a message reaches a phone. */
function isDelivered(life: Life): boolean {
  return life.end === "arrives" && life.deliveredAt !== null;
}
