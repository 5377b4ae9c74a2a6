import { type Person, peopleOf } from "../parts/people";

/** The desk's customers, many of them angry; numbers as in the shop: fictional, or reserved by their country's regulator. */
const people: readonly Person[] = [
  { waId: "15550100312", profileName: "Hannah Reyes" },
  { waId: "15550100327", profileName: "Gus Lindgren", blockedBy: "contact" },
  { waId: "15550100341", profileName: "Moving out, do not call", blockedBy: "contact" },
  { waId: "15550100358", profileName: null, behaviour: "never_reads" },
  { waId: "15550100366", profileName: "Bea Achterberg", behaviour: "reads_late" },
  { waId: "447700900401", profileName: "Liam Foster", marketing: "stopped" },
  { waId: "447700900415", profileName: "Zoya A.", marketing: "held_out" },
  { waId: "447700900439", profileName: "Free crypto!!", blockedBy: "business" },
  { waId: "447700900446", profileName: "Margaret Dunne", blockedBy: "contact" },
  { waId: "33639980311", profileName: "Théo Lambert", behaviour: "reads_late" },
  { waId: "61491570737", profileName: "Number changed hands", behaviour: "no_whatsapp" },
  { waId: "353209150333", profileName: "Niamh Walsh" },
];

/** The desk's contacts, none of whom has written yet. */
export const supportDeskContacts = peopleOf(people);
