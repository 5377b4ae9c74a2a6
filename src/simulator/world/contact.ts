import * as v from "valibot";
import type { DeepReadonly } from "./readonly";
import { GraphId, Time, WaId } from "./schema-parts";

/** What a contact does with the messages it gets. */
export const BehaviourSchema = v.picklist([
  "reads_at_once",
  "reads_late",
  "never_reads",
  /** The contact blocked the business: 131026. */
  "blocked_the_business",
  /** The business blocked the contact: 130403. */
  "blocked_by_the_business",
  /** No WhatsApp on this number: 131026. */
  "no_whatsapp",
]);

/** What one business number and one contact have between them. */
const ConversationSchema = v.strictObject({
  phoneNumberId: GraphId,
  /** The contact's last message; the customer service window ends 24 h later. Null: never wrote. */
  lastInboundAt: v.nullable(Time),
  /** When the whole burst of the pair limit is there again (`messages/limits.ts`). */
  pairFreeAt: Time,
});

export const ContactSchema = v.strictObject({
  waId: WaId,
  /** Null: the person shows no name. */
  profileName: v.nullable(v.string()),
  behaviour: BehaviourSchema,
  /** `stopped`: marketing templates fail with 131050. */
  marketing: v.picklist(["accepts", "stopped"]),
  conversations: v.array(ConversationSchema),
  /** When marketing templates that count towards the per-user limit came, newest last; only the last day's. */
  marketingAt: v.array(Time),
});

export type Contact = DeepReadonly<v.InferOutput<typeof ContactSchema>>;
export type Conversation = DeepReadonly<v.InferOutput<typeof ConversationSchema>>;

/** What a number that nobody described does: it has WhatsApp and reads what comes. */
export function strangerContact(waId: string): Contact {
  return {
    waId,
    profileName: null,
    behaviour: "reads_at_once",
    marketing: "accepts",
    conversations: [],
    marketingAt: [],
  };
}

/** The conversation with one business number; an empty one when they never spoke. */
export function conversationWith(contact: Contact, phoneNumberId: string): Conversation {
  return (
    contact.conversations.find((one) => one.phoneNumberId === phoneNumberId) ?? {
      phoneNumberId,
      lastInboundAt: null,
      pairFreeAt: 0,
    }
  );
}

/** The contact with this conversation in place of the one with the same business number. */
export function withConversation(contact: Contact, conversation: Conversation): Contact {
  const others = contact.conversations.filter((one) => one.phoneNumberId !== conversation.phoneNumberId);
  return { ...contact, conversations: [...others, conversation] };
}
