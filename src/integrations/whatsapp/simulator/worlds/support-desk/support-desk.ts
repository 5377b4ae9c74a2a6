import type { Fault } from "../../world/fault";
import type { World } from "../../world/world";
import { blankWorld, peopleOf, withAccount } from "../parts/blank-world";
import { after, answered, passed, type Step, wrote } from "../parts/history";
import { supportDeskTemplates } from "./templates";

const begins = Date.UTC(2026, 10, 17, 16);

/**
 * Brightwire Support on the evening of an outage: the token of `default` expires within ten minutes, `sales` is a test number
 * that reaches two people, quality is red, the portfolio has reached 248 of its 250 people a day, and every few calls something
 * between here and Meta breaks. Hannah Reyes (15550100312) is waiting for an answer.
 */
export function supportDeskWorld(): World {
  const blank = blankWorld({
    origin: "support-desk",
    seed: 503,
    clock: begins - 45 * 60_000,
    business: {
      id: "491126655309128",
      name: "Brightwire Support",
      domain: "brightwire.example",
      messagingLimit: "TIER_250",
    },
    wabaId: "107730055188246",
    contacts: supportDeskContacts,
    templates: supportDeskTemplates,
  });
  const expiring = withAccount(blank, "default", ({ token }) => ({
    qualityRating: "RED",
    limits: { messagesPerSecond: 5, managementPerHour: 200 },
    token: { ...token, expiresAt: begins + 10 * 60_000 },
  }));
  const tested = withAccount(expiring, "sales", () => ({
    allowedRecipients: ["15550100312", "353209150333"],
  }));
  const reached = [{ since: begins - 3 * 3_600_000, count: 248 }];
  const calm = after({ ...tested, business: { ...tested.business, reached } }, evening);
  return { ...calm, faults };
}

const hannah = "15550100312";

/** What has happened since the line went down. */
const evening: readonly Step[] = [
  wrote("default", hannah, "Internet is down since 3. Anybody there?"),
  passed(12),
  wrote("default", hannah, "Hello???"),
  passed(3),
  answered({
    account: "default",
    to: hannah,
    text: "Sorry, Hannah. A cable was cut at Northgate; we expect it back by 6 pm.",
    readAfter: 1,
  }),
  passed(4),
  wrote("default", hannah, "And if not? I have an exam at 7"),
  passed(6),
  wrote("support", "353209150333", "My ticket BW-5093 is open for two weeks now."),
  passed(20),
];

/** Counted by operation, from the world's beginning. */
const faults: readonly Fault[] = [
  { operation: "send_template", from: 2, count: 1, effect: { kind: "error", code: 131057, subcode: null } },
  { operation: "send_message", from: 2, count: 1, effect: { kind: "cut", when: "after" } },
  { operation: "send_message", from: 4, count: 1, effect: { kind: "timeout", when: "before" } },
  {
    operation: "list_templates",
    from: 2,
    count: 1,
    effect: {
      kind: "http",
      status: 502,
      contentType: "text/html",
      body: "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>",
    },
  },
  { operation: "get_message", from: 3, count: 4, effect: { kind: "slow", ms: 6_000 } },
  { operation: "get_message", from: 10, count: 1, effect: { kind: "error", code: 131000, subcode: null } },
];

/** The desk's customers, many of them angry. Numbers as in the shop: fictional, or reserved by their country's regulator. */
export const supportDeskContacts = peopleOf([
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
]);
