import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { GraphId, Time, WaId } from "./schema-parts";

/** What a contact does with the messages it gets. */
export const BehaviourSchema = v.picklist([
  "reads_at_once",
  "reads_late",
  "never_reads",
  /** Messages stay at `sent` until the phone is on again. After their time to live they are dropped silently. */
  "phone_off",
  /** No WhatsApp on this number: 131026. */
  "no_whatsapp",
]);

/** Who blocked whom: the contact the business (131026), the business the contact (130403), or nobody. */
export const BlockSchema = v.nullable(v.picklist(["contact", "business"]));

/** How marketing templates fare: `stopped` fails with 131050, `held_out` (Meta's experiment) with 130472. */
export const MarketingSchema = v.picklist(["accepts", "stopped", "held_out"]);

/** The state between one business number and one contact. */
const ConversationSchema = v.strictObject({
  phoneNumberId: GraphId,
  /** The contact's last message. The customer service window ends 24 h later. `null`: never wrote. */
  lastInboundAt: v.nullable(Time),
  /** When the full burst of the pair limit is available again (`messages/limits.ts`). */
  pairFreeAt: Time,
});

export const ContactSchema = v.strictObject({
  waId: WaId,
  /** `null`: the person shows no name. */
  profileName: v.nullable(v.string()),
  behaviour: BehaviourSchema,
  blockedBy: BlockSchema,
  marketing: MarketingSchema,
  conversations: v.array(ConversationSchema),
  /** When marketing templates that count towards the per-user limit arrived, newest last. Only the last day's. */
  marketingAt: v.array(Time),
  /** The last message that counts towards the business portfolio's limit, or `null`. */
  reachedAt: v.nullable(Time),
});

export type Contact = DeepReadonly<v.InferOutput<typeof ContactSchema>>;
export type Conversation = DeepReadonly<v.InferOutput<typeof ConversationSchema>>;

/** The default contact for an unknown number: it has WhatsApp and reads what arrives. */
export function strangerContact(waId: string): Contact {
  return {
    waId,
    profileName: null,
    behaviour: "reads_at_once",
    blockedBy: null,
    marketing: "accepts",
    conversations: [],
    marketingAt: [],
    reachedAt: null,
  };
}

/** The conversation with one business number, or an empty one if there has been none. */
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

/** The customer service window: 24 h from the customer's last message (Meta, "send messages"). */
export const windowLength = 24 * 3_600_000;

/** Whether free text may be sent at `now`. */
export function windowIsOpen(conversation: Conversation, now: number): boolean {
  return conversation.lastInboundAt !== null && now - conversation.lastInboundAt < windowLength;
}
