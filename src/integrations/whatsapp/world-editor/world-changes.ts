/** Changes of a world by hand, one a function: what the world becomes. Whether it may is `parseWorld`'s to say. */

import { afterChange } from "../simulator/messages/phone-on";
import type { Account } from "../simulator/world/account";
import { toChunks } from "../simulator/world/chunks";
import type { Contact } from "../simulator/world/contact";
import type { Fault } from "../simulator/world/fault";
import type { Template } from "../simulator/world/template";
import type { World } from "../simulator/world/world";

/** The contact in place of the one of WhatsApp ID `original`; null or unknown: at `at`, or at the end. */
export function withContact(world: World, contact: Contact, original: string | null, at?: number): World {
  const contacts = world.contacts.flat();
  const place = contacts.findIndex((one) => one.waId === original);
  const before = contacts[place];
  return {
    ...world,
    contacts: toChunks(placed(contacts, contact, place, at)),
    messages: before === undefined ? world.messages : afterChange(world, before, contact.behaviour),
  };
}

/** Without the contact; messages stay, they are history. */
export function withoutContact(world: World, waId: string): World {
  return { ...world, contacts: toChunks(world.contacts.flat().filter((one) => one.waId !== waId)) };
}

/** The template in place of the one of the same id; when there is none: at `at`, or at the end. */
export function withTemplate(world: World, template: Template, at?: number): World {
  const place = world.templates.findIndex((one) => one.id === template.id);
  return { ...world, templates: placed(world.templates, template, place, at) };
}

/** Without the template and its pacing. */
export function withoutTemplate(world: World, id: string): World {
  return {
    ...world,
    templates: world.templates.filter((one) => one.id !== id),
    pacing: world.pacing.filter((one) => one.templateId !== id),
  };
}

/** The fault in place of the one at `index`; null: at the end. */
export function withFault(world: World, fault: Fault, index: number | null): World {
  return { ...world, faults: placed(world.faults, fault, index ?? -1) };
}

/** A fault put back where it stood. */
export function withFaultAt(world: World, fault: Fault, at: number): World {
  return { ...world, faults: placed(world.faults, fault, -1, at) };
}

/** Without the fault at `index`. */
export function withoutFault(world: World, index: number): World {
  return { ...world, faults: world.faults.filter((_, at) => at !== index) };
}

/** The account of this phone number ID, changed. */
export function withAccountChanged(
  world: World,
  phoneNumberId: string,
  change: (account: Account) => Account,
): World {
  const accounts = world.accounts.map((one) => (one.phoneNumberId === phoneNumberId ? change(one) : one));
  return { ...world, accounts };
}

/** Without the account; its messages stay, and are there again when the number is. */
export function withoutAccount(world: World, phoneNumberId: string): World {
  return { ...world, accounts: world.accounts.filter((one) => one.phoneNumberId !== phoneNumberId) };
}

/** An account put back where it stood. */
export function withAccountAt(world: World, account: Account, at: number): World {
  return { ...world, accounts: world.accounts.toSpliced(at, 0, account) };
}

/** `item` in place of the one at `place`; when that is no place: inserted at `at`. */
function placed<T>(items: readonly T[], item: T, place: number, at = items.length): readonly T[] {
  return items[place] === undefined ? items.toSpliced(at, 0, item) : items.with(place, item);
}
