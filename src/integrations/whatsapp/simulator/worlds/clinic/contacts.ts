import { type Person, peopleOf } from "../parts/people";

/** The clinic's patients; numbers as in the shop: fictional, or reserved by their country's regulator. */
const people: readonly Person[] = [
  { waId: "447700900211", profileName: "Amelia Hart" },
  { waId: "447700900224", profileName: "Noah Whitfield", behaviour: "reads_late" },
  { waId: "447700900238", profileName: "Mrs Okonkwo", behaviour: "never_reads" },
  { waId: "447700900256", profileName: "Ravi S." },
  { waId: "447700900273", profileName: null, behaviour: "reads_late" },
  { waId: "447700900289", profileName: "Gwen Pritchard", marketing: "stopped" },
  { waId: "353209150211", profileName: "Ciarán Doyle" },
  { waId: "33639980244", profileName: "Élodie Marchand" },
  { waId: "33639980257", profileName: "Karim B.", behaviour: "no_whatsapp" },
  { waId: "61491570313", profileName: "Sophie Tran", behaviour: "reads_late" },
  { waId: "15550100238", profileName: "Elena Vásquez" },
  { waId: "15550100251", profileName: "Walter Brandt", blockedBy: "contact" },
];

/** The clinic's contacts, none of whom has written yet. */
export const clinicContacts = peopleOf(people);
