import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { contactIndex } from "../world/lookup";
import type { World } from "../world/world";

/** Twenty digits, as in Meta's examples: a WhatsApp ID has at most 16, so each has its own. */
const digits = 20;
const modulus = 10n ** BigInt(digits);

/** A factor without 2 and 5 can be undone; this one spreads the numbers over all twenty digits. */
const factor = 48_271_828_182_845_904_523n;
const undoing = inverse(factor, modulus);

/**
 * A contact's business-scoped user ID, `US.13491208655302741918`: its country and a number that is the portfolio's own.
 * Worked out from the WhatsApp ID and the business, so that it need not be kept. Without a country of its own (fictional
 * numbers) the first of its calling code, or `ZZ`.
 */
export function userIdOf(world: World, waId: string): string {
  const number = (BigInt(waId) * factor + BigInt(world.business.id)) % modulus;
  return `${countryOf(waId)}.${String(number).padStart(digits, "0")}`;
}

/** The contact's WhatsApp ID behind its user ID; null when it is nobody's whom this business knows. */
export function waIdOfUser(world: World, userId: string): string | null {
  const number = new RegExp(`^[A-Z]{2}\\.(\\d{${digits}})$`).exec(userId)?.[1];
  if (number === undefined) return null;
  const scattered = (BigInt(number) - (BigInt(world.business.id) % modulus) + modulus) % modulus;
  const waId = String((scattered * undoing) % modulus);
  const isKnown = contactIndex.find(world.contacts, waId) !== undefined;
  return isKnown && userIdOf(world, waId) === userId ? waId : null;
}

function countryOf(waId: string): string {
  const number = parsePhoneNumberFromString(`+${waId}`);
  return number?.country ?? number?.getPossibleCountries()[0] ?? "ZZ";
}

/** By Euclid's extended algorithm. */
function inverse(value: bigint, modulo: bigint): bigint {
  let [before, now] = [modulo, value % modulo];
  let [result, next] = [0n, 1n];
  while (now > 1n) {
    const quotient = before / now;
    [before, now] = [now, before % now];
    [result, next] = [next, result - quotient * next];
  }
  return ((next % modulo) + modulo) % modulo;
}
