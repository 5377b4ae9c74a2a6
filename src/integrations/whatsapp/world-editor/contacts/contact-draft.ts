/** A contact as typed, checked, and turned into one of the world's. */
import { readPhoneNumber } from "../../simulator/messages/phone";
import { type Contact, conversationWith, strangerContact } from "../../simulator/world/contact";
import { contactIndex } from "../../simulator/world/lookup";
import type { World } from "../../simulator/world/world";

export interface ContactDraft {
  /** WhatsApp ID of the contact that is changed; null: a new one. */
  readonly original: string | null;
  readonly number: string;
  readonly name: string;
  readonly behaviour: Contact["behaviour"];
  readonly blockedBy: "nobody" | "contact" | "business";
  readonly marketing: Contact["marketing"];
  /** Hours since the contact last wrote, by phone number ID, as typed; empty: never wrote. */
  readonly wrote: Readonly<Record<string, string>>;
  /** The same as the form was opened with: what was not touched keeps its exact time. */
  readonly wroteBefore: Readonly<Record<string, string>>;
}

/** What is wrong, by field: `number`, `name`, or a phone number ID. */
export type ContactErrors = Readonly<Record<string, string>>;

const hour = 3_600_000;
/** Ten years. */
const mostHours = 87_600;

/** A new contact's draft, or one with an existing contact's values. */
export function contactDraft(world: World, contact: Contact | null): ContactDraft {
  const held = contact ?? strangerContact("");
  const wrote = Object.fromEntries(
    world.accounts.map(({ phoneNumberId }) => {
      const { lastInboundAt } = conversationWith(held, phoneNumberId);
      return [phoneNumberId, lastInboundAt === null ? "" : hoursText(world.clock - lastInboundAt)];
    }),
  );
  return {
    original: contact?.waId ?? null,
    number: contact === null ? "" : `+${contact.waId}`,
    name: held.profileName ?? "",
    behaviour: held.behaviour,
    blockedBy: held.blockedBy ?? "nobody",
    marketing: held.marketing,
    wrote,
    wroteBefore: wrote,
  };
}

/** The WhatsApp ID that a number as typed stands for; null when it can be no phone number. */
export function waIdOf(world: World, number: string): string | null {
  return readPhoneNumber(number, world.accounts[0]?.phoneNumber ?? "15550000000")?.waId ?? null;
}

/** Whether the contact's number is bound: messages name it. */
export function hasMessages(world: World, waId: string): boolean {
  return world.messages.some((chunk) => chunk.some((message) => message.waId === waId));
}

/** The contact that the draft says, over `world`; or what is wrong with it. */
export function readContact(
  world: World,
  draft: ContactDraft,
): { ok: true; contact: Contact } | { ok: false; errors: ContactErrors } {
  const errors: Record<string, string> = {};
  const known = draft.original === null ? undefined : contactIndex.find(world.contacts, draft.original);
  // What is stored is not read again: a number of an imported world may be one that nobody could dial.
  const waId =
    known !== undefined && draft.number === `+${known.waId}` ? known.waId : waIdOf(world, draft.number);
  const wrong = numberError(world, draft, waId);
  if (wrong !== null) errors.number = wrong;
  const conversations = [];
  for (const [phoneNumberId, text] of Object.entries(draft.wrote)) {
    const before = conversationWith(known ?? strangerContact(""), phoneNumberId);
    if (text === draft.wroteBefore[phoneNumberId]) {
      conversations.push(before);
      continue;
    }
    const ago = hoursOf(text);
    if (ago === undefined) errors[phoneNumberId] = "Type hours, such as 2 or 0.5; nothing for never.";
    else {
      const lastInboundAt = ago === null ? null : Math.max(0, Math.round(world.clock - ago * hour));
      conversations.push({ ...before, lastInboundAt });
    }
  }
  if (waId === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const others = known?.conversations.filter((one) => !Object.hasOwn(draft.wrote, one.phoneNumberId)) ?? [];
  const name = draft.name.trim();
  return {
    ok: true,
    contact: {
      ...(known ?? strangerContact(waId)),
      waId,
      profileName: name === "" ? null : name,
      behaviour: draft.behaviour,
      blockedBy: draft.blockedBy === "nobody" ? null : draft.blockedBy,
      marketing: draft.marketing,
      conversations: [
        ...others,
        ...conversations.filter((one) => one.lastInboundAt !== null || one.pairFreeAt > 0),
      ],
    },
  };
}

function numberError(world: World, draft: ContactDraft, waId: string | null): string | null {
  if (draft.number.trim() === "") return "A contact needs a phone number, such as +1 555 010 0142.";
  if (waId === null)
    return "This can be no phone number. Begin with + and the country code, as in +44 7700 900142.";
  const taken = waId === draft.original ? undefined : contactIndex.find(world.contacts, waId);
  if (taken !== undefined) return `${contactName(taken)} has this number already.`;
  if (world.accounts.some((account) => account.phoneNumber === waId))
    return "This is one of the business's own numbers.";
  if (draft.original !== null && waId !== draft.original && hasMessages(world, draft.original))
    return `Messages with +${draft.original} are in this world, so the number cannot change. Add another contact instead.`;
  return null;
}

/** How a contact is called in lists: the name it shows, else its number. */
export function contactName(contact: Contact): string {
  return contact.profileName ?? `+${contact.waId}`;
}

/** Hours as typed: a number, null for nothing typed, undefined when it is neither. */
function hoursOf(text: string): number | null | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  if (!/^\d+(\.\d+)?$/.test(trimmed)) return undefined;
  const hours = Number(trimmed);
  return hours <= mostHours ? hours : undefined;
}

function hoursText(ms: number): string {
  return String(Math.round((Math.max(0, ms) / hour) * 100) / 100);
}
