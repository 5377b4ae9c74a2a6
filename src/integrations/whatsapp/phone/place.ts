/** Which chat the phone shows. */
import { contactIndex, type Message, type Outbound, type World } from "../simulator/page";

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
  // From the end, and without a copy: this is asked at each change of the world.
  const sent = (message: Message) => message.direction === "outbound";
  const newest = messages.findLast((chunk) => chunk.some(sent))?.findLast(sent);
  return newest?.direction === "outbound" ? newest : null;
}

/** The chat with the first contact to whom a script's text writes (`to = "15551234567"`); else the list. */
export function placeFor(source: string, { contacts }: World): PhonePlace {
  for (const [, digits = ""] of source.matchAll(/\bto\s*=\s*["']\+?(\d{5,16})["']/g)) {
    if (contactIndex.find(contacts, digits) !== undefined) return { waId: digits };
  }
  return {};
}
