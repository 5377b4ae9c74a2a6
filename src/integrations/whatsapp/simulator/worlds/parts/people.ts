import { type Contact, strangerContact } from "../../world/contact";

/** What a ready world says of a contact: the number, and what sets it apart from a stranger's. */
export type Person = Pick<Contact, "waId"> & Partial<Contact>;

/** The people as contacts. */
export function peopleOf(people: readonly Person[]): readonly Contact[] {
  return people.map((person) => ({ ...strangerContact(person.waId), ...person }));
}
