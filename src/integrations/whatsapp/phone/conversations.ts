/** The world's messages as conversations. */
import { type Contact, contactIndex, type Message, type World } from "../simulator/page";
import { endOfDay } from "./clock";
import { unformatted } from "./whatsapp-text";

/** The messages between a business number and a customer, oldest first. */
export interface Chat {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly name: string;
  readonly messages: readonly Message[];
  /** The customer's last messages that the business has neither marked as read nor answered. */
  readonly unread: number;
}

type ByContact = ReadonlyMap<string, readonly Message[]>;

const grouped = new WeakMap<World["messages"], ReadonlyMap<string, ByContact>>();

/** The world's messages by phone number ID and WhatsApp ID. Computed once for each list. */
function byNumber(messages: World["messages"]): ReadonlyMap<string, ByContact> {
  const known = grouped.get(messages);
  if (known !== undefined) return known;
  const numbers = new Map<string, Map<string, Message[]>>();
  for (const chunk of messages) {
    for (const message of chunk) {
      const contacts = numbers.get(message.phoneNumberId) ?? new Map<string, Message[]>();
      if (contacts.size === 0) numbers.set(message.phoneNumberId, contacts);
      const chat = contacts.get(message.waId);
      if (chat === undefined) contacts.set(message.waId, [message]);
      else chat.push(message);
    }
  }
  grouped.set(messages, numbers);
  return numbers;
}

/** The conversations of a business number, the one with the newest message first. */
export function chatsOf(world: World, phoneNumberId: string): readonly Chat[] {
  const chats = [...(byNumber(world.messages).get(phoneNumberId) ?? [])].map(([waId, messages]) => ({
    phoneNumberId,
    waId,
    name: nameOf(contactIndex.find(world.contacts, waId), waId),
    messages,
    unread: unreadOf(messages),
  }));
  return chats.sort((a, b) => timeOf(b.messages.at(-1)) - timeOf(a.messages.at(-1)));
}

/** One conversation. Has no messages if the two never wrote. */
export function chatWith(world: World, phoneNumberId: string, waId: string): Chat {
  const messages = byNumber(world.messages).get(phoneNumberId)?.get(waId) ?? [];
  const name = nameOf(contactIndex.find(world.contacts, waId), waId);
  return { phoneNumberId, waId, name, messages, unread: unreadOf(messages) };
}

/** How many unread messages a business number has in all conversations. */
export function unreadAt(world: World, phoneNumberId: string): number {
  let total = 0;
  for (const messages of byNumber(world.messages).get(phoneNumberId)?.values() ?? []) {
    total += unreadOf(messages);
  }
  return total;
}

function unreadOf(messages: readonly Message[]): number {
  let unread = 0;
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at];
    if (message?.direction !== "inbound" || message.readAt !== null) break;
    unread += 1;
  }
  return unread;
}

/** The profile name, or the number of a person who shows none. */
export function nameOf(contact: Contact | undefined, waId: string): string {
  return contact?.profileName ?? `+${waId}`;
}

/** When a message was sent, in Unix milliseconds, or 0 for `undefined`. */
export function timeOf(message: Message | undefined): number {
  if (message === undefined) return 0;
  return message.direction === "outbound" ? message.acceptedAt : message.receivedAt;
}

/** A message's text in one line, without formatting. */
export function wordsOf(message: Message): string {
  if (message.direction === "inbound") {
    return message.content.type === "text" ? unformatted(message.content.body) : message.content.text;
  }
  const { content } = message;
  if (content.type === "text") return unformatted(content.body);
  const { header, body } = content.rendered;
  const above = header === null ? "" : header.format === "TEXT" ? header.text : headerWords[header.format];
  return [above, unformatted(body)].filter((part) => part !== "").join(" · ");
}

/** Words for a header that is not text. */
export const headerWords = {
  IMAGE: "Picture",
  VIDEO: "Video",
  DOCUMENT: "Document",
  LOCATION: "Place",
} as const;

export type Row =
  | { readonly kind: "day"; readonly at: number }
  | { readonly kind: "message"; readonly message: Message; readonly index: number };

const made = new WeakMap<readonly Message[], readonly Row[]>();

/** The rows of a list of messages, oldest first. Computed once for each list. */
export function rowsOf(messages: readonly Message[]): readonly Row[] {
  const cached = made.get(messages);
  if (cached !== undefined) return cached;
  const rows: Row[] = [];
  let end = 0;
  for (const [index, message] of messages.entries()) {
    const at = timeOf(message);
    if (at >= end) {
      rows.push({ kind: "day", at });
      end = endOfDay(at);
    }
    rows.push({ kind: "message", message, index });
  }
  made.set(messages, rows);
  return rows;
}
