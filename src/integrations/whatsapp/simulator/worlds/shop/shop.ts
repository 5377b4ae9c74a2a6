import type { World } from "../../world/world";
import { blankWorld } from "../parts/blank-world";
import { after, answered, passed, type Step, wrote } from "../parts/history";
import { shopContacts } from "./contacts";
import { shopTemplates } from "./templates";

/** Where the shop's clock stands when the world begins: Monday, 2 November 2026, 09:00 UTC; its morning is 50 minutes old. */
const opening = Date.UTC(2026, 10, 2, 9);

/**
 * The world that mock mode begins with: Juniper Lane Tea, a small shop with three business numbers (`default`, `support`,
 * `sales`), its customers and templates. Maya Torres (15551234567) wrote to all three this morning, so she can be
 * answered with free text; most others cannot.
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

/** What had happened before the clock reached 09:00. */
const morning: readonly Step[] = [
  wrote("default", maya, "Good morning! Has my order #12345 left already?"),
  passed(5),
  answered({
    account: "default",
    to: maya,
    text: "It is being packed right now and leaves with the noon van.",
    readAfter: 3,
    // The namespace's documentation asks for this message, dots and all.
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
