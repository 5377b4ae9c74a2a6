/** Contacts in the world editor: labels, fields and checks. */
import * as form from "../../../ui/parts/form/fields";
import {
  afterChange,
  type Contact,
  contactIndex,
  conversationWith,
  strangerContact,
  toChunks,
  type World,
  windowIsOpen,
  windowLength,
  withConversation,
} from "../simulator/page";
import { readPhoneNumber } from "../simulator/phone-number";
import { type ItemKind, placed } from "./items-section";

const behaviours: readonly form.Choice<Contact["behaviour"]>[] = [
  ["reads_at_once", "Reads at once", "Delivered in 1 s, read within 3 s."],
  ["reads_late", "Reads late", "Delivered in 1 s, read after 10 to 45 minutes."],
  ["never_reads", "Never reads", "Delivered, never marked as read (read receipts off)."],
  ["phone_off", "Phone is off", "Messages stay sent, and expire after 30 days (one-time codes: 10 minutes)."],
  ["no_whatsapp", "Has no WhatsApp", "Messages are accepted, then fail with 131026."],
];

const blocks: readonly form.Choice<Contact["blockedBy"]>[] = [
  [null, "Not blocked", "Both sides can write."],
  ["contact", "The contact blocked the business", "Messages fail with 131026. The business isn't told why."],
  ["business", "The business blocked the contact", "Messages are accepted, then fail with 130403."],
];

const marketings: readonly form.Choice<Contact["marketing"]>[] = [
  ["accepts", "Accepted", "Receives marketing up to the daily limit. Never in the US (131049)."],
  ["stopped", "Opted out", "Marketing templates fail with 131050."],
  ["held_out", "In a Meta experiment", "Marketing templates fail with 130472."],
];

const at = form.lensOf<Contact>();
const profileName = form.as(at("profileName"), {
  show: (name) => name ?? "",
  read: (text: string) => text.trim() || null,
});
const hour = 3_600_000;
/** Ten years. */
const mostHours = 87_600;

export const contactKind: ItemKind<Contact, Contact> = {
  noun: "contact",
  about: "Select a contact to edit it, or add one.",
  none: "This world has no contacts yet.",
  all: (world) => world.contacts.flat(),
  idOf: (contact) => contact.waId,
  name: contactName,
  spoken: contactName,
  note: (contact) => `+${contact.waId} · ${traits(contact)}`,
  search: {
    placeholder: "Name or number",
    textOf: (contact) => `${contactName(contact)} +${contact.waId}`,
  },
  find: (world, waId) => contactIndex.find(world.contacts, waId),
  begin: (_, contact) => contact ?? strangerContact(""),
  title: (contact, id) => (id === null ? "New contact" : contactName(contact)),
  fields: (world, original) => [
    form.line("Name", profileName, {
      optional: true,
      hint: "WhatsApp profile name. Leave empty for none.",
      input: { maxLength: 100 },
    }),
    form.line("Phone number", asNumber(world, at("waId")), {
      needed: "A contact needs a phone number, such as +1 555 010 0142.",
      check: (_, { waId }) => wrongNumber(world, waId, original),
      hint: ({ waId }) =>
        `${waId === "" ? "" : `WhatsApp ID \`${waId}\`. `}Made-up numbers are fine, such as +1 555 010 0142.`,
      input: { inputMode: "tel", placeholder: "+1 555 010 0142" },
    }),
    form.choice("Reading behavior", at("behaviour"), behaviours),
    form.choice("Blocking", at("blockedBy"), blocks),
    form.choice("Marketing", at("marketing"), marketings),
    ...world.accounts.map(({ name, phoneNumberId }) =>
      form.line(`${name}, hours ago`, hoursSince(world, phoneNumberId), {
        hint: (contact) => windowWords(world, contact, phoneNumberId),
        input: { inputMode: "decimal", placeholder: "never" },
        group: {
          title: "Last wrote to",
          note: "Hours ago. Under 24 h, the window is open and text is delivered.",
        },
      }),
    ),
  ],
  put(world, contact, original, at) {
    const contacts = world.contacts.flat();
    const place = contacts.findIndex((one) => one.waId === original);
    const before = contacts[place];
    return {
      ...world,
      contacts: toChunks(placed(contacts, contact, place, at)),
      messages: before === undefined ? world.messages : afterChange(world, before, contact.behaviour),
    };
  },
  // Messages stay, since they are history.
  remove: (world, waId) => ({
    ...world,
    contacts: toChunks(world.contacts.flat().filter((one) => one.waId !== waId)),
  }),
};

/** A WhatsApp ID written as a phone number. */
export function showNumber(waId: string): string {
  return waId === "" ? "" : `+${waId}`;
}

/** Returns the WhatsApp ID of a number as typed. */
export function readNumber(world: World, text: string): string | form.Wrong {
  if (text.trim() === "") return "";
  const number = readPhoneNumber(text, world.accounts[0]?.phoneNumber ?? "15550000000");
  const hint = "Start with + and the country code, e.g. +44 7700 900142.";
  return number?.waId ?? new form.Wrong(`${text.trim()} is not a phone number. ${hint}`);
}

/** A WhatsApp ID, edited as a phone number. */
export function asNumber<T>(world: World, waId: form.Lens<T, string>): form.Lens<T, string> {
  return form.as(waId, { show: showNumber, read: (text) => readNumber(world, text) });
}

function wrongNumber(world: World, waId: string, original: string | null): string | null {
  if (waId === original) return null;
  const taken = contactIndex.find(world.contacts, waId);
  if (taken !== undefined) return `${contactName(taken)} already has this number.`;
  if (world.accounts.some((account) => account.phoneNumber === waId))
    return "This is one of the business's own numbers.";
  if (original !== null && world.messages.some((chunk) => chunk.some((one) => one.waId === original)))
    return `Messages with +${original} exist in this world, so the number can't change. Add a new contact instead.`;
  return null;
}

/** When the contact last wrote to a number, in hours before now; empty if it never did. */
function hoursSince(world: World, phoneNumberId: string): form.Lens<Contact, string> {
  return {
    id: `wrote.${phoneNumberId}`,
    get(contact) {
      const { lastInboundAt } = conversationWith(contact, phoneNumberId);
      if (lastInboundAt === null) return "";
      return String(Math.round((Math.max(0, world.clock - lastInboundAt) / hour) * 100) / 100);
    },
    set(contact, text) {
      const hours = text.trim().replace(",", ".");
      if (hours !== "" && !(/^\d+(\.\d+)?$/.test(hours) && Number(hours) <= mostHours))
        return new form.Wrong("Enter hours, e.g. 2 or 0.5. Leave empty for never.");
      const before = conversationWith(contact, phoneNumberId);
      const lastInboundAt = hours === "" ? null : Math.max(0, Math.round(world.clock - Number(hours) * hour));
      return withConversation(contact, { ...before, lastInboundAt });
    },
  };
}

function contactName(contact: Contact): string {
  return contact.profileName ?? `+${contact.waId}`;
}

/** What sets a contact apart: `Reads late · stopped marketing`. */
function traits({ behaviour, blockedBy, marketing }: Contact): string {
  const parts = [behaviours.find(([value]) => value === behaviour)?.[1]];
  if (blockedBy === "contact") parts.push("blocked the business");
  if (blockedBy === "business") parts.push("blocked by the business");
  if (marketing === "stopped") parts.push("opted out of marketing");
  if (marketing === "held_out") parts.push("in a Meta experiment");
  return parts.join(" · ");
}

/** How long the customer service window with a number is open: `Open for 21 h 58 min more.` */
function windowWords(world: World, contact: Contact, phoneNumberId: string): string {
  const conversation = conversationWith(contact, phoneNumberId);
  if (conversation.lastInboundAt === null) return "Never wrote: templates only.";
  if (!windowIsOpen(conversation, world.clock)) return "Closed: templates only.";
  const minutes = Math.floor((conversation.lastInboundAt + windowLength - world.clock) / 60_000);
  return `Open for ${Math.floor(minutes / 60)} h ${minutes % 60} min more.`;
}
