/** Which chat the phone shows. */
import { contactIndex, type Message, type Outbound, type World } from "../simulator/page";

/** What the phone shows: a business number's conversations, or one of them. */
export interface PhonePlace {
  /** If absent or gone, the world's first number. */
  readonly phoneNumberId?: string;
  /** The customer. Without one, the list is shown. */
  readonly waId?: string;
  /** The chat that was left last: its row in the list gets the focus. */
  readonly left?: string;
  readonly message?: string | null;
  /** Whether the person opened this chat, so the focus moves there. */
  readonly chosen?: boolean;
}

/** The message that the business sent last, or `null`. */
export function newestSent({ messages }: World): Outbound | null {
  // From the end and without a copy: this runs at each change of the world.
  const sent = (message: Message) => message.direction === "outbound";
  const newest = messages.findLast((chunk) => chunk.some(sent))?.findLast(sent);
  return newest?.direction === "outbound" ? newest : null;
}

/** The chat with the first contact that a script's text writes to (`to = "15551234567"`), or the list. */
export function placeFor(source: string, { contacts }: World): PhonePlace {
  for (const [, digits = ""] of source.matchAll(/\bto\s*=\s*["']\+?(\d{5,16})["']/g)) {
    if (contactIndex.find(contacts, digits) !== undefined) return { waId: digits };
  }
  return {};
}

/**
 * The key of a place, as used in addresses and `jumps.chat`: `15551234567` is a chat of the world's first number,
 * `support/15551234567` one of the account `support`, `support` its list, and the empty string the first number's list.
 */
export function keyOfPlace({ phoneNumberId, waId }: PhonePlace, { accounts }: World): string {
  const [first] = accounts;
  const account = accounts.find((one) => one.phoneNumberId === phoneNumberId) ?? first;
  return [account === first ? undefined : account?.name, waId].filter((part) => part !== undefined).join("/");
}

/** The place that a key names, or `null` if this world has no such account or customer. */
export function placeOfKey(key: string, { accounts, contacts, messages }: World): PhonePlace | null {
  const parts = key === "" ? [] : key.split("/");
  const waId = /^\d/.test(parts.at(-1) ?? "") ? parts.pop() : undefined;
  const name = parts.shift();
  const account = name === undefined ? accounts[0] : accounts.find((one) => one.name === name);
  if (parts.length > 0 || (account === undefined && name !== undefined)) return null;
  const number = account === undefined ? {} : { phoneNumberId: account.phoneNumberId };
  if (waId === undefined) return number;
  const known =
    contactIndex.find(contacts, waId) !== undefined || messages.flat().some((one) => one.waId === waId);
  return known ? { ...number, waId } : null;
}
