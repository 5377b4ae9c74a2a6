import { withAccounts } from "../accounts";
import { receive } from "../receive";
import { apply } from "../world/apply";
import { toChunks } from "../world/chunks";
import type { WorldEvent } from "../world/event";
import type { Outbound } from "../world/message";
import { type World, worldVersion } from "../world/world";
import { seedContacts } from "./contacts";
import { seedTemplates } from "./templates";

const minute = 60_000;

/** Where the seed's clock stands: Monday, 2 November 2026, 09:00 UTC. */
const opening = Date.UTC(2026, 10, 2, 9);

/**
 * The world that mock mode begins with: Juniper Lane Tea, a small shop with three business numbers (`default`, `support`,
 * `sales`), its customers and templates. Maya Torres (15551234567) wrote to all three this morning, so she can be
 * answered with free text; most others cannot.
 */
export function seedWorld(): World {
  const empty: World = {
    version: worldVersion,
    origin: "shop",
    seed: 20_261_102,
    clock: opening - 50 * minute,
    calls: {
      send_message: 0,
      send_template: 0,
      mark_read: 0,
      get_message: 0,
      list_templates: 0,
      list_contacts: 0,
      get_current_user: 0,
      get_phone_number: 0,
      other: 0,
    },
    business: {
      id: "506914307656634",
      name: "Juniper Lane Tea",
      domain: "juniper-lane.example",
      messagingLimit: "TIER_2K",
      reached: [],
    },
    waba: { id: "102290129340398", name: "Juniper Lane Tea", state: "active", restrictedCodes: [] },
    rules: { closedWindow: "fails_later", rateLimitStatus: 400, marketingPerDay: 2 },
    accounts: [],
    contacts: toChunks(seedContacts),
    templates: seedTemplates,
    pacing: [],
    messages: [],
    faults: [],
  };
  return morning.reduce(
    (world, step) => apply(world, step(world)),
    withAccounts(empty, ["default", "support", "sales"]),
  );
}

/** What had happened before the clock reached 09:00. */
const morning: readonly ((world: World) => WorldEvent)[] = [
  wrote("default", "15551234567", "Good morning! Has my order #12345 left already?"),
  passed(5),
  (world) => ({ type: "message_accepted", message: answerToMaya(world) }),
  passed(10),
  wrote("support", "15551234567", "The lid of my tin does not close. Can you help?"),
  passed(5),
  wrote("sales", "15551234567", "Do you sell the oolong by the kilo?"),
  passed(5),
  wrote("default", "447700900142", "Is the tasting on Saturday full?"),
  passed(25),
];

function passed(minutes: number): (world: World) => WorldEvent {
  return () => ({ type: "time_passed", ms: minutes * minute });
}

function wrote(account: string, from: string, text: string): (world: World) => WorldEvent {
  return (world) => receive(world, phoneNumberIdOf(world, account), from, text);
}

/** The message that the namespace's documentation asks for by the id `wamid.HBgM...`, dots and all. */
function answerToMaya(world: World): Outbound {
  const acceptedAt = world.clock;
  return {
    direction: "outbound",
    id: "wamid.HBgM...",
    phoneNumberId: phoneNumberIdOf(world, "default"),
    waId: "15551234567",
    input: "15551234567",
    acceptedAt,
    content: {
      type: "text",
      body: "It is being packed right now and leaves with the noon van.",
      previewUrl: false,
    },
    context: null,
    callbackData: null,
    windowOpen: true,
    pricing: { category: "service", type: "free_customer_service", billable: false },
    heldUntil: null,
    life: {
      end: "arrives",
      sentAt: acceptedAt + 60,
      deliveredAt: acceptedAt + 1_240,
      readAt: acceptedAt + 3 * minute,
    },
  };
}

function phoneNumberIdOf(world: World, name: string): string {
  return world.accounts.find((account) => account.name === name)?.phoneNumberId ?? "";
}
