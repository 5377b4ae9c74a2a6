import type { World } from "../../world/world";
import { blankWorld, peopleOf } from "../parts/blank-world";
import { after, answered, passed, type Step, wrote } from "../parts/history";
import { clinicTemplates } from "./templates";

/**
 * Willow Street Clinic on a Monday at 07:30 UTC, an hour before it opens. Amelia Hart (447700900211) and Élodie Marchand
 * wrote during the night. Telling anyone else about an appointment takes a template. `flu_season` is new, and Meta holds all but
 * its first three messages for half an hour.
 */
export function clinicWorld(): World {
  const blank = blankWorld({
    origin: "clinic",
    seed: 730_411,
    clock: Date.UTC(2026, 10, 9, 7, 30) - 600 * 60_000,
    business: {
      id: "483302117765920",
      name: "Willow Street Clinic",
      domain: "willow-street.example",
      messagingLimit: "TIER_10K",
    },
    wabaId: "109114820073355",
    contacts: clinicContacts,
    templates: clinicTemplates,
  });
  const paced = clinicTemplates.filter(({ name }) => name === "flu_season");
  return after({ ...blank, pacing: paced.map(({ id }) => ({ templateId: id, ...pacing })) }, night);
}

const pacing = {
  freeMessages: 3,
  accepted: 0,
  holdMs: 30 * 60_000,
  decidedAt: null,
  outcome: "released",
} as const;

const amelia = "447700900211";

/** What has happened since the evening before. */
const night: readonly Step[] = [
  wrote("default", "353209150211", "Thanks, see you tomorrow."),
  passed(240),
  wrote("default", amelia, "I cannot come on Tuesday, sorry. Is there anything on Thursday?"),
  passed(2),
  answered({
    account: "default",
    to: amelia,
    text: "We open at 8:30 and will look then. Would the *morning* suit you?",
    readAfter: 4,
  }),
  passed(8),
  wrote("default", amelia, "Before 10 would be perfect"),
  passed(290),
  wrote("default", "33639980244", "Bonjour, où puis-je me garer ?"),
  passed(60),
];

/** The clinic's patients. Numbers as in the shop: fictional, or reserved by their country's regulator. */
export const clinicContacts = peopleOf([
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
]);
