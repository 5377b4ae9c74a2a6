import type { World } from "../../world/world";
import { blankWorld, peopleOf } from "../parts/blank-world";
import { after, answered, passed, type Step, wrote } from "../parts/history";
import { shopTemplates } from "./templates";

/** The shop's clock when the world begins: Monday, 2 November 2026, 09:00 UTC; its morning is 50 minutes old. */
const opening = Date.UTC(2026, 10, 2, 9);

/**
 * The world that mock mode starts with: Juniper Lane Tea, a small shop with three business numbers (`default`, `support`,
 * `sales`), its customers and templates. Maya Torres (15551234567) wrote to all three this morning, so she can be answered with
 * free text. Most others cannot.
 */
export function seedWorld(): World {
  const early = blankWorld({
    origin: "shop",
    seed: 20_261_102,
    clock: opening - 50 * 60_000,
    business: {
      id: "506914307656634",
      name: "Juniper Lane Tea",
      domain: "juniper-lane.example",
      messagingLimit: "TIER_2K",
    },
    wabaId: "102290129340398",
    contacts: shopContacts,
    templates: shopTemplates,
  });
  return after(early, morning);
}

const maya = "15551234567";

/** What happened before 09:00. */
const morning: readonly Step[] = [
  wrote("default", maya, "Good morning! Has my order #12345 left already?"),
  passed(5),
  answered({
    account: "default",
    to: maya,
    text: "It is being packed right now and leaves with the noon van.",
    readAfter: 3,
    // The namespace's documentation requests this message, dots and all.
    id: "wamid.HBgM...",
  }),
  passed(10),
  wrote("support", maya, "The lid of my tin does not close. Can you help?"),
  passed(5),
  wrote("sales", maya, "Do you sell the oolong by the kilo?"),
  passed(5),
  wrote("default", "447700900142", "Is the tasting on Saturday full?"),
  passed(25),
];

/**
 * The shop's customers. Numbers are fictional (+1 555) or reserved for drama and tests by their country's regulator
 * (+44 7700 900xxx, +33 6 39 98 xxxx, +61 491 570 xxx, +353 20 915 xxxx), so none can belong to anyone.
 */
const shopContacts = peopleOf([
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
]);
