import { type Person, peopleOf } from "../parts/people";

/**
 * The shop's customers. Numbers are fictional (+1 555) or reserved for drama and tests by their country's regulator
 * (+44 7700 900xxx, +33 6 39 98 xxxx, +61 491 570 xxx, +353 20 915 xxxx), so none can belong to anybody.
 */
const people: readonly Person[] = [
  { waId: "15551234567", profileName: "Maya Torres" },
  { waId: "15550100117", profileName: "Daniel Okafor", behaviour: "reads_late" },
  { waId: "15550100128", profileName: null },
  { waId: "15550100163", profileName: "Rosa Lindqvist", behaviour: "never_reads" },
  { waId: "15550100175", profileName: "Tomasz W." },
  { waId: "447700900142", profileName: "Priya Nair" },
  { waId: "447700900318", profileName: "Owen Blake", marketing: "stopped" },
  { waId: "447700900567", profileName: "Harriet", blockedBy: "contact" },
  { waId: "33639980123", profileName: "Camille Durand", behaviour: "reads_late" },
  { waId: "61491570156", profileName: "Jack Nguyen" },
  { waId: "61491570737", profileName: "Spam from Perth", blockedBy: "business" },
  { waId: "353209150204", profileName: "Aoife Byrne", behaviour: "no_whatsapp" },
];

/** The shop's contacts, none of whom has written yet. */
export const shopContacts = peopleOf(people);
