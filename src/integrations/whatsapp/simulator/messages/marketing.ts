import type { PhoneNumber } from "../phone-number";
import type { Contact } from "../world/contact";
import type { Life, Outbound } from "../world/message";
import type { World } from "../world/world";

/** A day, over which marketing messages to one contact are counted. */
const period = 24 * 3_600_000;

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

/** When marketing messages that count came to the contact within the last day. */
export function recentMarketing(contact: Contact, now: number): readonly number[] {
  return contact.marketingAt.filter((time) => now - time < period);
}

/** Whether a message counts towards the contact's marketing limit: delivered, marketing, outside the window. */
export function countsAsMarketing({ content, life, windowOpen }: Outbound): boolean {
  return content.type === "template" && content.category === "MARKETING" && isDelivered(life) && !windowOpen;
}

/** Whether a message reaches a phone. */
export function isDelivered(life: Life): boolean {
  return life.end === "arrives" && life.deliveredAt !== null;
}
