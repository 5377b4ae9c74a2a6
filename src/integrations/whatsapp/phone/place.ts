/** Which chat the phone shows. */
import { contactIndex, type Outbound, type World } from "../simulator/page";

/** What the phone shows: a business number's conversations, or one of them. */
export interface PhonePlace {
  /** Absent, or no longer there: the world's first number. */
  readonly phoneNumberId?: string;
  /** The customer. Without one, the list is shown. */
  readonly waId?: string;
  /** The chat that was left last: its place in the list gets the focus back. */
  readonly left?: string;
  readonly message?: string | null;
  /** Whether the person opened this chat, so that the focus goes along. */
  readonly chosen?: boolean;
}

/** The message that the business sent last, or `null`. */
export function newestSent({ messages }: World): Outbound | null {
  for (const chunk of messages.toReversed()) {
    const found = chunk.findLast((message) => message.direction === "outbound");
    if (found?.direction === "outbound") return found;
  }
  return null;
}

/** The chat with the first contact to whom a script's text writes (`to = "15551234567"`); else the list. */
export function placeFor(source: string, { contacts }: World): PhonePlace {
  for (const [, digits = ""] of source.matchAll(/\bto\s*=\s*["']\+?(\d{5,16})["']/g)) {
    if (contactIndex.find(contacts, digits) !== undefined) return { waId: digits };
  }
  return {};
}
