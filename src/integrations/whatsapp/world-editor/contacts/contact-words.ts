/** What a contact does with messages, in plain words. */
import { windowIsOpen, windowLength } from "../../simulator/messages/window";
import { type Contact, conversationWith } from "../../simulator/world/contact";
import type { World } from "../../simulator/world/world";
import { contactName } from "./contact-draft";

interface Words<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it means for a script that writes to this contact. */
  readonly means: string;
}

export const behaviours: readonly Words<Contact["behaviour"]>[] = [
  {
    value: "reads_at_once",
    label: "Reads at once",
    means: "Messages are delivered after about a second and read within three more.",
  },
  {
    value: "reads_late",
    label: "Reads late",
    means: "Messages are delivered after about a second and read 10 to 45 minutes later.",
  },
  {
    value: "never_reads",
    label: "Never reads",
    means: "Messages are delivered and stay unread, as with read receipts switched off.",
  },
  {
    value: "phone_off",
    label: "Phone is off",
    means: "Messages stay at sent until it is on again; after 30 days (codes: 10 minutes) they are dropped.",
  },
  {
    value: "no_whatsapp",
    label: "Has no WhatsApp",
    means: "Messages are accepted and then fail with 131026.",
  },
];

export const blocks: readonly Words<"nobody" | "contact" | "business">[] = [
  { value: "nobody", label: "Nobody", means: "Messages go both ways." },
  {
    value: "contact",
    label: "The contact blocked the business",
    means: "Messages are accepted and then fail with 131026; the business is not told why.",
  },
  {
    value: "business",
    label: "The business blocked the contact",
    means: "Messages are accepted and then fail with 130403.",
  },
];

export const marketingChoices: readonly Words<Contact["marketing"]>[] = [
  {
    value: "accepts",
    label: "Accepted",
    means: "Marketing templates arrive, within the limit a day; to US numbers none does (131049).",
  },
  { value: "stopped", label: "Stopped by the contact", means: "Marketing templates fail with 131050." },
  {
    value: "held_out",
    label: "Held out by Meta's experiment",
    means: "Marketing templates fail with 130472.",
  },
];

/** The words of a value of one of the lists above. */
export function wordsOf<Value extends string>(list: readonly Words<Value>[], value: Value): Words<Value> {
  const found = list.find((one) => one.value === value);
  if (found === undefined) throw new Error(`There are no words for ${value}.`);
  return found;
}

/** What sets a contact apart, for its row: `Reads late · stopped marketing`. */
export function traits(contact: Contact): string {
  const parts = [wordsOf(behaviours, contact.behaviour).label];
  if (contact.blockedBy === "contact") parts.push("blocked the business");
  if (contact.blockedBy === "business") parts.push("blocked by the business");
  if (contact.marketing === "stopped") parts.push("stopped marketing");
  if (contact.marketing === "held_out") parts.push("held out of marketing");
  return parts.join(" · ");
}

/** How the customer service window with one number stands: `Open for 21 h 58 min more`. */
export function windowWords(world: World, contact: Contact, phoneNumberId: string): string {
  const conversation = conversationWith(contact, phoneNumberId);
  if (conversation.lastInboundAt === null) return "Never wrote: only templates reach.";
  if (!windowIsOpen(conversation, world.clock)) return "Closed: only templates reach.";
  const minutes = Math.floor((conversation.lastInboundAt + windowLength - world.clock) / 60_000);
  return `Open for ${Math.floor(minutes / 60)} h ${minutes % 60} min more.`;
}

/** The contacts whose name or number contains what was typed; blanks and case do not count. */
export function filterContacts(contacts: readonly Contact[], typed: string): readonly Contact[] {
  const wanted = typed.toLowerCase().replaceAll(/\s/g, "");
  if (wanted === "") return contacts;
  return contacts.filter((contact) =>
    `${contactName(contact)} +${contact.waId}`.toLowerCase().replaceAll(/\s/g, "").includes(wanted),
  );
}
