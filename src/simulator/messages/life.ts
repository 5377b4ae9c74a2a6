import type { ErrorCode } from "../graph/error-table";
import { errorRow } from "../graph/error-table";
import type { Random } from "../random";
import type { Contact } from "../world/contact";
import type { Content, Life, Outbound } from "../world/message";
import type { World } from "../world/world";
import type { PhoneNumber } from "./phone";

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
  windowOpen: boolean,
  random: Random,
): Life {
  const now = world.clock;
  const code = failureOf(world, contact, number, content, windowOpen);
  if (code !== null) {
    return {
      end: "fails",
      failedAt: now + random.int(300, 1_500),
      code,
      details: errorRow(code).details ?? errorRow(code).title,
    };
  }
  const sentAt = now + random.int(20, 80);
  const deliveredAt = sentAt + random.int(300, 1_500);
  return { end: "arrives", sentAt, deliveredAt, readAt: readTime(contact, deliveredAt, random) };
}

function readTime(contact: Contact, deliveredAt: number, random: Random): number | null {
  if (contact.behaviour === "never_reads") return null;
  const [low, high] = contact.behaviour === "reads_late" ? [10 * 60_000, 45 * 60_000] : [500, 3_000];
  return deliveredAt + random.int(low, high);
}

/** The error that Meta reports later, by webhook; null when the message arrives. */
function failureOf(
  world: World,
  contact: Contact,
  number: PhoneNumber,
  content: Content,
  windowOpen: boolean,
): ErrorCode | null {
  if (contact.behaviour === "no_whatsapp" || contact.behaviour === "blocked_the_business") return 131026;
  if (contact.behaviour === "blocked_by_the_business") return 130403;
  if (content.type === "text") return windowOpen ? null : 131047;
  if (content.category !== "MARKETING") return null;
  if (contact.marketing === "stopped") return 131050;
  return marketingHeld(world, contact, number, windowOpen) ? 131049 : null;
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

/** Whether a message counts towards the contact's marketing limit: delivered, marketing, outside the window. */
export function countsAsMarketing(message: Outbound): boolean {
  const { content, life, windowOpen } = message;
  return (
    content.type === "template" && content.category === "MARKETING" && life.end === "arrives" && !windowOpen
  );
}
